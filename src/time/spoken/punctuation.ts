/** Signs of spoken dates. */

/** Signs that join the parts of one date. */
export const DASHES = ["-", "–", "—", "‐", "‑"] as const;
/** Signs between the two ends of a range. */
export const RANGE_SIGNS = ["-", "–", "—", "―", "‐", "‑", "−", "〜", "~", "/", "→"] as const;
export const COMMAS = [",", "،", "、"] as const;
export const APOSTROPHES = ["'", "’", "‘"] as const;
