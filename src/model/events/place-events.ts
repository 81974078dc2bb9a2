/** Assigns ids and lanes to events and sorts the events by time. */
import { compare } from "../../base/compare.js";
import { firstAtLeast } from "../../base/bisect.js";
import { makeIssue } from "../../base/issue.js";
import { rowId, RowFields } from "../document/columns.js";
import type { Report } from "../document/fields.js";
import { IdRegistry } from "../document/ids.js";
import type { LaneRegistry } from "../document/lanes.js";
import { reportOutliers } from "../document/date-outliers.js";
import type { EventDraft } from "../document/read-event.js";
import type { PlacedEvent, Timeline, TimelineEvent } from "../timeline.js";
import { ObjectStore } from "./object-store.js";
import { rankByIssues } from "./weights.js";

/** Ids are assigned in document order; lanes and source numbers follow the order of time. */
export function placeEvents(
  drafts: readonly EventDraft[],
  lanes: LaneRegistry,
  report: Report,
  rankBy: string | undefined,
): Pick<Timeline, "store" | "unplaced"> {
  assignIds(drafts, report);
  reportUnsourced(drafts, report);
  const placed = sortByTime(drafts.filter(({ event }) => event.span));
  reportOutliers(placed, report);
  reportHeadlines(placed);
  if (rankBy !== undefined) {
    report.addLater(() =>
      rankByIssues(
        drafts.map(({ event }) => event),
        rankBy,
      ),
    );
  }
  const rest = drafts.filter(({ event }) => !event.span);
  // Named lanes are added first, in order of time, then of their names where time says nothing; the lane of events that name
  // none comes last.
  const byName = [...rest].sort((a, b) => compare(a.laneId ?? "", b.laneId ?? ""));
  for (const named of [true, false]) {
    for (const list of [placed, byName]) {
      for (const { event, laneId, fields } of list) {
        if ((laneId !== undefined) === named) event.lane = lanes.resolve(laneId, fields);
      }
    }
  }
  return {
    store: new ObjectStore(
      placed.map(({ event }) => event as PlacedEvent),
      rankBy,
    ),
    unplaced: rest.map(({ event }) => event),
  };
}

/**
 * Reserves the ids of authors first, then renames duplicates, then derives missing ids. A row of columns gets an id from
 * its index instead of its title, so that it keeps its id when a longer document gets a lazy store.
 */
function assignIds(drafts: readonly EventDraft[], report: Report): void {
  const ids = new IdRegistry();
  const duplicates: (Pick<EventDraft, "event" | "fields"> & { readonly id: string })[] = [];
  for (const { event, id, fields } of drafts) {
    if (id === undefined) continue;
    if (ids.claim(id, fields)) event.id = id;
    else duplicates.push({ event, id, fields });
  }
  for (const { event, id, fields } of duplicates) event.id = ids.rename(id, fields);
  for (const { event, id, fields } of drafts) {
    if (id === undefined) event.id = ids.make(fields instanceof RowFields ? rowId(fields.index) : event.title, fields);
  }
  for (const { event, fields } of drafts) {
    event.relations.forEach((relation, i) => {
      if (ids.has(relation.to)) return;
      report.add(
        "relation-unresolved",
        "there is no event with this id",
        `${fields.path}.relations[${i}].to`,
        relation.to,
        "Write the id of another event",
      );
    });
  }
}

/** Reports events without sources. Keeps only event and index until the issues are read. */
function reportUnsourced(drafts: readonly EventDraft[], report: Report): void {
  const events: TimelineEvent[] = [];
  const indices: number[] = [];
  let base = "";
  const flush = (): void => {
    const [list, at, path] = [events.splice(0), indices.splice(0), base];
    if (list.length === 0) return;
    const issueOf = (event: TimelineEvent, i: number) =>
      makeIssue("unsourced", "no source is given for this event", {
        path: `${path}[${at[i]}]`,
        value: event.title,
        hint: "Add sources that confirm it",
      });
    report.addLater(() => list.map(issueOf));
  };
  for (const { event, fields } of drafts) {
    if (event.sources.length > 0) continue;
    if (fields.base !== base) flush();
    base = fields.base;
    events.push(event);
    indices.push(fields.index);
  }
  flush();
}

/** Reports all but the earliest event that an author makes the headline. */
function reportHeadlines(placed: readonly EventDraft[]): void {
  const [first, ...others] = placed.filter(({ event }) => event.headline);
  for (const { fields } of others) {
    const hint = `The earliest is set larger: "${first?.event.title}". Write headline: true in one event alone`;
    fields.addIssue("headline", "headline-many", "only one event is the headline", hint);
  }
}

/**
 * Sorts by start, end, descending importance, title and id, so that the order of the input does not matter.
 *
 * Starts are sorted as plain numbers without a comparison function; only events with equal starts are compared.
 */
function sortByTime(drafts: readonly EventDraft[]): readonly EventDraft[] {
  const starts = Float64Array.from(drafts, ({ event: { span } }) => {
    if (!span) return 0;
    // Events without a start are sorted by their end.
    return Number.isFinite(span.start) ? span.start : span.end;
  });
  const sorted = starts.slice().sort();
  // Number of events already put at the first position of each start.
  const next = new Uint32Array(sorted.length);
  const ordered = drafts.slice();
  drafts.forEach((draft, i) => {
    const start = starts[i] as number;
    const first = firstAtLeast(sorted, start);
    ordered[first + (next[first] as number)++] = draft;
  });
  for (let from = 0; from < ordered.length; ) {
    const count = next[from] as number;
    if (count > 1) sortRange(ordered, from, from + count);
    from += count;
  }
  return ordered;
}

function sortRange(ordered: EventDraft[], from: number, to: number): void {
  const part = ordered.slice(from, to).sort(compareSameStart);
  for (let i = from; i < to; i++) ordered[i] = part[i - from] as EventDraft;
}

function compareSameStart(a: EventDraft, b: EventDraft): number {
  return (
    compare(a.event.span?.end ?? 0, b.event.span?.end ?? 0) ||
    b.event.importance - a.event.importance ||
    compare(a.event.title, b.event.title) ||
    compare(a.id ?? "", b.id ?? "")
  );
}
