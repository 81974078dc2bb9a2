/** Every option and its default, in one place. */
import { measureByTable, type MeasureText } from "./base/text-width.js";
import { en } from "./locales/en.js";
import type { Locale } from "./time/locale.js";
import type { DateOrder } from "./time/numeric-date.js";
import type { ScaleType } from "./time/scale.js";

/** Which part of the timeline is in view first. */
export type InitialView =
  | "all"
  /** A window between two dates, as text. */
  | { readonly from: string; readonly to: string }
  /** About an event, as wide as `span` ms or a tenth of the whole. */
  | { readonly event: string; readonly span?: number };

export interface TimelineOptions {
  /** Width of the figure in px. A live timeline takes that of its container. Default 960. */
  width?: number | undefined;
  /** `auto` (default): vertical below 480 px, horizontal above. */
  orientation?: "auto" | "horizontal" | "vertical" | undefined;
  /**
   * `time`: proportional. `compressed`: the same, but empty stretches are folded and say how long they are.
   * `auto` (default): `time` when horizontal; `compressed` when vertical, where an empty stretch would be pages of nothing.
   */
  scale?: "auto" | Extract<ScaleType, "time" | "compressed"> | undefined;
  /** `auto` (default): light, or dark where the page's stylesheet says that the reader wants it. */
  theme?: "auto" | "light" | "dark" | undefined;
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
  /** Id of the event that is selected first. Default none. */
  selected?: string | null | undefined;
  /** Begins all ids, so that several timelines can share a page. Letters, digits and hyphens. Default `dl`. */
  idPrefix?: string | undefined;
  /** Overview strip under a horizontal figure. Default true. */
  minimap?: boolean | undefined;
  /** Buttons over an interactive figure. Default true. */
  toolbar?: boolean | undefined;
  /** Measures text. Default: a table of generous widths. A live timeline measures with the page's own font. */
  measure?: MeasureText | undefined;
}

export type ResolvedOptions = {
  readonly [Key in keyof TimelineOptions]-?: Exclude<TimelineOptions[Key], undefined>;
} & {
  readonly timeZone: string | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly now: string | undefined;
};

const DEFAULTS = {
  width: 960,
  orientation: "auto",
  scale: "auto",
  theme: "auto",
  locale: en,
  timeZone: undefined,
  dateOrder: undefined,
  now: undefined,
  initialView: "all",
  selected: null,
  idPrefix: "dl",
  minimap: true,
  toolbar: true,
  measure: measureByTable,
} as const satisfies Record<keyof TimelineOptions, unknown>;

/** What each option may be: a test and the words for it. */
const CHECKS: Readonly<Record<keyof TimelineOptions, readonly [(value: unknown) => boolean, string]>> = {
  width: [(v) => typeof v === "number" && Number.isFinite(v) && v >= 0, "a number of px"],
  orientation: [isOneOf("auto", "horizontal", "vertical"), '"auto", "horizontal" or "vertical"'],
  scale: [isOneOf("auto", "time", "compressed"), '"auto", "time" or "compressed"'],
  theme: [isOneOf("auto", "light", "dark"), '"auto", "light" or "dark"'],
  locale: [
    (v) => typeof v === "object" && v !== null && "figure" in v,
    "a locale, such as the one of datelines/locales/de",
  ],
  timeZone: [isText, "the name of a time zone"],
  dateOrder: [isOneOf("DMY", "MDY", "YMD"), '"DMY", "MDY" or "YMD"'],
  now: [isText, "a date as text"],
  initialView: [(v) => v === "all" || (typeof v === "object" && v !== null), '"all", { from, to } or { event }'],
  selected: [(v) => v === null || isText(v), "the id of an event, or null"],
  idPrefix: [(v) => isText(v) && /^[A-Za-z][A-Za-z0-9-]*$/.test(v as string), "letters, digits and hyphens"],
  minimap: [isBoolean, "true or false"],
  toolbar: [isBoolean, "true or false"],
  measure: [(v) => typeof v === "function", "a function"],
};

function isOneOf(...allowed: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === "string" && allowed.includes(value);
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
 * @throws TypeError for an unknown option or a value it cannot take: those are mistakes of the program, not of the data
 */
export function resolveOptions(options: TimelineOptions = {}): ResolvedOptions {
  const resolved: Record<string, unknown> = { ...DEFAULTS };
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof TimelineOptions] : undefined;
    if (!check) throw new TypeError(`unknown option "${name}"; there are ${Object.keys(CHECKS).join(", ")}`);
    if (!check[0](value)) throw new TypeError(`option ${name} must be ${check[1]}, not ${JSON.stringify(value)}`);
    resolved[name] = value;
  }
  return resolved as unknown as ResolvedOptions;
}
