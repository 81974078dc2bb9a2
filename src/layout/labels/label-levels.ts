/** Levels of scale: each magnifies by this. */
export const LEVEL_FACTOR = Math.SQRT2;
