import type { MeasureText } from "../base/text-width.js";
import type { Locale } from "../time/locale.js";
import type { Instant } from "../time/span.js";
import type { MarkSize } from "./marks/mark-size.js";

/** What every kind of figure needs to know of its place. */
export interface LayoutOptions {
  readonly width: number;
  /** Height of the whole picture, if it is given. */
  readonly height: number | undefined;
  readonly locale: Locale;
  readonly measure: MeasureText;
  /** Space above, for a title. */
  readonly top: number;
  /** Room that key and note may take below, in px; 0 where they are not part of the picture. */
  readonly footerHeight: number;
  readonly minimap: boolean;
  readonly relations: boolean;
  readonly markSize: MarkSize;
  readonly now: Instant | undefined;
  readonly gutterRight: boolean;
  /** True where title and deck are text of the page. */
  readonly inPage: boolean;
}
