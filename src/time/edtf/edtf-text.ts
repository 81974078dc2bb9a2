/** A span as EDTF (ISO 8601-2:2019, as the Library of Congress profiles it), for formats that machines read. */
import { civilOf, DAY } from "../calendar.js";
import { clockText, pad } from "../digits.js";
import { type Moment, type Precision, type Span, shownAt } from "../span.js";

/** How many years each digit less stands for. */
const DIGITS: Readonly<Partial<Record<Precision, number>>> = { decade: 1, century: 2, millennium: 3 };
/** Length of an ISO date and time to each unit that EDTF can write. Minutes and hours it cannot: the day is said. */
const LENGTH: Readonly<Partial<Record<Precision, number>>> = { year: 4, month: 7, second: 19, millisecond: 19 };

/**
 * The date in EDTF, never more precise than it is known. What EDTF has no unit for ("early 2024", "66 million years ago")
 * is written as once between two dates; a time without seconds, and any time before, after or in a choice, as its day.
 * Reading it again gives the same limits, but for such times. EDTF itself has no times and no years of five digits in
 * intervals; there they are written as ISO 8601 has them.
 */
export function edtfText(span: Span): string {
  const { kind, start, end, from, to, openStart, openEnd, members } = span;
  switch (kind) {
    case "moment":
      return unitOf(from as Moment) ?? `[${choiceText(span)}]`;
    case "interval": {
      const open = (sort: Span["openEnd"]): string => (sort === "unknown" ? "" : "..");
      return `${from ? firstText(from, start) : open(openStart)}/${to ? lastText(from, to, end) : open(openEnd)}`;
    }
    case "before":
    case "after":
      return `[${choiceText(span)}]`;
    default: {
      const list = (members ?? []).map(choiceText).join(",");
      return kind === "one-of" ? `[${list}]` : `{${list}}`;
    }
  }
}

/** One of several: a choice in a choice has no brackets of its own. */
function choiceText({ kind, start, end, from, to }: Span): string {
  const [first, last] = [from && dated(from), to && dated(to)];
  if (kind === "before") return `..${limitText(lastOf(end), last as Moment)}`;
  if (kind === "after") return `${limitText(start, first as Moment)}..`;
  if (kind === "moment") {
    const moment = first as Moment;
    const limit = isOfUnits(moment) ? unitText : limitText;
    return unitOf(moment) ?? `${limit(start, moment)}..${limit(lastOf(end), moment)}`;
  }
  return `${first ? firstText(first, start) : ""}..${last ? lastText(first, last, end) : ""}`;
}

/** Between two years, or two months, as they were stated. */
function isOfUnits({ soft, precision, start, end }: Moment): boolean {
  if (!soft || (precision !== "year" && precision !== "month")) return false;
  return [start, end].every((edge) => {
    const { month, day } = civilOf(edge);
    return edge % DAY === 0 && day === 1 && (precision === "month" || month === 1);
  });
}

/** The beginning of an interval, where no choice may stand: its limit is said if there is no unit for it. */
function firstText(from: Moment, start: number): string {
  return unitOf(from) ?? limitText(start, from);
}

/** The end of an interval. EDTF orders ends by their first day, so one that holds the beginning is its last day. */
function lastText(from: Moment | null, to: Moment, end: number): string {
  const unit = unitOf(to);
  const inOrder = !from || from.start <= to.start || unit?.includes("X");
  return unit && inOrder ? unit : limitText(lastOf(end), inDays(to));
}

/** What EDTF has a unit for. */
function unitOf(moment: Moment): string | undefined {
  const { start, precision, season, part, soft, ago } = moment;
  const { year } = civilOf(start);
  if (precision === "season" && season !== undefined) return `${yearText(year)}-${season}${qualifier(moment)}`;
  if (part || soft || ago !== undefined || precision === "age") return undefined;
  const digits = DIGITS[precision];
  if (digits === undefined) return unitText(start, moment);
  if (year < 0 || year % 10 ** digits !== 0) return undefined;
  return yearText(year).slice(0, 4 - digits) + "X".repeat(digits) + qualifier(moment);
}

/** A limit in the unit of its moment, or to the day where the moment is not the whole of one. */
function limitText(instant: number, moment: Moment): string {
  return unitText(instant, unitOf(moment) === undefined ? inDays(moment) : moment);
}

/** The last instant before an end; so far out that a double has no single milliseconds, one of its last day. */
function lastOf(end: number): number {
  return end - (Number.isSafeInteger(end) ? 1 : DAY);
}

function inDays(moment: Moment): Moment {
  return { ...moment, precision: Math.abs(civilOf(moment.start).year) > 9999 ? "year" : "day" };
}

/** The moment without its time of day. */
function dated(moment: Moment): Moment {
  return LENGTH[moment.precision] === 19 ? inDays(moment) : moment;
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
