/** Converts DATE and DATE-TIME values to dates of a document. */
import { civilOf, DAY, HOUR, instantOf, MINUTE, SECOND } from "../../time/calendar.js";
import { clockText, dayText, pad } from "../../time/digits.js";
import type { Instant } from "../../time/span.js";
import { isTimeZone, utcOf, wallClock } from "../../time/zone.js";
import type { ImportReport } from "../import-report.js";
import type { Property } from "./read-components.js";

export interface IcsMoment {
  /** Wall-clock time in its zone; `undefined` if the date does not exist. */
  readonly instant: Instant | undefined;
  readonly isDay: boolean;
  readonly isUtc: boolean;
  /** A zone that the runtime knows; otherwise `undefined`. */
  readonly zone: string | undefined;
  /** In the extended format. */
  readonly written: string;
}

/** A valid DTSTART, and the zone to which all other times of its event are converted. */
export interface IcsStart extends IcsMoment {
  readonly instant: Instant;
  /** The zone of DTSTART, or of the document if it has none; `undefined` for whole days. */
  readonly clock: string | undefined;
}

const ICS_VALUE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z?))?$/;

export function readMoment(property: Property, value: unknown): IcsMoment {
  const written = String(value);
  const zone = property.parameters["tzid"]?.replace(/^\//, "");
  const match = ICS_VALUE.exec(written);
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

/** The start of an event; `undefined` if the date does not exist. `home` is the zone of the document. */
export function startOf(moment: IcsMoment, home: string | undefined): IcsStart | undefined {
  const { instant, isDay } = moment;
  return instant === undefined
    ? undefined
    : { ...moment, instant, clock: isDay ? undefined : (zoneOf(moment) ?? home) };
}

/** Converts a moment to wall-clock time in the zone `clock`. Whole days and floating times are unchanged. */
export function onClock(moment: IcsMoment, clock: string | undefined): Instant | undefined {
  const { instant, isDay } = moment;
  const own = zoneOf(moment);
  if (instant === undefined || isDay || own === undefined || clock === undefined || own === clock) return instant;
  return wallClock(utcOf(instant, own), clock);
}

function zoneOf({ isUtc, zone }: IcsMoment): string | undefined {
  return isUtc ? "UTC" : zone;
}

/** The instant of a date; `undefined` if the day does not exist, which must not overflow into the next month. */
function exact(match: RegExpExecArray): Instant | undefined {
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const instant = instantOf(year as number, month, day, hour, minute, second);
  const c = civilOf(instant);
  return c.month === month && c.day === day && c.hour === hour && c.minute === minute ? instant : undefined;
}

/** Reports an unknown zone, or a time without a zone, once per name. */
export function reportZone(property: Property, moment: IcsMoment, report: ImportReport): void {
  if (moment.isDay || moment.isUtc || moment.zone !== undefined) return;
  const name = property.parameters["tzid"];
  const problem =
    name === undefined
      ? "this time has no zone; it is kept as the local clock time"
      : `the time zone "${name}" is not known; the local clock time is kept`;
  report.tally("tz-unknown", problem, property.row, { hint: "Write TZID as an IANA name such as Europe/Berlin" });
}

/** Formats a wall-clock instant as a date of a document whose zone is `home`. */
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

/** Milliseconds of a DURATION value; `undefined` if it is invalid. */
export function durationOf(value: unknown): number | undefined {
  const match = DURATION.exec(String(value));
  if (!match) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0)) as number[];
  const length =
    ((weeks ?? 0) * 7 + (days ?? 0)) * DAY + (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0) * SECOND;
  return match[1] === "-" ? -length : length;
}
