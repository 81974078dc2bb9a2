/** The path of a browser that is there already, or undefined. */
export function findBrowser(): string | undefined;
