/** A sentence about a timeline's sources: "21 events, 31 sources, 18 publishers; 1 presumed, 3 approximate dates." */
import { coverageOf } from "../../model/sources/coverage.js";
import { STATUSES } from "../../model/document/document.js";
import type { Timeline } from "../../model/timeline.js";
import type { CountedWord } from "../../time/wording/figure-words.js";
import { counted, fill, groupDigits, type Locale } from "../../time/locale.js";
import { word } from "../accessible-names.js";

/**
 * The sentence, or an empty text for a timeline without sources.
 *
 * @param summed true where the text before contains the number of events
 */
export function coverageInWords(timeline: Timeline, locale: Locale, summed: boolean): string {
  if (timeline.sources.length === 0) return "";
  const coverage = coverageOf(timeline);
  const { figure } = locale;
  const say = (key: CountedWord, n: number): string => (n === 0 ? "" : counted(locale, figure[key], n));
  const status = figure.statusCount;
  const counts = [
    summed ? "" : say("events", coverage.events),
    say("sources", coverage.sources),
    say("publishers", coverage.publishers),
  ];
  const doubts = [
    ...STATUSES.filter((name) => name !== "confirmed" && coverage.status[name] > 0).map((name) =>
      fill(status[name], groupDigits(coverage.status[name], locale)),
    ),
    say("approximateDates", coverage.approximate),
    say("uncertainDates", coverage.uncertain),
    say("differingDates", coverage.differing),
    say("unsourcedEvents", coverage.unsourced),
  ];
  const list = (parts: readonly string[]): string => join(parts, word(locale, "listComma"));
  return `${join([list(counts), list(doubts)], word(locale, "listSemicolon"))}.`;
}

function join(parts: readonly string[], pattern: string): string {
  return parts
    .filter((part) => part !== "")
    .reduce((text, part) => (text === "" ? part : fill(pattern, text, part)), "");
}
