/** Options written as text: the attributes of the element, the info line of a fenced block. One table for all of them. */
import type { TimelineOptions } from "./options.js";

type Reader = (text: string) => unknown;

const asText: Reader = (text) => text;
const asNumber: Reader = (text) => (text.trim() === "" ? Number.NaN : Number(text));
/** Present without a value, or anything but these words: yes. */
const asBoolean: Reader = (text) => !/^(?:false|no|off|0)$/i.test(text);

/** `log:2024-06-19` measures from that day. */
const asScale: Reader = (text) => (text.startsWith("log:") ? { log: text.slice(4) } : text);

/** `1944/1950` is a window, `event:ID` the surroundings of an event. */
const asView: Reader = (text) => {
  if (text.startsWith("event:")) return { event: text.slice(6) };
  const [from, to, ...rest] = text.split("/");
  return from && to && rest.length === 0 ? { from, to } : text;
};

/** `svg csv`, with blanks or commas. */
const asList: Reader = (text) => text.split(/[\s,]+/).filter((word) => word !== "");

/** How each option is read. Left out are those that text cannot hold. */
const READERS: Readonly<Record<Exclude<keyof TimelineOptions, "locale" | "measure" | "details" | "steps">, Reader>> = {
  width: asNumber,
  height: asNumber,
  orientation: asText,
  scale: asScale,
  theme: asText,
  timeZone: asText,
  dateOrder: asText,
  now: asText,
  initialView: asView,
  selected: asText,
  idPrefix: asText,
  relations: asText,
  markSize: asText,
  coverage: asBoolean,
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

/** The names under which options are written: `time-zone` for `timeZone`. */
export const TEXT_OPTIONS: readonly string[] = [...BY_NAME.keys()];

/**
 * Options from texts by name. What is `null` or `undefined` is not given; what cannot be is left for `resolveOptions` to
 * refuse, with the words it has for every other caller.
 */
export function optionsFromText(textOf: (name: string) => string | null | undefined): TimelineOptions {
  const options: Record<string, unknown> = {};
  for (const [name, [option, read]] of BY_NAME) {
    const text = textOf(name);
    if (text !== null && text !== undefined) options[option] = read(text);
  }
  return options;
}
