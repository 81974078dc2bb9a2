/** Reads ISO 8601-1 date-times: a calendar date, `T` or a blank, a time of day, and `Z`, an offset or nothing. */
import { DAY, HOUR, MINUTE, SECOND, TIME_UNITS } from "../calendar.js";
import { exactDate } from "./edtf-date.js";
import { Refusal, type Remark } from "../refusal.js";
import { certain, type Moment, type Precision } from "../span.js";
import { wallClock, wallClockFault } from "../zone.js";

const DATE_TIME =
  /^(-?\d{4}|[+-]\d{6})-(\d\d)-(\d\d)(?:[T ])(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,18}))?)?)?(?:(Z)|([+-])(\d\d)(?::?(\d\d))?)?$/;

export interface DateTimeContext {
  /** The zone of wall-clock times, in which times with an offset are shown too. Undefined: UTC, and times keep their offset. */
  readonly timeZone: string | undefined;
  /** Collects notes on rules that were applied. */
  readonly remarks: Remark[];
}

/** Reads a date-time, or throws a {@link Refusal}. `undefined`: it does not have that shape. */
export function readDateTime(text: string, context: DateTimeContext): Moment | undefined {
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  const [, yearText = "", monthText = "", dayText = "", h = "", m, s, fraction, zulu, sign, oh = "", om = "00"] = match;
  if (/^-0+$/.test(yearText)) throw new Refusal("date-invalid", "there is no year -0000", "Write 0000 for 1 BCE");
  const date = exactDate(Number(yearText), monthText, dayText);

  const precision: Precision =
    fraction !== undefined ? "millisecond" : s !== undefined ? "second" : m !== undefined ? "minute" : "hour";
  const time = timeOfDay(Number(h), Number(m ?? 0), Number(s ?? 0), milliseconds(fraction), context.remarks);
  const local = date.start + time;
  const ahead = offsetOf(sign, oh, om);
  const start =
    zulu || sign
      ? wallClock(local - ahead, context.timeZone ?? "UTC")
      : checkWallClock(local, context.timeZone ?? "UTC", context);
  const moment = certain(start, start + TIME_UNITS[precision as "hour"], precision);
  // Times are shown in a chosen zone. Without one, the written day and time are kept.
  return ahead === 0 || context.timeZone !== undefined ? moment : { ...moment, offset: ahead / MINUTE };
}

/** A fraction of a second in ms. Further digits are cut, because rounding could give the next second. */
function milliseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, "0"));
}

/** A time of day in ms since midnight. 24:00:00 is the midnight at the end of the day (ISO 8601-1:2019/Amd 1, 4.3.8). */
function timeOfDay(hour: number, minute: number, second: number, ms: number, remarks: Remark[]): number {
  if (hour === 24 && minute === 0 && second === 0 && ms === 0) {
    remarks.push({ code: "time-midnight", problem: "24:00 is read as 00:00 of the next day" });
    return DAY;
  }
  if (hour > 23) throw new Refusal("date-invalid", `there is no hour ${hour}`, "Write an hour from 00 to 23");
  if (minute > 59) throw new Refusal("date-invalid", `there is no minute ${minute}`, "Write a minute from 00 to 59");
  if (hour === 23 && minute === 59 && second === 60) {
    remarks.push({ code: "leap-second", problem: "the leap second is drawn at 23:59:59" });
    return DAY - SECOND;
  }
  if (second > 59) throw new Refusal("date-invalid", `there is no second ${second}`, "Write a second from 00 to 59");
  return hour * HOUR + minute * MINUTE + second * SECOND + ms;
}

/** An offset in ms. Time zones reach from -12:00 to +14:00, and ISO 8601-1:2019, 4.3.13 excludes -00:00. */
export function offsetOf(sign: string | undefined, hours: string, minutes: string): number {
  if (!sign) return 0;
  const total = Number(hours) * 60 + Number(minutes);
  const [lowest, highest] = [-12 * 60, 14 * 60];
  const signed = sign === "-" ? -total : total;
  if (Number(minutes) > 59 || signed < lowest || signed > highest || (sign === "-" && total === 0)) {
    throw new Refusal(
      "date-invalid",
      `there is no offset ${sign}${hours}:${minutes}`,
      "Write Z, or an offset from -12:00 to +14:00",
    );
  }
  return signed * MINUTE;
}

/** Adds a note if clocks skipped or repeated a wall-clock time, and returns the time as it is. */
function checkWallClock(local: number, timeZone: string, { remarks }: DateTimeContext): number {
  const fault = wallClockFault(local, timeZone);
  if (fault === "nonexistent") {
    remarks.push({
      code: "time-nonexistent",
      problem: `clocks in ${timeZone} skipped this time; it is kept as written`,
      hint: "Add Z or an offset to say which instant is meant",
    });
  } else if (fault === "ambiguous") {
    remarks.push({
      code: "time-ambiguous",
      problem: `clocks in ${timeZone} showed this time twice; the first is taken`,
      hint: "Add Z or an offset to say which instant is meant",
    });
  }
  return local;
}
