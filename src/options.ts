/** The options and their defaults. */
import type { PaletteName } from "./base/color.js";
import { measureByTable, type MeasureText } from "./base/text-width.js";
import { enPicture } from "./locales/en-picture.js";
import type { LaneForm } from "./model/document/document.js";
import type { EventFilter } from "./model/events/event-filter.js";
import type { PlacedEvent } from "./model/timeline.js";
import type { Locale } from "./time/locale.js";
import type { DateOrder } from "./time/spoken/numeric-date.js";
import type { ScaleType } from "./time/scale.js";

/** Colours of a theme as hex values. Missing colours come from the light theme. */
export interface ThemeTokens {
  /** Background of the figure and outline of its marks. */
  readonly surface?: string;
  /** Text and lines. */
  readonly ink?: string;
  readonly palette?: Readonly<Partial<Record<PaletteName, string>>>;
}

/** The part of the timeline that is visible first. */
export type InitialView =
  | "all"
  /** Around the present, given by the option `now`; everything without that option. */
  | "now"
  /** A window between two dates, written as text. */
  | { readonly from: string; readonly to: string }
  /** Around an event; `span` ms wide, by default a tenth of the whole. */
  | { readonly event: string; readonly span?: number };

/** A step of a story: an event or a window, with a title and a text. */
export interface StoryStep {
  /** Id of an event, which is selected and shown. An unknown id is a warning `event-not-found`. */
  readonly event?: string;
  /** The visible window. Default: a window around the event, as long as the current one. */
  readonly view?: "all" | { readonly from: string; readonly to: string };
  /** Default: the title of the event. */
  readonly title?: string;
  /** Default: the description of the event. */
  readonly text?: string;
}

/** A file format that readers can download. */
export type DownloadFormat = "svg" | "png" | "csv" | "json";

/** A `Node` of a page. Written so because the types of a server have no DOM. */
export interface DetailsNode {
  readonly nodeType: number;
  readonly textContent: string | null;
}

/**
 * Options of a timeline. An option that is `undefined` keeps its default.
 *
 * @typeParam Data the type of the field `data` of events
 */
