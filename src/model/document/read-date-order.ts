/** Infers the order of day and month from all dates of a document. */
import { findDateOrder } from "../../time/date-order.js";
import type { DateOrder } from "../../time/spoken/numeric-date.js";
import type { Rows } from "./columns.js";
import { isObject, type Report } from "./fields.js";

/** Examines `date` and `end` of all events and rows, and reports the result. */
export function readDateOrder(
  events: readonly unknown[],
  rows: Rows | undefined,
  report: Report,
): DateOrder | undefined {
  const values: unknown[] = [];
  for (const event of events) {
    const given = isObject(event) ? event : {};
    values.push(ownValue(given, "date"), ownValue(given, "end"));
  }
  // Numbers have no order of day and month: skip them, there may be a million.
  const [dates = [], ends = []] = ["date", "end"].map((name) => rows?.lists[name]).map(textsOf);
  for (let row = 0; row < Math.max(dates.length, ends.length); row++) {
    values.push(ownValue(dates, row), ownValue(ends, row));
  }
  const found = findDateOrder(values);
  if (!found) return undefined;
  const dateAt = (i: number) => {
    const [event, name] = [i >> 1, i % 2 === 0 ? "date" : "end"];
    const row = event - events.length;
    return { path: row < 0 ? `events[${event}].${name}` : `columns.${name}[${row}]`, value: values[i] };
  };
  if ("mixed" in found) {
    const [dayFirst, monthFirst] = found.mixed.map(dateAt);
    const [first, second] = found.mixed[0] < found.mixed[1] ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
    report.add(
      "date-order-mixed",
      `day and month are in a different order than in ${first?.path} "${String(first?.value)}"`,
      second?.path ?? "events",
      second?.value,
      "Write all dates as 2024-06-19",
    );
    return undefined;
  }
  const shows = dateAt(found.at);
  report.add(
    "date-order-inferred",
    `all dates whose order is clear are written ${found.order === "DMY" ? "day first" : "month first"}, so the others are read the same way`,
    shows.path,
    shows.value,
    `Set dateOrder to "${found.order}" to confirm it`,
  );
  return found.order;
}

function textsOf(column: ArrayLike<unknown> | undefined): ArrayLike<unknown> | undefined {
  return ArrayBuffer.isView(column) ? undefined : column;
}

/** The value; `undefined` when a getter of the caller throws. */
function ownValue<Key extends string | number>(holder: Readonly<Record<Key, unknown>>, key: Key): unknown {
  try {
    return holder[key];
  } catch {
    return undefined;
  }
}
