/** Loads the languages of the command from the folder of locales beside it. */
import { readdirSync } from "node:fs";
import type { Locale } from "../time/locale.js";
import { MisuseError } from "./usage.js";

const LOCALE_FOLDER = new URL("./locales/", import.meta.url);

/** Codes of the shipped languages, such as `de`. */
export function localeCodes(): readonly string[] {
  return readdirSync(LOCALE_FOLDER)
    .flatMap((file) => /^([\w-]+)\.js$/.exec(file)?.[1] ?? [])
    .sort();
}

/** @throws MisuseError if there is no such language */
export async function loadLocale(code: string): Promise<Locale> {
  const codes = localeCodes();
  // Import only names found in the folder, so that a code cannot contain a path.
  if (!codes.includes(code)) throw new MisuseError(`--lang "${code}" must be one of ${codes.join(", ")}`);
  const module = (await import(new URL(`${code}.js`, LOCALE_FOLDER).href)) as Record<string, Locale>;
  return Object.values(module)[0] as Locale;
}
