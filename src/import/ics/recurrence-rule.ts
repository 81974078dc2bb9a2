/** Validates a recurrence rule (RFC 5545, 3.3.10) parsed by ical.js. */

export type Frequency = "YEARLY" | "MONTHLY" | "WEEKLY" | "DAILY" | "HOURLY" | "MINUTELY" | "SECONDLY";

const FREQUENCIES: readonly string[] = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"];
const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  /** The value in jCal notation. */
  readonly until: string | undefined;
  /** 0 is Sunday. */
  readonly weekStart: number;
  readonly byDay: readonly { readonly weekday: number; readonly ordinal: number | undefined }[] | undefined;
  readonly byMonth: readonly number[] | undefined;
  readonly byMonthDay: readonly number[] | undefined;
  readonly byYearDay: readonly number[] | undefined;
  readonly byWeekNumber: readonly number[] | undefined;
  readonly byHour: readonly number[] | undefined;
  readonly byMinute: readonly number[] | undefined;
  readonly bySecond: readonly number[] | undefined;
  readonly bySetPosition: readonly number[] | undefined;
}

/** Returns the rule, or the reason why it is invalid. */
export function readRule(value: unknown): RecurrenceRule | string {
  if (typeof value !== "object" || value === null) return "it is not a rule";
  const raw = value as Record<string, unknown>;
  const frequency = String(raw["freq"] ?? "").toUpperCase();
  if (!FREQUENCIES.includes(frequency)) return "it has no FREQ";
  const interval = raw["interval"] === undefined ? 1 : Number(raw["interval"]);
  if (!Number.isInteger(interval) || interval < 1) return "INTERVAL must be 1 or more";
  const byDay = listOf(raw["byday"])?.flatMap((text) => dayOf(String(text)) ?? []);
  if (byDay?.length !== listOf(raw["byday"])?.length) return "BYDAY names no weekday";
  const count = raw["count"] === undefined ? undefined : Number(raw["count"]);
  if (count !== undefined && !(count >= 1)) return "COUNT must be 1 or more";
  return {
    frequency: frequency as Frequency,
    interval,
    count,
    until: raw["until"] === undefined ? undefined : String(raw["until"]),
    weekStart: weekStartOf(raw["wkst"]),
    byDay,
    byMonth: numbers(raw["bymonth"]),
    byMonthDay: numbers(raw["bymonthday"]),
    byYearDay: numbers(raw["byyearday"]),
    byWeekNumber: numbers(raw["byweekno"]),
    byHour: numbers(raw["byhour"]),
    byMinute: numbers(raw["byminute"]),
    bySecond: numbers(raw["bysecond"]),
    bySetPosition: numbers(raw["bysetpos"]),
  };
}

/** Reads a day such as "MO", or "-1SU" for the last Sunday. */
function dayOf(text: string): { weekday: number; ordinal: number | undefined } | undefined {
  const [, ordinal, weekday = ""] = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/i.exec(text) ?? [];
  if (weekday === "") return undefined;
  return {
    weekday: WEEKDAYS.indexOf(weekday.toUpperCase()),
    ordinal: ordinal === undefined ? undefined : Number(ordinal),
  };
}

function weekStartOf(value: unknown): number {
  if (value === undefined) return 1;
  const at = WEEKDAYS.indexOf(String(value).toUpperCase());
  // ical.js counts weekdays from 1, Sunday.
  return at >= 0 ? at : typeof value === "number" ? (value + 6) % 7 : 1;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value : [value];
}

function numbers(value: unknown): readonly number[] | undefined {
  return listOf(value)?.map(Number);
}
