/** Dates of recurring events that other events replace (RECURRENCE-ID) or that are excluded (EXDATE). */
import { DAY } from "../../time/calendar.js";
import type { Instant } from "../../time/span.js";
import { type IcsMoment, onClock, readMoment } from "./moment.js";
import { type Component, property, textOf } from "./read-components.js";

/** A set of dates in one zone: whole days, or instants. */
export class ClockDates {
  private readonly days = new Set<Instant>();
  private readonly instants = new Set<Instant>();

  constructor(moments: readonly IcsMoment[], clock: string | undefined) {
    for (const moment of moments) {
      const instant = onClock(moment, clock);
      if (instant !== undefined) (moment.isDay ? this.days : this.instants).add(instant);
    }
  }

  has(instant: Instant): boolean {
    return this.instants.has(instant) || this.days.has(Math.floor(instant / DAY) * DAY);
  }
}

const NO_DATES = new ClockDates([], undefined);

export class ReplacedDates {
  private readonly moments = new Map<string, IcsMoment[]>();
  /** Memo per UID and zone: a file may contain thousands of events with one UID. */
  private readonly known = new Map<string, ClockDates>();

  constructor(events: readonly Component[]) {
    for (const event of events) {
      const id = property(event, "RECURRENCE-ID");
      const uid = textOf(event, "UID");
      if (uid === undefined || !id) continue;
      const before = this.moments.get(uid);
      const moment = readMoment(id, id.values[0]);
      if (before) before.push(moment);
      else this.moments.set(uid, [moment]);
    }
  }

  /** The replaced dates of a UID, in the zone of the recurring event. */
  of(uid: string | undefined, clock: string | undefined): ClockDates {
    const moments = uid === undefined ? undefined : this.moments.get(uid);
    if (!moments) return NO_DATES;
    const key = JSON.stringify([clock, uid]);
    const known = this.known.get(key) ?? new ClockDates(moments, clock);
    this.known.set(key, known);
    return known;
  }
}
