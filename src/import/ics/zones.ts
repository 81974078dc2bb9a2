/** Maps zone names that are not IANA names: names of Windows, of other programs, and of VTIMEZONE components. */
import { HOUR, instantOf, MINUTE } from "../../time/calendar.js";
import { isTimeZone, wallClock } from "../../time/zone.js";
import type { ImportReport } from "../import-report.js";
import { type Component, property, textOf } from "./read-components.js";
import { ruleText } from "./expand-recurrence.js";
import { readRule } from "./recurrence-rule.js";
import { WINDOWS_ZONES } from "./windows-zones.js";

/** The year in which offsets are compared. VTIMEZONE components nearly always describe current rules. */
const COMPARED_YEAR = 2024;

/**
 * Replaces the zone name of every time by an IANA name, if one is found, which is reported. The times of an unknown
 * zone are kept as local times.
 */
export function nameZones(calendars: readonly Component[], report: ImportReport): void {
  const own = new Map<string, Component>();
  for (const { children } of calendars) {
    for (const child of children) {
      const name = child.name === "VTIMEZONE" ? textOf(child, "TZID") : undefined;
      if (name !== undefined) own.set(name, child);
    }
  }
  const known = new Map<string, string | undefined>();
  const named = (name: string, row: number): string => {
    if (!known.has(name)) {
      const found = isTimeZone(name.replace(/^\//, "")) ? undefined : zoneOf(name, own.get(name));
      known.set(name, found?.[0]);
      if (found) report.put("tz-assumed", `the time zone is read as ${found[0]}, ${found[1]}`, { row, value: name });
    }
    return known.get(name) ?? name;
  };
  const visit = ({ name, properties, children }: Component): void => {
    if (name === "VTIMEZONE") return;
    properties.forEach((one, i) => {
      const { tzid } = one.parameters;
      if (tzid !== undefined) {
        properties[i] = { ...one, parameters: { ...one.parameters, tzid: named(tzid, one.row) } };
      } else if (one.name === "X-WR-TIMEZONE" && typeof one.values[0] === "string") {
        properties[i] = { ...one, values: [named(one.values[0], one.row)] };
      }
    });
    children.forEach(visit);
  };
  calendars.forEach(visit);
}

/** The IANA zone for a name and its VTIMEZONE, with the reason for a message. */
function zoneOf(name: string, rules: Component | undefined): readonly [zone: string, because: string] | undefined {
  const windows = name.replace(/ (?:Standard|Daylight) Time$/, "");
  if (Object.hasOwn(WINDOWS_ZONES, windows))
    return [WINDOWS_ZONES[windows] as string, "the zone of that name in Windows"];
  // "/freeassociation.sourceforge.net/Europe/Berlin", "tzone://Microsoft/Utc"
  const parts = name.split("/");
  const end = [3, 2].map((n) => parts.slice(-n).join("/")).find((tail) => tail !== name && isTimeZone(tail));
  if (end) return [end, "the end of its name"];
  if (!rules) return undefined;
  const place = textOf(rules, "X-LIC-LOCATION");
  if (place && isTimeZone(place)) return [place, "named in the VTIMEZONE"];
  const clocks = clocksOf(rules);
  const same = clocks && [...new Set(Object.values(WINDOWS_ZONES))].filter((zone) => sameClocks(zone, clocks));
  const chosen =
    same?.find((zone) => name.includes(zone.split("/").at(-1)?.replaceAll("_", " ") as string)) ?? same?.[0];
  return chosen === undefined ? undefined : [chosen, "which has the offsets of the VTIMEZONE"];
}

/** Offsets from UTC in ms on the first day of each month. */
type Clocks = readonly number[];

/** The monthly offsets by the latest rules of a VTIMEZONE; `undefined` if it has none. */
function clocksOf({ children }: Component): Clocks | undefined {
  const phases = children.map((child) => ({
    isDaylight: child.name === "DAYLIGHT",
    since: String(property(child, "DTSTART")?.values[0] ?? ""),
    month: monthOf(child),
    offset: offsetOf(property(child, "TZOFFSETTO")?.values[0]),
  }));
  const last = (isDaylight: boolean) =>
    phases
      .filter((phase) => phase.isDaylight === isDaylight)
      .reduce<(typeof phases)[0] | undefined>(
        (best, phase) => (best && best.since > phase.since ? best : phase),
        undefined,
      );
  const [standard, daylight] = [last(false), last(true)];
  if (standard?.offset === undefined) return undefined;
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  if (!daylight) return months.map(() => standard.offset as number);
  const { offset } = daylight;
  if (offset === undefined || !daylight.month || !standard.month) return undefined;
  const length = (standard.month - daylight.month + 12) % 12;
  return months.map((month) => {
    const after = (month - (daylight.month as number) + 12) % 12;
    return after >= 1 && after <= length ? offset : (standard.offset as number);
  });
}

/** The month in which standard or daylight time begins. */
function monthOf(phase: Component): number | undefined {
  const rule = readRule(ruleText(property(phase, "RRULE")));
  const start = String(property(phase, "DTSTART")?.values[0]);
  const month = Number((typeof rule === "string" ? undefined : rule.byMonth?.[0]) ?? /^\d{4}-(\d\d)/.exec(start)?.[1]);
  return month >= 1 && month <= 12 ? month : undefined;
}

/** Milliseconds of a UTC-OFFSET value such as "+0200". */
function offsetOf(value: unknown): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)/.exec(String(value)) ?? [];
  return sign === undefined ? undefined : (sign === "-" ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
}

function sameClocks(zone: string, clocks: Clocks): boolean {
  return clocks.every((offset, i) => {
    const noon = instantOf(COMPARED_YEAR, i + 1, 1, 12);
    return wallClock(noon, zone) - noon === offset;
  });
}
