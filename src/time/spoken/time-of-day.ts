/** Reads a time of day after a spoken date: "14:30", "2:30 pm", "at 9 am", "14:30 -0500". */
import { civilOf, HOUR, MINUTE, SECOND } from "../calendar.js";
import type { Cursor } from "./token-cursor.js";
import { offsetOf } from "../edtf/date-time.js";
import { clockText } from "../digits.js";
import type { Parts, Time } from "./date-parts.js";
import { Refusal } from "../refusal.js";
import { COMMAS } from "./punctuation.js";
import type { Precision } from "../span.js";

/** Reads a time at the cursor, if the date before it has a day. */
export function readTime(cursor: Cursor, parts: Parts): void {
  if (parts.day === undefined && !(parts.moment?.precision === "day")) return;
  const before = cursor.place;
  cursor.sign(...COMMAS);
  cursor.take("filler");
  const named = cursor.take("hour");
  const hour = cursor.number();
  if (!hour || hour.digits > 2) {
    cursor.reset(before);
    return;
  }
  const fields = [hour.value];
  while (fields.length < 3) {
    const place = cursor.place;
    const part = cursor.sign(":") && cursor.number();
    if (!part || part.digits !== 2) {
      cursor.reset(place);
      break;
    }
    fields.push(part.value);
  }
  const point = cursor.place;
  const fraction = fields.length === 3 && cursor.sign(".", ",") && cursor.peek()?.joined ? cursor.number() : undefined;
  if (!fraction || fraction.digits !== 3) cursor.reset(point);
  const half = cursor.take("am", "pm");
  const marked = half ?? cursor.take("hour") ?? named;
  if (fields.length === 1 && !marked) {
    cursor.reset(before);
    return;
  }
  const [h = 0, m = 0, s = 0] = fields;
  if (m > 59 || s > 59 || h > (half ? 12 : 23) || (half && h < 1)) {
    throw new Refusal("date-invalid", "there is no such time of day", "Write it as 14:30");
  }
  const hours = half ? (h % 12) + (half === "pm" ? 12 : 0) : h;
  const ms = fraction?.digits === 3 ? fraction.value : undefined;
  const precision = (["hour", "minute", "second"] as const)[fields.length - 1] as Precision;
  const rest = hours * HOUR + m * MINUTE + s * SECOND + (ms ?? 0);
  parts.time = { ms: rest, precision: ms === undefined ? precision : "millisecond" };
  const ahead = readOffset(cursor, parts.time);
  if (ahead !== undefined) Object.assign(parts.time, { ahead, timeZone: cursor.timeZone });
}

/** Reads an offset, and returns it in ms: "UTC", "UTC+9", "GMT-3:30", "+09:00", " -0500". */
function readOffset(cursor: Cursor, { ms, precision }: Time): number | undefined {
  const before = cursor.place;
  const named = cursor.take("utc");
  const dash = cursor.peek();
  const sign = cursor.sign("+", "-", "−");
  const hours = sign && cursor.number();
  if (!hours) {
    cursor.reset(named ? before + 1 : before);
    return named ? 0 : undefined;
  }
  const colon = cursor.sign(":") && cursor.number();
  const [h, m] =
    hours.digits > 2 ? [Math.trunc(hours.value / 100), hours.value % 100] : [hours.value, colon ? colon.value : 0];
  if (sign !== "+" && !named) {
    // A minus without "UTC" may also join two times. It is an offset only in the shape of one, with a blank before it.
    const shape = colon ? hours.digits === 2 && colon.digits === 2 : hours.digits === 4;
    const isOffset = shape && hours.joined && !dash?.joined && m < 60 && h * 60 + m <= 12 * 60 && !goesOn(cursor);
    if (!isOffset) {
      cursor.reset(before);
      return undefined;
    }
    // Two times would have the same shape. So next to seconds, or without a colon, it is an offset.
    if (colon && h * HOUR + m * MINUTE > ms && (precision === "hour" || precision === "minute")) {
      const [from, to] = [ms, h * HOUR + m * MINUTE].map((time) => clockText(civilOf(time), "minute"));
      throw new Refusal(
        "date-order-unknown",
        `it could be ${from} at the offset -${to} or the time from ${from} to ${to}`,
        `Write the time as ${from} UTC-${to} or ${from} – ${to}`,
      );
    }
  }
  return h === 0 && m === 0 ? 0 : offsetOf(sign === "+" ? sign : "-", String(h), String(m));
}

/** Whether the time that was read continues: "11:30:15", "11:30 pm". */
function goesOn(cursor: Cursor): boolean {
  const next = cursor.peek();
  return (
    next !== undefined && ((next.kind === "sign" && next.sign === ":") || ["am", "pm", "hour"].includes(next.kind))
  );
}
