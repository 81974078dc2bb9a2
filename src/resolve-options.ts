/** Options with their defaults, each checked: what it cannot be is a mistake of the program. */
import { PALETTE, readColor } from "./base/color.js";
import { quoteValue } from "./base/issue.js";
import { STATUSES } from "./model/document.js";
import type { EventFilter } from "./model/event-filter.js";
import { DEFAULTS, type ResolvedOptions, type StoryStep, type ThemeTokens, type TimelineOptions } from "./options.js";
import type { Locale } from "./time/locale.js";

/** What each option may be: a test and the words for it. */
const CHECKS: Readonly<Record<keyof TimelineOptions, readonly [(value: unknown) => boolean, string]>> = {
  width: [(v) => v === 0 || isLength(v), "a number of px, a million at most"],
  height: [isLength, "a number of px, a million at most"],
  orientation: [isOneOf("auto", "horizontal", "vertical"), '"auto", "horizontal" or "vertical"'],
  scale: [isScale, '"auto", "time", "compressed", "equal", "log" or { log: a date }'],
  theme: [isTheme, '"auto", "light", "dark" or an object of hex colours'],
  locale: [(v) => isObject(v) && "figure" in v, 'a locale: import { de } from "datelines/locales/de"'],
  timeZone: [isText, "the name of a time zone"],
  dateOrder: [isOneOf("DMY", "MDY", "YMD"), '"DMY", "MDY" or "YMD"'],
  now: [isText, "a date as text"],
  initialView: [isInitialView, '"all", "now", { from, to } or { event }'],
  selected: [(v) => v === null || isText(v), "the id of an event, or null"],
  idPrefix: [(v) => isText(v) && /^[A-Za-z][A-Za-z0-9-]*$/.test(v as string), "letters, digits and hyphens"],
  relations: [isOneOf("auto", "none"), '"auto" or "none"'],
  markSize: [isOneOf("importance", "publishers"), '"importance" or "publishers"'],
  axisDirection: [isOneOf("ltr", "rtl"), '"ltr" or "rtl"'],
  minimap: [isBoolean, "true or false"],
  coverage: [isBoolean, "true or false"],
  jsonLd: [isText, "JSON-LD as text"],
  toolbar: [isBoolean, "true or false"],
  downloads: [
    (v) => Array.isArray(v) && v.every(isOneOf("svg", "png", "csv", "json")) && new Set(v).size === v.length,
    'a list of "svg", "png", "csv" and "json"',
  ],
  filter: [(v) => v === null || isFilter(v), "null or { text, lanes, tags, status, publishers, unsourced }"],
  details: [(v) => typeof v === "function", "a function"],
  steps: [(v) => Array.isArray(v) && v.every(isStep), "a list of { event, view, title, text }"],
  stepBlocks: [isText, "a selector"],
  hash: [isBoolean, "true or false"],
  bridge: [isText, "an origin, such as https://example.org"],
  measure: [(v) => typeof v === "function", "a function"],
};

function isOneOf(...allowed: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === "string" && allowed.includes(value);
}

/** Beyond, no browser draws, and sums of places overflow. */
const LONGEST = 1e6;

function isLength(value: unknown): boolean {
  return typeof value === "number" && value > 0 && value <= LONGEST;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isWindow(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { from, to, ...rest } = value as { from?: unknown; to?: unknown };
  return isText(from) && isText(to) && isEmpty(rest);
}

function isInitialView(value: unknown): boolean {
  if (value === "all" || value === "now" || isWindow(value)) return true;
  if (!isObject(value)) return false;
  const { event, span, ...rest } = value as { event?: unknown; span?: unknown };
  const isSpan = span === undefined || (typeof span === "number" && span > 0 && Number.isFinite(span));
  return isText(event) && isSpan && isEmpty(rest);
}

function isFilter(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { text = "", unsourced = false, ...lists } = value as EventFilter;
  const isList = ([name, list = []]: [string, unknown]): boolean =>
    isOneOf("lanes", "tags", "status", "publishers")(name) &&
    Array.isArray(list) &&
    list.every(name === "status" ? isOneOf(...STATUSES) : isText);
  return isText(text) && isBoolean(unsourced) && Object.entries(lists).every(isList);
}

function isStep(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { event = "", view = "all", title = "", text = "", ...rest } = value as StoryStep;
  const texts: readonly unknown[] = [event, title, text];
  return texts.every(isText) && (view === "all" || isWindow(view)) && isEmpty(rest);
}

function isScale(value: unknown): boolean {
  if (isObject(value)) return isText((value as { log?: unknown }).log);
  return isOneOf("auto", "time", "compressed", "equal", "log")(value);
}

function isTheme(value: unknown): boolean {
  return isOneOf("auto", "light", "dark")(value) || isThemeTokens(value);
}

function isThemeTokens(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { surface, ink, palette = {}, ...rest } = value as ThemeTokens;
  const isHex = (color: unknown): boolean => color === undefined || (readColor(color)?.startsWith("#") ?? false);
  const names: readonly string[] = PALETTE;
  return (
    isEmpty(rest) &&
    isObject(palette) &&
    [surface, ink, ...Object.values(palette)].every(isHex) &&
    Object.keys(palette).every((name) => names.includes(name))
  );
}

/** No field is left that means nothing. */
function isEmpty(rest: object): boolean {
  return Object.keys(rest).length === 0;
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}

/**
 * Options with every default filled in. An option that is `undefined` keeps its default.
 *
 * @param locale the default language; by default English with the words of a picture, to which whoever also draws the list
 *   and the buttons gives all of them
 * @throws TypeError for an unknown option or a value it cannot take: those are mistakes of the program, not of the data
 */
export function resolveOptions(options: TimelineOptions = {}, locale: Locale = DEFAULTS.locale): ResolvedOptions {
  if (!isObject(options)) {
    throw new TypeError(`options must be an object, not ${quoteValue(options)}`);
  }
  const resolved: Record<string, unknown> = { ...DEFAULTS, locale };
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof TimelineOptions] : undefined;
    if (!check) throw new TypeError(`unknown option "${name}"; there are ${Object.keys(CHECKS).join(", ")}`);
    if (!check[0](value)) throw new TypeError(`option ${name} must be ${check[1]}, not ${quoteValue(value)}`);
    resolved[name] = value;
  }
  return resolved as unknown as ResolvedOptions;
}