export interface TimelineOptions<Data extends object = Record<string, unknown>> {
  /** Width of the figure in px. A live timeline uses the width of its container. Default 960. */
  width?: number | undefined;
  /**
   * Height of the picture in px. Default: the height of the content. A height too small for rows of labels gives a compact
   * figure with a few labels on top.
   */
  height?: number | undefined;
  /** `auto` (default): vertical below 480 px, horizontal above. */
  orientation?: "auto" | "horizontal" | "vertical" | undefined;
  /**
   * `time`: proportional. `segmented`: bent into segments, each with its own
   * proportional scale, over a bar that shows the whole at true scale. `compressed`: proportional, with empty ranges folded and labelled with their length. `equal`: equal
   * distances between events. `log`: powers of ten of the distance from `now`, from the date given as
   * `{ log: "2024-06-19" }`, or else from the last event. The figure names any scale that is not proportional.
   * `auto` (default): `time` when horizontal, or `segmented` where at true scale a burst would leave most events no room;
   * a vertical figure without a `height` gives each of up to 150 events a row as high as its label, under heads of segments
   * where time is skewed; it draws more events by `compressed`, and many ranges by `time`.
   */
  scale?: "auto" | ScaleType | { readonly log: string } | undefined;
  /**
   * How a horizontal figure draws the events of its lanes; a lane of the document may have its own `form`.
   * `auto` (default): by what a lane holds and the width of the figure.
   * `dots`: labelled dots on the lane line, in piles where they would touch; an event that lasts is a bar on the line, or a dot
   * of a pile at its start.
   * `histogram`: bars of counts by a calendar unit; an event that lasts counts where it starts.
   * `range-bars`: bars in rows, named where there is room, and thin bars for the rest (a ribbon for more than 2,000 in a lane); an
   * event without length is a disc.
   * `ribbon`: named bars over a ribbon that shows how many run at once; an event without length is counted but adds no width.
   * `single-row`: one row of names over one line of bars and dots.
   */
  form?: LaneForm | undefined;
  /**
   * `auto` (default): light, or dark when the reader prefers it and the stylesheet supports it. Custom colours apply to both;
   * in an HTML figure, the custom properties of the stylesheet have the same effect.
   */
  theme?: "auto" | "light" | "dark" | ThemeTokens | undefined;
  /** Language of all generated words. Default English; others from `datelines/locales/<code>`. */
  locale?: Locale | undefined;
  /** IANA zone of times without an offset. Default: the zone of the document, or UTC. */
  timeZone?: string | undefined;
  /** Order of day, month and year in dates such as `1/2/2021`. Default: the order of the unambiguous dates of the document. */
  dateOrder?: DateOrder | undefined;
  /** The present as a date, marked by a line. Default: none, so that the picture does not change from day to day. */
  now?: string | undefined;
  /** Default `all`. */
  initialView?: InitialView | undefined;
  /** Id of the event that is selected first. Default: none. An unknown id is a warning `event-not-found`. */
  selected?: string | null | undefined;
  /**
   * Prefix of all ids, for several timelines on one page. Letters, digits and hyphens. Default `dl`; a timeline that a script
   * creates takes `dl2`, `dl3` … where the page has `dl`. Figures of `renderToHtml` for one page need a prefix each.
   */
  idPrefix?: string | undefined;
  /**
   * Relation lines. `auto` (default): from anniversaries to their originals, and all lines of the selected event. `none`: no
   * lines; relations are only listed.
   */
  relations?: "auto" | "none" | undefined;
  /**
   * Meaning of the size of a mark. `importance` (default), or `publishers`: the number of publishers of the event, in three
   * sizes (up to one, two, three or more).
   */
  markSize?: "importance" | "publishers" | undefined;
  /**
   * A field of the events' `data` with numbers, such as `Magnitude`: of events that compete for a place, that with the larger
   * number is named. Numbers may be written as text; events without one come last. An `importance` that an author gives to
   * some events still comes first. A field in which no event has a number is a warning `rank-by-unmatched`. Default: none;
   * events of the same importance are ranked by their number of sources, then by time.
   */
  rankBy?: string | undefined;
  /** Direction of time in a horizontal figure. Default `ltr`, to the right. */
  axisDirection?: "ltr" | "rtl" | undefined;
  /** Minimap under a horizontal figure while a part of it is in view. Default true. */
  minimap?: boolean | undefined;
  /**
   * Shows the images of events, in HTML figures: in details, list and story, and in the label of the headline. The browser then
   * requests them from their hosts, without a referrer and not before they come near the window. `false` requests nothing:
   * caption, credit and link stay. Default true.
   */
  images?: boolean | undefined;
  /** A sentence above an HTML figure that counts sources and doubtful events. Default true. */
  coverage?: boolean | undefined;
  /**
   * With `renderToHtml`: JSON-LD for search engines, written beside the figure. `toJsonLd` of `datelines/export` creates it.
   * Default: none.
   */
  jsonLd?: string | undefined;
  /**
   * With `renderToHtml`: writes a second picture for containers narrower than 640 px, such as phones, where it takes less than
   * 100 kB. The stylesheet shows one of the two, without a script too; `hydrateTimeline` takes over the one that shows. The
   * figure then is as wide as its container. Default false; the command line writes both.
   */
  narrow?: boolean | undefined;
  /** Buttons above an interactive figure. Default true. */
  toolbar?: boolean | undefined;
  /**
   * File formats in the download menu of the toolbar: the visible part as SVG or PNG, the document as CSV or JSON. The page
   * creates the files. For PNG, its content security policy must allow images from `blob:`. Default: none.
   */
  downloads?: readonly DownloadFormat[] | undefined;
  /**
   * Selects the events to show; view and rows do not change. Default: all events. A lane, tag or publisher that no event has
   * is a warning `filter-unmatched`. A filter set from code applies immediately. A filter chosen by the reader among 10,000
   * or more events in plain columns is computed in short steps and then applied.
   */
  filter?: EventFilter | null | undefined;
  /**
   * Creates custom content for the details of an event: a DOM node or a text, appended to the other details; `null` adds
   * none. Default: none. The function is called when an event is opened in the browser. Another result is reported to
   * `window.onerror`.
   */
  details?: ((event: PlacedEvent<Data>) => DetailsNode | string | null) | undefined;
  /**
   * A story in steps, shown above the picture: a list of steps, or `"all"` for the title and then each event. Default: none.
   */
  steps?: readonly StoryStep[] | "all" | undefined;
  /** A selector of blocks of the page. The n-th step shows when the reader scrolls past the n-th block. Default: none. */
  stepBlocks?: string | undefined;
  /**
   * Keeps view, selection, step and filter in the hash of the page's URL, under `idPrefix`, and follows the hash. An address
   * that the reader has copied is shown when the page opens, with or without this option. Default false.
   */
  hash?: boolean | undefined;
  /**
   * Origin of the embedding page, such as `https://example.org`. View and selection are exchanged with it by `postMessage`.
   * Default: none.
   */
  bridge?: string | undefined;
  /** Measures text. Default: a table of generous widths. A live timeline measures in the font of the page. */
  measure?: MeasureText | undefined;
}

/** Options with all defaults filled in. Options without a default may be `undefined`. */
export type ResolvedOptions = {
  readonly [Key in keyof TimelineOptions]-?: Exclude<TimelineOptions[Key], undefined>;
} & {
  readonly height: number | undefined;
  readonly timeZone: string | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly now: string | undefined;
  readonly rankBy: string | undefined;
  readonly jsonLd: string | undefined;
  readonly details: TimelineOptions["details"];
  readonly stepBlocks: string | undefined;
  readonly bridge: string | undefined;
};

/** Default option values. */
export const DEFAULTS = {
  width: 960,
  height: undefined,
  orientation: "auto",
  scale: "auto",
  form: "auto",
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
  rankBy: undefined,
  axisDirection: "ltr",
  minimap: true,
  images: true,
  coverage: true,
  jsonLd: undefined,
  narrow: false,
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
