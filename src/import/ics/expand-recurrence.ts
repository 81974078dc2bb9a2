/** Expands a recurring event: RRULE and RDATE, without EXDATE, EXRULE and replaced dates. */
import { civilOf, DAY } from "../../time/calendar.js";
import { dayText } from "../../time/digits.js";
import type { Instant } from "../../time/span.js";
import type { ImportReport } from "../import-report.js";
import type { ImportLimits } from "../limits.js";
import { type IcsStart, onClock, readMoment } from "./moment.js";
import { RULE_WORK_MAX, occurrences } from "./occurrences.js";
import type { Component, Property } from "./read-components.js";
import { readRule } from "./recurrence-rule.js";
import { ClockDates } from "./replaced-dates.js";

export interface Recurrence {
  /** Starts in order; empty if every date is excluded. */
  readonly starts: readonly Instant[];
}

/** Dates that may still be generated for the file. */
export interface Budget {
  left: number;
}

/**
 * The starts of an event with RRULE or RDATE; `undefined` if it has neither. All are wall-clock instants in the zone of
 * `start`, in which a rule counts its days; other values of the event may be in UTC or another zone.
 *
 * @param replaced dates that other events replace (RECURRENCE-ID)
 * @param horizon last instant of a rule without an end
 */
export function expandRecurrence(
  component: Component,
  start: IcsStart,
  replaced: ClockDates,
  limits: ImportLimits,
  budget: Budget,
  horizon: Instant,
  report: ImportReport,
): Recurrence | undefined {
  const of = (name: string): Property[] => component.properties.filter((property) => property.name === name);
  const [rules, extra] = [of("RRULE"), of("RDATE")];
  if (rules.length === 0 && extra.length === 0) return undefined;
  const starts = new Set<Instant>([start.instant]);
  for (const rule of rules) {
    const found = expand(rule, start, Math.min(limits.occurrences, budget.left), horizon, report);
    if (!found) continue;
    // RFC 5545, 3.8.5.3 leaves open whether DTSTART counts if the rule does not match it; here it does not.
    if (found.length > 0 && found[0] !== start.instant) starts.delete(start.instant);
    if (found.length === 0) starts.delete(start.instant);
    for (const instant of found) starts.add(instant);
  }
  for (const property of extra) {
    for (const value of property.values) {
      const instant = onClock(readMoment(property, Array.isArray(value) ? value[0] : value), start.clock);
      if (instant !== undefined) starts.add(instant);
    }
  }
  const hasDates = starts.size > 0;
  const excluded = of("EXDATE").flatMap((property) => property.values.map((value) => readMoment(property, value)));
  const excludedDates = new ClockDates(excluded, start.clock);
  for (const rule of of("EXRULE")) {
    for (const instant of expand(rule, start, limits.allOccurrences, horizon, report) ?? []) starts.delete(instant);
  }
  const kept = [...starts]
    .filter((instant) => !excludedDates.has(instant) && !replaced.has(instant))
    .sort((a, b) => a - b)
    .slice(0, Math.max(0, budget.left));
  budget.left -= kept.length;
  if (kept.length === 0) {
    const row = rules[0]?.row ?? component.row;
    const problem = hasDates
      ? "all dates of this series are excluded or replaced, so it has no event of its own"
      : "no date matches this rule, so the event is read once, at its start";
    report.put("rrule-empty", problem, { row, value: ruleText(rules[0]), hint: "Look at its RRULE and EXDATE" });
  }
  return { starts: hasDates ? kept : [start.instant] };
}

function expand(
  property: Property,
  start: IcsStart,
  limit: number,
  horizon: Instant,
  report: ImportReport,
): Instant[] | undefined {
  const { row } = property;
  const text = ruleText(property);
  const rule = readRule(text);
  if (typeof rule === "string") {
    const hint = "Write it as RFC 5545 does, such as FREQ=YEARLY;COUNT=5";
    report.put("rrule-invalid", `this rule is invalid: ${rule}; the event is read without it`, {
      row,
      value: text,
      hint,
    });
    return undefined;
  }
  const until = untilOf(rule.until, start);
  const found: Instant[] = [];
  const work = { left: RULE_WORK_MAX };
  const isUnbounded = until === undefined && rule.count === undefined;
  let isCut = false;
  for (const instant of occurrences(rule, start.instant, work)) {
    if (until !== undefined && instant > until) break;
    if (rule.count !== undefined && found.length >= rule.count) break;
    if (isUnbounded && found.length > 0 && instant > horizon) {
      reportHorizon(property, found.length, horizon, report);
      return found;
    }
    if (found.length >= limit) {
      isCut = true;
      break;
    }
    found.push(instant);
  }
  if (isCut || (work.left <= 0 && found.length > 0)) {
    const of = rule.count === undefined ? "" : ` of ${rule.count}`;
    report.put("rrule-truncated", `the first ${found.length}${of} dates of this rule are kept`, {
      row,
      value: text,
      hint: isCut
        ? "Give the rule an UNTIL, or raise the options limits.occurrences and limits.allOccurrences"
        : "Give the rule an UNTIL",
    });
  }
  return found;
}

function reportHorizon(property: Property, count: number, horizon: Instant, report: ImportReport): void {
  const { year, month, day } = civilOf(horizon);
  const problem = `this rule has no end; its ${count === 1 ? "first date is" : `first ${count} dates are`} kept, up to ${dayText(year, month, day)}`;
  report.put("rrule-truncated", problem, {
    row: property.row,
    value: ruleText(property),
    hint: "Give the rule an UNTIL, or raise the option limits.horizonYears",
  });
}

/** The last instant of a rule with UNTIL. A day as UNTIL includes all its times. */
function untilOf(text: string | undefined, start: IcsStart): Instant | undefined {
  if (text === undefined) return undefined;
  const property: Property = { name: "UNTIL", parameters: {}, type: "", values: [], row: 0 };
  const moment = readMoment(property, text);
  const instant = onClock(moment, start.clock);
  return instant !== undefined && moment.isDay ? instant + DAY - 1 : instant;
}

/** Formats a rule as in the file. */
export function ruleText(property: Property | undefined): string {
  return String(property?.values[0] ?? "");
}
