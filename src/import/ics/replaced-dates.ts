/** Dates of recurring events that an event of its own stands for (RECURRENCE-ID), or that are taken out. */
import { DAY } from "../../time/calendar.js";
import type { Instant } from "../../time/span.js";
import { type IcsMoment, onClock, readMoment } from "./moment.js";
import { type Component, property, textOf } from "./read-components.js";

/** Dates as one clock shows them: whole days, or instants. */
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

const NONE = new ClockDates([], undefined);

export class ReplacedDates {
  private readonly moments = new Map<string, IcsMoment[]>();
  /** A file may have thousands of events with one UID. */
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

  /** Those of a UID, on the clock of the event that recurs. */
  of(uid: string | undefined, clock: string | undefined): ClockDates {
    const moments = uid === undefined ? undefined : this.moments.get(uid);
    if (!moments) return NONE;
    const key = JSON.stringify([clock, uid]);
    const known = this.known.get(key) ?? new ClockDates(moments, clock);
    this.known.set(key, known);
    return known;
  }
}
