/** Languages of the command: whatever lies in the folder of locales beside it. */
import { readdirSync } from "node:fs";
import type { Locale } from "../time/locale.js";
import { MisuseError } from "./usage.js";

const FOLDER = new URL("./locales/", import.meta.url);

/** Codes of the languages that are shipped, such as `de`. */
export function localeCodes(): readonly string[] {
  return readdirSync(FOLDER)
    .flatMap((file) => /^([\w-]+)\.js$/.exec(file)?.[1] ?? [])
    .sort();
}

/** @throws MisuseError for a language that there is not */
export async function loadLocale(code: string): Promise<Locale> {
  const codes = localeCodes();
  // Only a name that stands in the folder is imported, so that no path comes in by it.
  if (!codes.includes(code)) throw new MisuseError(`--lang "${code}" must be one of ${codes.join(", ")}`);
  const module = (await import(new URL(`${code}.js`, FOLDER).href)) as Record<string, Locale>;
  return Object.values(module)[0] as Locale;
}
