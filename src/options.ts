/** Every option and its default, in one place. */
import type { PaletteName } from "./base/color.js";
import { measureByTable, type MeasureText } from "./base/text-width.js";
import { enPicture } from "./locales/en-picture.js";
import type { EventFilter } from "./model/events/event-filter.js";
import type { PlacedEvent } from "./model/timeline.js";
import type { Locale } from "./time/locale.js";
import type { DateOrder } from "./time/spoken/numeric-date.js";
import type { ScaleType } from "./time/scale.js";

/** Colours of a theme, each a hex value. What is not given is that of the light theme. */
export interface ThemeTokens {
  /** Behind the figure, and round its marks. */
  readonly surface?: string;
  /** Text and lines. */
  readonly ink?: string;
  readonly palette?: Readonly<Partial<Record<PaletteName, string>>>;
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

/** How a timeline is shown. An option that is `undefined` keeps its default. */
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
   * Where the labels of up to 150 events would even so stand far from their marks, or far apart on a very high figure, a
   * vertical figure without a `height` puts each event under the one before, in steps as high as their labels.
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
   * publisher that no event has is a warning `filter-unmatched`. Set from code it shows at once, however many events there
   * are; what the reader chooses among 10,000 and more events in plain columns is worked out in short steps and shows after.
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

/** Options with every default filled in; those without a default are `undefined` where they are not given. */
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

/** What holds where an option is not given. */
export const DEFAULTS = {
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
