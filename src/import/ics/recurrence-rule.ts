/** Reads a recurrence rule (RFC 5545, 3.3.10). */
import { isoDate } from "./property-value.js";

export type Frequency = "YEARLY" | "MONTHLY" | "WEEKLY" | "DAILY" | "HOURLY" | "MINUTELY" | "SECONDLY";

const FREQUENCIES: readonly string[] = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"];
const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  /** In the extended format. */
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

/** The least and the most number in each list of numbers. Below 0, all but 0 count from the end. */
const RANGES = {
  BYMONTH: [1, 12],
  BYMONTHDAY: [-31, 31],
  BYYEARDAY: [-366, 366],
  BYWEEKNO: [-53, 53],
  BYHOUR: [0, 23],
  BYMINUTE: [0, 59],
  BYSECOND: [0, 60],
  BYSETPOS: [-366, 366],
} as const;

const PARTS: ReadonlySet<string> = new Set([
  "FREQ",
  "INTERVAL",
  "COUNT",
  "UNTIL",
  "WKST",
  "BYDAY",
  ...Object.keys(RANGES),
]);

/** Whether a part of a rule may be read or ignored. Other parts change the dates, such as another calendar (RFC 7529). */
function isRead(name: string, value: string): boolean {
  return PARTS.has(name) || /^(?:RSCALE=GREGORIAN|SKIP=OMIT)$/i.test(`${name}=${value}`) || name.startsWith("X-");
}

/** Returns the rule, or the reason why it is invalid. */
export function readRule(text: string): RecurrenceRule | string {
  const parts = partsOf(text);
  const frequency = parts.get("FREQ")?.toUpperCase() ?? "";
  if (!FREQUENCIES.includes(frequency)) return "it has no FREQ";
  const unread = [...parts].find(([name, value]) => !isRead(name, value));
  if (unread) return `${unread[0]}=${unread[1]} is not read`;
  const interval = Number(parts.get("INTERVAL") ?? 1);
  if (!Number.isInteger(interval) || interval < 1) return "INTERVAL must be 1 or more";
  const count = parts.has("COUNT") ? Number(parts.get("COUNT")) : undefined;
  if (count !== undefined && !(count >= 1)) return "COUNT must be 1 or more";
  const byDay = listOf(parts, "BYDAY")?.map(dayOf);
  if (byDay?.includes(undefined)) return "BYDAY names no weekday";
  const wrong = (Object.keys(RANGES) as (keyof typeof RANGES)[]).find((name) => !isInRange(parts, name));
  if (wrong) return `${wrong} has a number that is not between ${RANGES[wrong].join(" and ")}`;
  const numbers = (name: keyof typeof RANGES): readonly number[] | undefined => listOf(parts, name)?.map(Number);
  const until = parts.get("UNTIL");
  const weekStart = WEEKDAYS.indexOf(parts.get("WKST")?.toUpperCase() ?? "MO");
  return {
    frequency: frequency as Frequency,
    interval,
    count,
    until: until === undefined ? undefined : isoDate(until),
    weekStart: weekStart < 0 ? 1 : weekStart,
    byDay: byDay as RecurrenceRule["byDay"],
    byMonth: numbers("BYMONTH"),
    byMonthDay: numbers("BYMONTHDAY"),
    byYearDay: numbers("BYYEARDAY"),
    byWeekNumber: numbers("BYWEEKNO"),
    byHour: numbers("BYHOUR"),
    byMinute: numbers("BYMINUTE"),
    bySecond: numbers("BYSECOND"),
    bySetPosition: numbers("BYSETPOS"),
  };
}

/** The parts of a rule, each value under its name in capitals. */
function partsOf(text: string): ReadonlyMap<string, string> {
  const parts = text.split(";").filter((part) => part.includes("="));
  return new Map(
    parts.map((part) => {
      const at = part.indexOf("=");
      return [part.slice(0, at).trim().toUpperCase(), part.slice(at + 1).trim()];
    }),
  );
}

function listOf(parts: ReadonlyMap<string, string>, name: string): readonly string[] | undefined {
  const value = parts.get(name);
  return value === undefined ? undefined : [...new Set(value.split(","))];
}

function isInRange(parts: ReadonlyMap<string, string>, name: keyof typeof RANGES): boolean {
  const [least, most] = RANGES[name];
  return (listOf(parts, name) ?? []).every((text) => {
    const n = Number(text);
    return /\d/.test(text) && Number.isInteger(n) && n >= least && n <= most && (least >= 0 || n !== 0);
  });
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
