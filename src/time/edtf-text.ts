/** A span as EDTF (ISO 8601-2:2019, as the Library of Congress profiles it), for formats that machines read. */
import { civilOf } from "./calendar.js";
import { clockText, pad } from "./digits.js";
import { type Moment, type Precision, type Span, shownAt } from "./span.js";

/** How many years each digit less stands for. */
const DIGITS: Readonly<Partial<Record<Precision, number>>> = { decade: 1, century: 2, millennium: 3 };
/** Length of an ISO date and time to each unit that EDTF can write. Minutes and hours it cannot: the day is said. */
const LENGTH: Readonly<Partial<Record<Precision, number>>> = { year: 4, month: 7, second: 19, millisecond: 19 };

/**
 * The date in EDTF, never more precise than it is known. What EDTF has no unit for ("early 2024", "66 million years ago")
 * is written as once between two dates; a time without seconds as its day. Reading it again gives the same limits, but
 * for such times.
 */
export function edtfText(span: Span): string {
  const { kind, from, to, openStart, openEnd, members } = span;
  const end = (moment: Moment | null, open: Span["openEnd"]): string =>
    moment ? momentText(moment, false) : open === "unknown" ? "" : "..";
  switch (kind) {
    case "moment":
      return momentText(from as Moment, true);
    case "interval":
      return `${end(from, openStart)}/${end(to, openEnd)}`;
    case "before":
      return `[..${unitText(span.end - 1, to as Moment)}]`;
    case "after":
      return `[${unitText(span.start, from as Moment)}..]`;
    default: {
      const texts = (members ?? []).map((member) =>
        member.kind === "interval" ? edtfText(member).replace("/", "..").replace("....", "..") : edtfText(member),
      );
      return kind === "one-of" ? `[${texts.join(",")}]` : `{${texts.join(",")}}`;
    }
  }
}

/** @param whole a choice may stand for it; at the end of an interval it may not, and its nearer limit is said */
function momentText(moment: Moment, whole: boolean): string {
  const { start, end, precision, season, part, soft, ago } = moment;
  const mark = qualifier(moment);
  const { year } = civilOf(start);
  if (precision === "season" && season !== undefined) return `${yearText(year)}-${season}${mark}`;
  const digits = DIGITS[precision];
  const stated = part || soft || ago !== undefined || precision === "age";
  if (!stated && digits !== undefined && year >= 0 && year % 10 ** digits === 0)
    return yearText(year).slice(0, 4 - digits) + "X".repeat(digits) + mark;
  if (!stated && digits === undefined) return unitText(start, moment);
  const day: Moment = { ...moment, precision: Math.abs(year) > 9999 ? "year" : "day" };
  return whole ? `[${unitText(start, day)}..${unitText(end - 1, day)}]` : unitText(start, day);
}

/** The unit of a moment's precision that holds an instant, with the moment's certainty. */
function unitText(instant: number, moment: Moment): string {
  const civil = civilOf(shownAt(moment, instant));
  const { year, month, day } = civil;
  const mark = qualifier(moment);
  const [m, d] = [`-${pad(month)}`, `-${pad(day)}`];
  const length = LENGTH[moment.precision] ?? (moment.precision in DIGITS || moment.precision === "age" ? 4 : 10);
  if (length === 4 || Math.abs(year) > 9999) return yearText(year) + mark;
  const text = yearText(year) + m + (length > 7 ? d : "");
  return length === 19 ? `${text}T${clockText(civil, "second")}${offsetText(moment.offset)}` : text + mark;
}

function offsetText(offset: number | undefined): string {
  if (offset === undefined) return "";
  const size = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${pad(Math.trunc(size / 60))}:${pad(size % 60)}`;
}

function qualifier({ approximate, uncertain }: Moment): string {
  return approximate ? (uncertain ? "%" : "~") : uncertain ? "?" : "";
}

function yearText(year: number): string {
  const digits = pad(Math.abs(year), 4);
  return (Math.abs(year) > 9999 ? "Y" : "") + (year < 0 ? "-" : "") + digits;
}
