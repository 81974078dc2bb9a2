/** DATE and DATE-TIME values of a calendar as dates of a document. */
import { civilOf, DAY, HOUR, instantOf, MINUTE, SECOND } from "../../time/calendar.js";
import { clockText, dayText, pad } from "../../time/digits.js";
import type { Instant } from "../../time/span.js";
import { isTimeZone, utcOf, wallClock } from "../../time/zone.js";
import type { ImportReport } from "../import-report.js";
import type { Property } from "./read-components.js";

export interface IcsMoment {
  /** Wall clock of its zone. `undefined` when the value is no date that exists. */
  readonly instant: Instant | undefined;
  readonly isDay: boolean;
  readonly isUtc: boolean;
  /** A zone that the runtime knows. */
  readonly zone: string | undefined;
  /** As jCal writes it. */
  readonly written: string;
}

/** A DTSTART that exists, with the clock that all other times of its event are brought to. */
export interface IcsStart extends IcsMoment {
  readonly instant: Instant;
  /** Its zone; that of the timeline when it names none. Days have none. */
  readonly clock: string | undefined;
}

const VALUE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z?))?$/;

export function readMoment(property: Property, value: unknown): IcsMoment {
  const written = String(value);
  const zone = property.parameters["tzid"]?.replace(/^\//, "");
  const match = VALUE.exec(written);
  const isDay = match ? match[4] === undefined : property.type === "date";
  const isUtc = match?.[7] === "Z";
  return {
    instant: match ? exact(match) : undefined,
    isDay,
    isUtc,
    zone: zone !== undefined && !isUtc && isTimeZone(zone) ? zone : undefined,
    written,
  };
}

/** @param home the zone of the timeline */
export function startOf(moment: IcsMoment, home: string | undefined): IcsStart | undefined {
  const { instant, isDay } = moment;
  return instant === undefined
    ? undefined
    : { ...moment, instant, clock: isDay ? undefined : (zoneOf(moment) ?? home) };
}

/** What another clock shows at a time. Days, and times that name no zone, are on every clock the same. */
export function onClock(moment: IcsMoment, clock: string | undefined): Instant | undefined {
  const { instant, isDay } = moment;
  const own = zoneOf(moment);
  if (instant === undefined || isDay || own === undefined || clock === undefined || own === clock) return instant;
  return wallClock(utcOf(instant, own), clock);
}

function zoneOf({ isUtc, zone }: IcsMoment): string | undefined {
  return isUtc ? "UTC" : zone;
}

/** A day that does not exist is no instant: it must not slide into the next month. */
function exact(match: RegExpExecArray): Instant | undefined {
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const instant = instantOf(year as number, month, day, hour, minute, second);
  const c = civilOf(instant);
  return c.month === month && c.day === day && c.hour === hour && c.minute === minute ? instant : undefined;
}

/** Says once for each name that a zone is not known, or that times have none. */
export function reportZone(property: Property, moment: IcsMoment, report: ImportReport): void {
  if (moment.isDay || moment.isUtc || moment.zone !== undefined) return;
  const name = property.parameters["tzid"];
  const problem =
    name === undefined
      ? "this time has no zone; it is kept as the local clock time"
      : `the time zone "${name}" is not known; the local clock time is kept`;
  report.tally("tz-unknown", problem, property.row, { hint: "Write TZID as an IANA name such as Europe/Berlin" });
}

/** A wall-clock instant as a date of a document whose zone is `home`. */
export function momentText(instant: Instant, like: IcsMoment, home: string | undefined): string {
  const civil = civilOf(instant);
  const date = dayText(civil.year, civil.month, civil.day);
  if (like.isDay) return date;
  const time = `${date}T${clockText(civil, civil.second === 0 ? "minute" : "second")}`;
  if (like.isUtc) return `${time}Z`;
  if (like.zone === undefined || like.zone === home) return time;
  const offset = Math.round((instant - utcOf(instant, like.zone)) / MINUTE);
  const size = Math.abs(offset);
  return `${time}${offset < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

const DURATION = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds of a DURATION value; `undefined` when it is none. */
export function durationOf(value: unknown): number | undefined {
  const match = DURATION.exec(String(value));
  if (!match) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0)) as number[];
  const length =
    ((weeks ?? 0) * 7 + (days ?? 0)) * DAY + (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0) * SECOND;
  return match[1] === "-" ? -length : length;
}
