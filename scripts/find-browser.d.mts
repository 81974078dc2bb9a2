/** The path of an installed browser; `undefined` if there is none. */
export function findBrowser(): string | undefined;
/** Finds a browser, or installs it as root on Debian. Throws an error that says what to do otherwise. */
export function ensureBrowser(log?: (message: string) => void): string;
