/** Every option and its default, in one place. */
import { PALETTE, type PaletteName, readColor } from "./base/color.js";
import { quoteValue } from "./base/issue.js";
import { measureByTable, type MeasureText } from "./base/text-width.js";
import { enPicture } from "./locales/picture/en.js";
import { STATUSES } from "./model/document.js";
import type { EventFilter } from "./model/event-filter.js";
import type { PlacedEvent } from "./model/timeline.js";
import type { Locale } from "./time/locale.js";
import type { DateOrder } from "./time/numeric-date.js";
import type { ScaleType } from "./time/scale.js";

/** Colours of a theme, each a hex value. What is not given is that of the light theme. */
export interface ThemeTokens {
  /** Behind the figure, and round its marks. */
  readonly surface?: string;
  /** Text and lines. */
  readonly ink?: string;
  readonly palette?: Readonly<Partial<Record<PaletteName, string>>>;
}

function isThemeTokens(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { surface, ink, palette = {}, ...rest } = value as ThemeTokens;
  const isHex = (color: unknown): boolean => color === undefined || (readColor(color)?.startsWith("#") ?? false);
  const names: readonly string[] = PALETTE;
  return (
    Object.keys(rest).length === 0 &&
    [surface, ink, ...Object.values(palette)].every(isHex) &&
    Object.keys(palette).every((name) => names.includes(name))
  );
}

/** Which part of the timeline is in view first. */
export type InitialView =
  | "all"
  /** About the present, as the option `now` gives it; all without one. */
  | "now"
  /** A window between two dates, as text. */
  | { readonly from: string; readonly to: string }
  /** About an event, as wide as `span` ms or a tenth of the whole. */
  | { readonly event: string; readonly span?: number };

/** A step of a story: an event or a window, and what is said about it. */
export interface StoryStep {
  /** Id of an event, which is selected and brought into view; one that no event has is a warning `event-not-found`. */
  readonly event?: string;
  /** What is in view; by default as much as before, about the event. */
  readonly view?: "all" | { readonly from: string; readonly to: string };
  /** Default: the title of the event. */
  readonly title?: string;
  /** Default: the description of the event. */
  readonly text?: string;
}

/** A file that readers may take along. */
export type DownloadFormat = "svg" | "png" | "csv" | "json";

export interface TimelineOptions {
  /** Width of the figure in px. A live timeline takes that of its container. Default 960. */
  width?: number | undefined;
  /**
   * Height of the picture in px. Default: what its content needs. A height too small for labels in rows gives a compact
   * strip with a few labels on top.
   */
  height?: number | undefined;
  /** `auto` (default): vertical below 480 px, horizontal above. */
  orientation?: "auto" | "horizontal" | "vertical" | undefined;
  /**
   * `time`: proportional. `compressed`: the same, but empty stretches are folded and say how long they are. `equal`: events
   * one step apart, however much time lies between. `log`: powers of ten of the distance from `now`, or from the moment
   * given as `{ log: "2024-06-19" }`, or else from the last event. Whichever is not proportional says so.
   * `auto` (default): `time` when horizontal; `compressed` when vertical, where an empty stretch would be pages of nothing.
   */
  scale?: "auto" | ScaleType | { readonly log: string } | undefined;
  /**
   * `auto` (default): light, or dark where the page's stylesheet says that the reader wants it. Or colours of your own,
   * which then hold for both; in an HTML figure the custom properties of the stylesheet do the same.
   */
  theme?: "auto" | "light" | "dark" | ThemeTokens | undefined;
  /** Language of all generated words. Default English; others from `datelines/locales/<code>`. */
  locale?: Locale | undefined;
  /** IANA zone of times without an offset. Default: the document's, or UTC. */
  timeZone?: string | undefined;
  /** Settles dates such as `1/2/2021`. Default: such dates are refused. */
  dateOrder?: DateOrder | undefined;
  /** The present, as a date; draws a line there. Default: none, so that the picture is the same every day. */
  now?: string | undefined;
  /** Default `all`. */
  initialView?: InitialView | undefined;
  /** Id of the event that is selected first. Default none. An id that no event has is a warning `event-not-found`. */
  selected?: string | null | undefined;
  /** Begins all ids, so that several timelines can share a page. Letters, digits and hyphens. Default `dl`. */
  idPrefix?: string | undefined;
  /**
   * Threads between related events. `auto` (default): from anniversaries to their originals, and all of the selected event.
   * `none`: only words.
   */
  relations?: "auto" | "none" | undefined;
  /**
   * What the size of a mark says. `importance` (default), or `publishers`: how many publishers stand behind the event, none
   * and one, two, or three and more.
   */
  markSize?: "importance" | "publishers" | undefined;
  /** Which way time runs in a horizontal figure. Default `ltr`, to the right. */
  axisDirection?: "ltr" | "rtl" | undefined;
  /** Overview strip under a horizontal figure. Default true. */
  minimap?: boolean | undefined;
  /** One sentence over an HTML figure that counts its sources and what is in doubt. Default true. */
  coverage?: boolean | undefined;
  /**
   * With `renderToHtml`: JSON-LD to write beside the figure, for search engines, as `toJsonLd` of `datelines/export` makes
   * it from the same document. Default none.
   */
  jsonLd?: string | undefined;
  /** Buttons over an interactive figure. Default true. */
  toolbar?: boolean | undefined;
  /**
   * Files that readers may take along, from a menu of the toolbar: what is in view as SVG or PNG, the document as CSV or
   * JSON. They are made in the page; for PNG, a policy of the page must allow images of `blob:`. Default: none.
   */
  downloads?: readonly DownloadFormat[] | undefined;
  /**
   * Events that are shown; the others leave picture and list, and the view and the rows stay. Default: all. A lane, tag or
   * publisher that no event has is a warning `filter-unmatched`.
   */
  filter?: EventFilter | null | undefined;
  /**
   * Makes content of your own for the details of an event: a DOM node, put after what is known of it. Default: none.
   * It is called when an event is opened; without a script it is not.
   */
  details?: ((event: PlacedEvent) => object | null | undefined) | undefined;
  /** A story told in steps, over the picture. Default: none. */
  steps?: readonly StoryStep[] | undefined;
  /** A selector of the page's own blocks: as the reader scrolls past the n-th, the n-th step shows. Default: none. */
  stepBlocks?: string | undefined;
  /** Keeps view and selection in the address of the page, under `idPrefix`. Default false. */
  hash?: boolean | undefined;
  /**
   * Origin of a page that this one is embedded in, such as `https://example.org`, to exchange view and selection with by
   * `postMessage`. Default: none.
   */
  bridge?: string | undefined;
  /** Measures text. Default: a table of generous widths. A live timeline measures with the page's own font. */
  measure?: MeasureText | undefined;
}

