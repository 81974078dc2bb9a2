/** Gives events their ids and lanes and puts them in order of time. */
import { makeIssue } from "../base/issue.js";
import type { Report } from "./fields.js";
import { IdRegistry } from "./ids.js";
import type { LaneRegistry } from "./lanes.js";
import type { EventDraft } from "./read-event.js";
import type { PlacedEvent, TimelineEvent } from "./timeline.js";

/** Ids go in the order of the document; lanes and numbers follow the order of time, which is the reader's. */
export function placeEvents(
  drafts: readonly EventDraft[],
  lanes: LaneRegistry,
  report: Report,
): { events: readonly PlacedEvent[]; unplaced: readonly TimelineEvent[] } {
  nameEvents(drafts, report);
  remarkUnsourced(drafts, report);
  const placed = inTime(drafts.filter(({ event }) => event.span));
  const rest = drafts.filter(({ event }) => !event.span);
  // Named lanes first, in order of time; the lane of events that name none comes last.
  for (const named of [true, false]) {
    for (const list of [placed, rest]) {
      for (const { event, laneId, fields } of list) {
        if ((laneId !== undefined) === named) event.lane = lanes.resolve(laneId, fields);
      }
    }
  }
  return { events: placed.map(({ event }) => event as PlacedEvent), unplaced: rest.map(({ event }) => event) };
}

/** Authors' own ids first: a made one gives way. */
function nameEvents(drafts: readonly EventDraft[], report: Report): void {
  const ids = new IdRegistry(report);
  for (const { event, id, fields } of drafts) if (id !== undefined) event.id = ids.claim(id, fields);
  for (const { event, id, fields } of drafts) if (id === undefined) event.id = ids.make(event.title, fields);
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

/** Said of each event, and worded when somebody asks: nothing but the event and its place is kept until then. */
function remarkUnsourced(drafts: readonly EventDraft[], report: Report): void {
  const events: TimelineEvent[] = [];
  const indices: number[] = [];
  let base = "";
  const flush = (): void => {
    const [list, at, path] = [events.splice(0), indices.splice(0), base];
    if (list.length === 0) return;
    const remark = (event: TimelineEvent, i: number) =>
      makeIssue("unsourced", "no source is given for this event", {
        path: `${path}[${at[i]}]`,
        value: event.title,
        hint: "Add sources to say who says so",
      });
    report.later(() => list.map(remark));
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

/** By beginning, then by end, then the more important, then by title. Independent of the order of the input. */
function inTime(drafts: readonly EventDraft[]): readonly EventDraft[] {
  const begins = Float64Array.from(drafts, ({ event: { span } }) => {
    if (!span) return 0;
    // What has no beginning is sorted by its end.
    return Number.isFinite(span.start) ? span.start : span.end;
  });
  const order = Uint32Array.from(drafts, (_, i) => i).sort(
    (i, j) =>
      (begins[i] as number) - (begins[j] as number) || compareRest(drafts[i] as EventDraft, drafts[j] as EventDraft),
  );
  return Array.from(order, (i) => drafts[i] as EventDraft);
}

function compareRest(a: EventDraft, b: EventDraft): number {
  return (
    compare(a.event.span?.end ?? 0, b.event.span?.end ?? 0) ||
    b.event.importance - a.event.importance ||
    compare(a.event.title, b.event.title) ||
    compare(a.id ?? "", b.id ?? "")
  );
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
