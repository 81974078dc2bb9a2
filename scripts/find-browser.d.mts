/** The path of a browser that is there already, or undefined. */
export function findBrowser(): string | undefined;
/** The same, or one that is installed now. Throws one sentence that says what to do where neither can be. */
export function ensureBrowser(log?: (message: string) => void): string;
