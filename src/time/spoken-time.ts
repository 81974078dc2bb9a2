/** A time of day after a spoken date: "14:30", "2:30 pm", "at 9 am". */
import { HOUR, MINUTE, SECOND } from "./calendar.js";
import type { Cursor } from "./cursor.js";
import type { Parts } from "./parts.js";
import { Refusal } from "./refusal.js";
import { COMMAS } from "./spoken-parts.js";
import type { Precision } from "./span.js";

/** Reads a time if one stands here and the date before it has a day. */
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
}
