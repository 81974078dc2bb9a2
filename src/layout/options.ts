import type { MeasureText } from "../base/text-width.js";
import type { LaneForm } from "../model/document/document.js";
import type { Locale } from "../time/locale.js";
import type { Instant } from "../time/span.js";
import type { MarkSize } from "./marks/mark-size.js";

/** Input that the horizontal, vertical and compact figure share. */
export interface LayoutOptions {
  readonly width: number;
  /** Height of the whole picture in px, if the caller fixes it. */
  readonly height: number | undefined;
  readonly locale: Locale;
  readonly measure: MeasureText;
  /** Space above the figure for its title, in px. */
  readonly top: number;
  /** Height reserved for legend and note below, in px; 0 where they are not part of the picture. */
  readonly footerHeight: number;
  readonly minimap: boolean;
  /** Whether relation lines are drawn: those of the selected event, or all. */
  readonly relations: boolean | "all";
  /** Whether the label of the headline has its image. */
  readonly images: boolean;
  readonly markSize: MarkSize;
  readonly form: LaneForm;
  /** Ids of lanes of ranges that show all their names, however high. */
  readonly namedLanes: ReadonlySet<string> | "all" | undefined;
  readonly now: Instant | undefined;
  readonly gutterRight: boolean;
  /** True where title and description are text of the page. */
  readonly inPage: boolean;
}