export type ResolvedOptions = {
  readonly [Key in keyof TimelineOptions]-?: Exclude<TimelineOptions[Key], undefined>;
} & {
  readonly height: number | undefined;
  readonly timeZone: string | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly now: string | undefined;
  readonly jsonLd: string | undefined;
  readonly details: TimelineOptions["details"];
  readonly stepBlocks: string | undefined;
  readonly bridge: string | undefined;
};

const DEFAULTS = {
  width: 960,
  height: undefined,
  orientation: "auto",
  scale: "auto",
  theme: "auto",
  locale: enPicture,
  timeZone: undefined,
  dateOrder: undefined,
  now: undefined,
  initialView: "all",
  selected: null,
  idPrefix: "dl",
  relations: "auto",
  markSize: "importance",
  axisDirection: "ltr",
  minimap: true,
  coverage: true,
  jsonLd: undefined,
  toolbar: true,
  downloads: [],
  filter: null,
  details: undefined,
  steps: [],
  stepBlocks: undefined,
  hash: false,
  bridge: undefined,
  measure: measureByTable,
} as const satisfies Record<keyof TimelineOptions, unknown>;

/** What each option may be: a test and the words for it. */
const CHECKS: Readonly<Record<keyof TimelineOptions, readonly [(value: unknown) => boolean, string]>> = {
  width: [(v) => typeof v === "number" && Number.isFinite(v) && v >= 0, "a number of px"],
  height: [(v) => typeof v === "number" && Number.isFinite(v) && v > 0, "a number of px"],
  orientation: [isOneOf("auto", "horizontal", "vertical"), '"auto", "horizontal" or "vertical"'],
  scale: [isScale, '"auto", "time", "compressed", "equal", "log" or { log: a date }'],
  theme: [isTheme, '"auto", "light", "dark" or an object of hex colours'],
  locale: [
    (v) => typeof v === "object" && v !== null && "figure" in v,
    'a locale: import { de } from "datelines/locales/de"',
  ],
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

function isInitialView(value: unknown): boolean {
  if (value === "all" || value === "now") return true;
  if (typeof value !== "object" || value === null) return false;
  const { from, to, event } = value as Record<string, unknown>;
  return isText(event) || (isText(from) && isText(to));
}

function isFilter(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { text = "", unsourced = false, ...lists } = value as EventFilter;
  const isList = ([name, list = []]: [string, unknown]): boolean =>
    isOneOf("lanes", "tags", "status", "publishers")(name) &&
    Array.isArray(list) &&
    list.every(name === "status" ? isOneOf(...STATUSES) : isText);
  return isText(text) && isBoolean(unsourced) && Object.entries(lists).every(isList);
}

function isStep(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { event = "", view = "all", title = "", text = "", ...rest } = value as StoryStep;
  const all: readonly unknown[] = [event, title, text];
  return all.every(isText) && (view === "all" || isInitialView(view)) && Object.keys(rest).length === 0;
}

function isScale(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return isText((value as { log?: unknown }).log);
  return isOneOf("auto", "time", "compressed", "equal", "log")(value);
}

function isTheme(value: unknown): boolean {
  return isOneOf("auto", "light", "dark")(value) || isThemeTokens(value);
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
  if (typeof options !== "object" || options === null) {
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
