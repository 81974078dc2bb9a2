/** Fills in the defaults of options and checks their values. */
import { PALETTE, readColor } from "./base/color.js";
import { quoteValue } from "./base/issue.js";
import { LANE_FORMS, STATUSES, type Status } from "./model/document/document.js";
import { DEFAULTS, type ResolvedOptions, type TimelineOptions } from "./options.js";
import type { Locale } from "./time/locale.js";

type Test = (value: unknown) => boolean;

/** A test for the values of each option, and a description for the error message. */
const CHECKS: Readonly<Record<keyof TimelineOptions, readonly [Test, string]>> = {
  width: [(v) => v === 0 || isLength(v), "a number of px, a million at most"],
  height: [isLength, "a number of px, a million at most"],
  orientation: /* @__PURE__ */ oneOf(["auto", "horizontal", "vertical"]),
  scale: /* @__PURE__ */ oneOf(["auto", "time", "segmented", "compressed", "equal", "log"], "{ log: a date }", (v) =>
    isText((v as { log?: unknown }).log),
  ),
  form: /* @__PURE__ */ oneOf(LANE_FORMS),
  theme: /* @__PURE__ */ oneOf(["auto", "light", "dark"], "an object of hex colours", isThemeTokens),
  locale: [(v) => isObject(v) && "figure" in v, 'a locale: import { de } from "datelines/locales/de"'],
  timeZone: [isText, "the name of a time zone"],
  dateOrder: /* @__PURE__ */ oneOf(["DMY", "MDY", "YMD"]),
  now: [isText, "a date as text"],
  initialView: /* @__PURE__ */ oneOf(["all", "now"], "{ from, to } or { event }", isInitialView),
  selected: [(v) => v === null || isText(v), "the id of an event, or null"],
  idPrefix: [(v) => isText(v) && /^[A-Za-z][A-Za-z0-9-]*$/.test(v as string), "letters, digits and hyphens"],
  relations: /* @__PURE__ */ oneOf(["auto", "none"]),
  markSize: /* @__PURE__ */ oneOf(["importance", "publishers"]),
  rankBy: [isText, "the name of a field of data"],
  axisDirection: /* @__PURE__ */ oneOf(["ltr", "rtl"]),
  minimap: [isBoolean, "true or false"],
  images: [isBoolean, "true or false"],
  coverage: [isBoolean, "true or false"],
  jsonLd: [isText, "JSON-LD as text"],
  narrow: [isBoolean, "true or false"],
  toolbar: [isBoolean, "true or false"],
  downloads: [isDownloads, 'a list of "svg", "png", "csv" and "json"'],
  filter: [(v) => v === null || isFilter(v), "null or { text, lanes, tags, status, publishers, unsourced }"],
  details: [isFunction, "a function"],
  steps: [(v) => v === "all" || isList(v, isStep), '"all" or a list of { event, view, title, text }'],
  stepBlocks: [isText, "a selector"],
  hash: [isBoolean, "true or false"],
  bridge: [isText, "an origin, such as https://example.org"],
  measure: [isFunction, "a function"],
};

/** Accepts one of several words, or an object that passes a test. */
function oneOf(names: readonly string[], other?: string, test?: Test): readonly [Test, string] {
  const all = [...names.map((name) => `"${name}"`), ...(other ? [other] : [])];
  return [
    (value) => names.includes(value as string) || (isObject(value) && test?.(value) === true),
    `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`,
  ];
}

/** Whether a value is an object whose fields pass their tests and that has no other fields. */
function hasShape(value: unknown, shape: Readonly<Record<string, Test>>): boolean {
  return (
    isObject(value) &&
    Object.keys(value).every((name) => Object.hasOwn(shape, name)) &&
    Object.entries(shape).every(([name, test]) => test((value as Readonly<Record<string, unknown>>)[name]))
  );
}

/** Extends a test to accept `undefined`. */
function optional(test: Test): Test {
  return (value) => value === undefined || test(value);
}

/** Largest size: browsers do not draw more, and sums of coordinates lose precision. */
const SIZE_MAX_PX = 1e6;

function isLength(value: unknown): boolean {
  return typeof value === "number" && value > 0 && value <= SIZE_MAX_PX;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isList(value: unknown, test: Test): value is readonly unknown[] {
  return Array.isArray(value) && value.every(test);
}

function isWindow(value: unknown): boolean {
  return hasShape(value, { from: isText, to: isText });
}

function isInitialView(value: unknown): boolean {
  const isSpan: Test = (span) => typeof span === "number" && span > 0 && Number.isFinite(span);
  return isWindow(value) || hasShape(value, { event: isText, span: optional(isSpan) });
}

function isFilter(value: unknown): boolean {
  const texts = optional((list) => isList(list, isText));
  return hasShape(value, {
    text: optional(isText),
    lanes: texts,
    tags: texts,
    status: optional((list) => isList(list, (one) => STATUSES.includes(one as Status))),
    publishers: texts,
    unsourced: optional(isBoolean),
  });
}

function isStep(value: unknown): boolean {
  const text = optional(isText);
  return hasShape(value, { event: text, view: optional((v) => v === "all" || isWindow(v)), title: text, text });
}

function isDownloads(value: unknown): boolean {
  const formats: readonly unknown[] = ["svg", "png", "csv", "json"];
  return isList(value, (one) => formats.includes(one)) && new Set(value).size === value.length;
}

function isThemeTokens(value: unknown): boolean {
  const color = optional((one) => readColor(one)?.startsWith("#") ?? false);
  const palette = Object.fromEntries(PALETTE.map((name) => [name, color]));
  return hasShape(value, { surface: color, ink: color, palette: optional((v) => hasShape(v, palette)) });
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}

function isFunction(value: unknown): boolean {
  return typeof value === "function";
}

/** Whether an option has this name. */
export function isOption(name: string): boolean {
  return Object.hasOwn(CHECKS, name);
}

/** Quotes texts, so that "false" differs from false. */
function written(value: unknown): string {
  return typeof value === "string" ? `"${quoteValue(value)}"` : quoteValue(value);
}

/**
 * Options with every default filled in. An option that is `undefined` keeps its default.
 *
 * @param locale the default language. Its default has only the words of a picture; a caller that also draws the list and the
 *   buttons passes all words.
 * @throws TypeError for an unknown option or an invalid value
 */
export function resolveOptions(options: TimelineOptions = {}, locale: Locale = DEFAULTS.locale): ResolvedOptions {
  if (!isObject(options)) {
    throw new TypeError(`options must be an object, not ${quoteValue(options)}`);
  }
  const resolved: Record<string, unknown> = { ...DEFAULTS, locale };
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const check = isOption(name) ? CHECKS[name as keyof TimelineOptions] : undefined;
    if (!check) throw new TypeError(`unknown option "${name}"; there are ${Object.keys(CHECKS).join(", ")}`);
    if (!check[0](value)) throw new TypeError(`option ${name} must be ${check[1]}, not ${written(value)}`);
    resolved[name] = value;
  }
  return resolved as unknown as ResolvedOptions;
}
