/** Writes a span as EDTF (ISO 8601-2:2019, in the profile of the Library of Congress), for formats that machines read. */
import { civilOf, DAY } from "../calendar.js";
import { clockText, pad } from "../digits.js";
import { type Moment, type Precision, type Span, shownAt } from "../span.js";

/** The number of unspecified last digits of a year for each precision. */
const UNSPECIFIED_DIGITS: Readonly<Partial<Record<Precision, number>>> = { decade: 1, century: 2, millennium: 3 };
/** Length of an ISO date-time for each precision of EDTF. EDTF has no minutes and hours; such times are written as their day. */
const ISO_LENGTH: Readonly<Partial<Record<Precision, number>>> = { year: 4, month: 7, second: 19, millisecond: 19 };

/**
 * The date in EDTF, never more precise than it is known. A unit that EDTF lacks ("early 2024", "66 million years ago") becomes
 * a choice between two dates. A time without seconds becomes its day, and so does a time in a choice.
 * Reading the text again gives the same limits, apart from those times. Intervals with times or with years of five digits go
 * beyond EDTF and use ISO 8601.
 */
export function edtfText(span: Span): string {
  const { kind, start, end, from, to, openStart, openEnd, members } = span;
  switch (kind) {
    case "moment":
      return edtfUnit(from as Moment) ?? `[${choiceText(span)}]`;
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

/** One member of a choice. EDTF has no nested brackets. */
function choiceText({ kind, start, end, from, to }: Span): string {
  const [first, last] = [from && dated(from), to && dated(to)];
  if (kind === "before") return `..${limitText(lastOf(end), last as Moment)}`;
  if (kind === "after") return `${limitText(start, first as Moment)}..`;
  if (kind === "moment") {
    const moment = first as Moment;
    const limit = isOfUnits(moment) ? unitText : limitText;
    return edtfUnit(moment) ?? `${limit(start, moment)}..${limit(lastOf(end), moment)}`;
  }
  return `${first ? firstText(first, start) : ""}..${last ? lastText(first, last, end) : ""}`;
}

/** True for a moment between two stated years or months. */
function isOfUnits({ soft, precision, start, end }: Moment): boolean {
  if (!soft || (precision !== "year" && precision !== "month")) return false;
  return [start, end].every((edge) => {
    const { month, day } = civilOf(edge);
    return edge % DAY === 0 && day === 1 && (precision === "month" || month === 1);
  });
}

/** The start of an interval. EDTF allows no choice there, so a moment without an EDTF unit is written as its limit. */
function firstText(from: Moment, start: number): string {
  return edtfUnit(from) ?? limitText(start, from);
}

/** The end of an interval. EDTF orders ends by their first day, so an end that contains the start is written as its last day. */
function lastText(from: Moment | null, to: Moment, end: number): string {
  const unit = edtfUnit(to);
  const inOrder = !from || from.start <= to.start || unit?.includes("X");
  return unit && inOrder ? unit : limitText(lastOf(end), inDays(to));
}

/** The moment as one EDTF unit. `undefined`: EDTF has no such unit. */
function edtfUnit(moment: Moment): string | undefined {
  const { start, precision, season, part, soft, ago } = moment;
  const { year } = civilOf(start);
  if (precision === "season" && season !== undefined) return `${yearText(year)}-${season}${qualifier(moment)}`;
  if (part || soft || ago !== undefined || precision === "age") return undefined;
  const digits = UNSPECIFIED_DIGITS[precision];
  if (digits === undefined) return unitText(start, moment);
  if (year < 0 || year % 10 ** digits !== 0) return undefined;
  return yearText(year).slice(0, 4 - digits) + "X".repeat(digits) + qualifier(moment);
}

/** A limit in the unit of its moment, or as a day where the moment is not one EDTF unit. */
function limitText(instant: number, moment: Moment): string {
  return unitText(instant, edtfUnit(moment) === undefined ? inDays(moment) : moment);
}

/** The last instant before an end. Beyond the integers of a double, an instant of the last day. */
function lastOf(end: number): number {
  return end - (Number.isSafeInteger(end) ? 1 : DAY);
}

function inDays(moment: Moment): Moment {
  return { ...moment, precision: Math.abs(civilOf(moment.start).year) > 9999 ? "year" : "day" };
}

/** The moment without its time of day. */
function dated(moment: Moment): Moment {
  return ISO_LENGTH[moment.precision] === 19 ? inDays(moment) : moment;
}

/** The year, month, day or second that contains an instant, with the qualifier of the moment. */
function unitText(instant: number, moment: Moment): string {
  const civil = civilOf(shownAt(moment, instant));
  const { year, month, day } = civil;
  const mark = qualifier(moment);
  const [m, d] = [`-${pad(month)}`, `-${pad(day)}`];
  const length =
    ISO_LENGTH[moment.precision] ?? (moment.precision in UNSPECIFIED_DIGITS || moment.precision === "age" ? 4 : 10);
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
