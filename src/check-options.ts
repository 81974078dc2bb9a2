/** Reports options that refer to something that the document does not contain. */
import { type Issue, makeIssue } from "./base/issue.js";
import { filterEvents } from "./model/events/filter-events.js";
import { isNear } from "./model/document/fields.js";
import type { Timeline } from "./model/timeline.js";
import type { InitialView, ResolvedOptions } from "./options.js";
import type { Locale } from "./time/locale.js";
import { nameNotations } from "./time/notation-names.js";
import { parseDate } from "./time/parse-date.js";

/** Largest number of events among which a similar id is searched: more would have to be created for it. */
const SUGGESTED_EVENTS_MAX = 10_000;

/**
 * Issues of unknown event ids, of lanes, tags and publishers that no event has, and of dates that cannot be read. These
 * options have no effect. Paths begin with `options`. A status that no event has is allowed.
 */
export function optionIssues(
  timeline: Timeline,
  { steps, selected, initialView, filter, now, scale, locale }: Omit<ResolvedOptions, "width">,
): Issue[] {
  const issues: Issue[] = [];
  const { events, store, unplaced, timeZone } = timeline;
  const suggested = events.length > SUGGESTED_EVENTS_MAX ? [] : events;
  const warn = (name: string, value: string, problem: string, names: readonly string[], hint: string): void => {
    const near = names.find((one) => isNear(one, value));
    const details = { path: `options.${name}`, value, hint: near ? `Did you mean "${near}"` : hint };
    issues.push(makeIssue(name.startsWith("filter") ? "filter-unmatched" : "event-not-found", problem, details));
  };
  const event = (name: string, id: string | null | undefined): void => {
    if (id == null || store.indexOf(id) >= 0) return;
    if (unplaced.some((one) => one.id === id))
      warn(name, id, "this event has no place in time", [], "Correct its date");
    else
      warn(
        name,
        id,
        "no event has this id",
        suggested.map((one) => one.id),
        "Write the id of an event",
      );
  };
  const date = (name: string, text: string | undefined, isPoint = false): void => {
    if (text === undefined) return;
    const path = `options.${name}`;
    const { span, issues: found } = parseDate(text, { timeZone });
    for (const one of found) {
      if (one.severity === "error") issues.push({ ...one, path, message: `${path} ${one.message}` });
    }
    if (isPoint && span && !Number.isFinite(span.start)) {
      const hint = "Write a date, such as 2024-06-19";
      issues.push(makeIssue("date-invalid", "this is not a point in time", { path, value: text, hint }));
    }
  };
  const view = (name: string, wanted: InitialView | undefined): void => {
    if (typeof wanted !== "object") return;
    if ("event" in wanted) return event(`${name}.event`, wanted.event);
    date(`${name}.from`, wanted.from);
    date(`${name}.to`, wanted.to);
  };
  const missing = missingLocale(timeline, locale);
  if (missing !== undefined) {
    const problem = `the texts are in another language than the dates and the generated words, which are in "${locale.code}"`;
    const hint = `Give the locale of "datelines/locales/${missing}"`;
    issues.push(makeIssue("locale-missing", problem, { path: "options.locale", value: missing, hint }));
  }
  event("selected", selected);
  view("initialView", initialView);
  date("now", now, true);
  if (typeof scale === "object") date("scale.log", scale.log, true);
  const given = steps === "all" ? [] : steps;
  given.forEach((step, i) => {
    event(`steps[${i}].event`, step.event);
    view(`steps[${i}].view`, step.view);
  });
  for (const field of ["lanes", "tags", "publishers"] as const) {
    filter?.[field]?.forEach((value, i) => {
      if (filterEvents(timeline, { [field]: [value] }).size === 0) {
        warn(
          `filter.${field}[${i}]`,
          value,
          `no event has this ${field.slice(0, -1)}`,
          [],
          `Write ${field} that occur in the document`,
        );
      }
    });
  }
  return issues;
}

/** Codes of the locales in other letters than Latin: among them English dates are hardly meant. */
const OTHER_LETTERS = ["ar", "fa", "he", "ja", "ko", "ru", "uk", "zh-CN", "zh-TW"];

/** The locale that the texts of a timeline ask for, unless it is the one that is given. */
function missingLocale({ lang }: Timeline, { code }: Locale): string | undefined {
  const base = (tag: string): string => tag.split("-")[0] as string;
  if (lang === undefined || base(lang) === base(code)) return undefined;
  return OTHER_LETTERS.find((one) => one === lang) ?? OTHER_LETTERS.find((one) => base(one) === base(lang));
}

/** The issues of a document with their notations named, then those of the options. Returns the first list if nothing changes. */
export function withIssues(issues: readonly Issue[], more: readonly Issue[]): readonly Issue[] {
  const named = nameNotations(issues);
  return more.length === 0 ? named : [...named, ...more];
}
