/** Reads options from text: the attributes of the element, and the info line of a fenced block. */
import type { TimelineOptions } from "./options.js";

type Reader = (text: string) => unknown;

const asText: Reader = (text) => text;
const asNumber: Reader = (text) => (text.trim() === "" ? Number.NaN : Number(text));
/** True for an empty value and for any text except these words. */
const asBoolean: Reader = (text) => !/^(?:false|no|off|0)$/i.test(text);

/** `log:2024-06-19` is a logarithmic scale from that day. */
const asScale: Reader = (text) => (text.startsWith("log:") ? { log: text.slice(4) } : text);

/** `1944/1950` is a window; `event:ID` is the surroundings of an event. */
const asView: Reader = (text) => {
  if (text.startsWith("event:")) return { event: text.slice(6) };
  const [from, to, ...rest] = text.split("/");
  return from && to && rest.length === 0 ? { from, to } : text;
};

/** `svg csv` or `svg,csv`. */
const asList: Reader = (text) => text.split(/[\s,]+/).filter((word) => word !== "");

/** The reader of each option that text can express. */
const READERS: Readonly<Record<Exclude<keyof TimelineOptions, "locale" | "measure" | "details" | "steps">, Reader>> = {
  width: asNumber,
  height: asNumber,
  orientation: asText,
  scale: asScale,
  form: asText,
  theme: asText,
  timeZone: asText,
  dateOrder: asText,
  now: asText,
  initialView: asView,
  selected: asText,
  idPrefix: asText,
  relations: asText,
  markSize: asText,
  rankBy: asText,
  images: asBoolean,
  coverage: asBoolean,
  narrow: asBoolean,
  jsonLd: asText,
  axisDirection: asText,
  minimap: asBoolean,
  toolbar: asBoolean,
  downloads: asList,
  filter: (text) => ({ text }),
  stepBlocks: asText,
  hash: asBoolean,
  bridge: asText,
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const BY_NAME: ReadonlyMap<string, readonly [option: string, read: Reader]> = new Map(
  Object.entries(READERS).map(([option, read]) => [kebab(option), [option, read]]),
);

/** Names of options in text, such as `time-zone` for `timeZone`. */
export const TEXT_OPTIONS: readonly string[] = [...BY_NAME.keys()];

/**
 * Reads options from texts by name. `null` and `undefined` mean absent. Values are not checked: `resolveOptions` reports
 * invalid ones.
 */
export function optionsFromText(textOf: (name: string) => string | null | undefined): TimelineOptions {
  const options: Record<string, unknown> = {};
  for (const [name, [option, read]] of BY_NAME) {
    const text = textOf(name);
    if (text !== null && text !== undefined) options[option] = read(text);
  }
  return options;
}
