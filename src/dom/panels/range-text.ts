/** The part of time in view in words: "1910 to 1920". */
import { word } from "../../scene/accessible-names.js";
import { formatDate } from "../../time/wording/format-date.js";
import { fill } from "../../time/locale.js";
import { type Moment, momentSpan } from "../../time/span.js";
import { viewportSpan } from "../../time/viewport-span.js";
import type { Stage } from "../controller/controller.js";

export function windowText({ times: { start, end }, options: { locale } }: Pick<Stage, "times" | "options">): string {
  const { from, to } = viewportSpan(start, end);
  const [first, last] = [from, to].map((moment) => formatDate(momentSpan(moment as Moment), locale, "words"));
  return fill(word(locale, "window"), first ?? "", last ?? "");
}
