/** What options ask for and the document does not have. */
import { type Issue, makeIssue } from "./base/issue.js";
import { type EventFilter, filterEvents } from "./model/event-filter.js";
import { placeOfEvent } from "./model/event-table.js";
import { isNear } from "./model/fields.js";
import type { Timeline } from "./model/timeline.js";
import type { InitialView, ResolvedOptions } from "./options.js";
import { parseDate } from "./time/parse-date.js";

/** The parts of a filter that name what documents write. An event can have any status, and words are there to be tried. */
const NAMED = ["lanes", "tags", "publishers"] as const satisfies readonly (keyof EventFilter)[];

/** A near match is sought among so many: more are not made just to be asked for their names. */
const MOST_ASKED = 10_000;

/**
 * Ids that no event has, lanes, tags and publishers that none has, and dates that cannot be read. All are drawn as if they
 * had been left out, so each is an issue. Its path begins with `options`.
 */
export function optionIssues(
  timeline: Timeline,
  options: Pick<ResolvedOptions, "steps" | "selected" | "initialView" | "filter" | "now" | "scale">,
): Issue[] {
  const issues: Issue[] = [];
  const { events, unplaced, timeZone } = timeline;
  const asked = events.length > MOST_ASKED ? [] : events;
  const warn = (
    code: "event-not-found" | "filter-unmatched",
    what: string,
    path: string,
    value: string,
    hint: string,
  ) => issues.push(makeIssue(code, what, { path: `options.${path}`, value, hint }));
  const event = (path: string, id: string | null | undefined): void => {
    if (id === null || id === undefined || placeOfEvent(events, id) >= 0) return;
    if (unplaced.some((one) => one.id === id)) {
      warn("event-not-found", "this event has no place in time", path, id, "Mend its date");
      return;
    }
    const near = asked.find((one) => isNear(one.id, id))?.id;
    const hint = near === undefined ? "Write the id of an event" : `Did you mean "${near}"`;
    warn("event-not-found", "no event has this id", path, id, hint);
  };
  const date = (path: string, text: string | undefined): void => {
    if (text === undefined) return;
    const { span, issues: found } = parseDate(text, { timeZone });
    if (!span)
      issues.push(
        ...found.map((one) => ({ ...one, path: `options.${path}`, message: `options.${path} ${one.message}` })),
      );
  };
  const view = (path: string, wanted: InitialView | undefined): void => {
    if (typeof wanted !== "object") return;
    if ("event" in wanted) event(`${path}.event`, wanted.event);
    else for (const end of ["from", "to"] as const) date(`${path}.${end}`, wanted[end]);
  };
  const { steps, selected, initialView, filter, now, scale } = options;
  event("selected", selected);
  view("initialView", initialView);
  date("now", now);
  if (typeof scale === "object") date("scale.log", scale.log);
  steps.forEach((step, i) => {
    event(`steps[${i}].event`, step.event);
    view(`steps[${i}].view`, step.view);
  });
  for (const field of NAMED) {
    filter?.[field]?.forEach((value, i) => {
      if (filterEvents(timeline, { [field]: [value] }).ids.size > 0) return;
      const known: readonly string[] =
        field === "lanes"
          ? timeline.lanes.map(({ id }) => id)
          : field === "tags"
            ? asked.flatMap(({ tags }) => tags)
            : [];
      if (field === "lanes" && known.includes(value)) return;
      const near = known.find((one) => isNear(one, value));
      const hint = near === undefined ? `Write ${field} that events have` : `Did you mean "${near}"`;
      warn("filter-unmatched", "no event has this", `filter.${field}[${i}]`, value, hint);
    });
  }
  return issues;
}

/** Two lists in one; the first itself where there is nothing to add, which may be worded only when it is read. */
export function withIssues(issues: readonly Issue[], more: readonly Issue[]): readonly Issue[] {
  return more.length === 0 ? issues : [...issues, ...more];
}

/** Whether both lists say the same, so that it need not be said again. */
export function saySame(a: readonly Issue[], b: readonly Issue[]): boolean {
  return a.length === b.length && a.every(({ message }, i) => message === b[i]?.message);
}
