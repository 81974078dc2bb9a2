/** Gives events their ids and lanes and puts them in order of time. */
import { compare } from "../../base/compare.js";
import { firstIndex } from "../../base/bisect.js";
import { makeIssue } from "../../base/issue.js";
import { rowId, RowFields } from "../document/columns.js";
import type { Report } from "../document/fields.js";
import { IdRegistry } from "../document/ids.js";
import type { LaneRegistry } from "../document/lanes.js";
import { reportOutliers } from "../document/date-outliers.js";
import type { EventDraft } from "../document/read-event.js";
import type { PlacedEvent, Timeline, TimelineEvent } from "../timeline.js";
import { ObjectStore } from "./object-store.js";

/** Ids go in the order of the document; lanes and numbers follow the order of time, which is the reader's. */
export function placeEvents(
  drafts: readonly EventDraft[],
  lanes: LaneRegistry,
  report: Report,
): Pick<Timeline, "store" | "unplaced"> {
  nameEvents(drafts, report);
  remarkUnsourced(drafts, report);
  const placed = inTime(drafts.filter(({ event }) => event.span));
  reportOutliers(placed, report);
  const rest = drafts.filter(({ event }) => !event.span);
  // Named lanes first, in order of time; the lane of events that name none comes last.
  for (const named of [true, false]) {
    for (const list of [placed, rest]) {
      for (const { event, laneId, fields } of list) {
        if ((laneId !== undefined) === named) event.lane = lanes.resolve(laneId, fields);
      }
    }
  }
  return {
    store: new ObjectStore(placed.map(({ event }) => event as PlacedEvent)),
    unplaced: rest.map(({ event }) => event),
  };
}

/**
 * Authors' own ids first, all of them before one that is there twice gets a suffix: a made one gives way. A row of columns
 * is named by its place, whatever its title, so that it has the same id when rows come to be so many that they are no
 * longer read one by one.
 */
function nameEvents(drafts: readonly EventDraft[], report: Report): void {
  const ids = new IdRegistry();
  const twins: (Pick<EventDraft, "event" | "fields"> & { readonly id: string })[] = [];
  for (const { event, id, fields } of drafts) {
    if (id === undefined) continue;
    if (ids.claim(id, fields)) event.id = id;
    else twins.push({ event, id, fields });
  }
  for (const { event, id, fields } of twins) event.id = ids.rename(id, fields);
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
    report.addLater(() => list.map(remark));
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

/**
 * By beginning, then by end, then the more important, then by title. Independent of the order of the input.
 *
 * Beginnings are sorted as bare numbers, which needs no comparing function; only events that begin together are compared.
 */
function inTime(drafts: readonly EventDraft[]): readonly EventDraft[] {
  const begins = Float64Array.from(drafts, ({ event: { span } }) => {
    if (!span) return 0;
    // What has no beginning is sorted by its end.
    return Number.isFinite(span.start) ? span.start : span.end;
  });
  const sorted = begins.slice().sort();
  // Where the events of each beginning are put: at the first place of its value, then the next.
  const next = new Uint32Array(sorted.length);
  const ordered = drafts.slice();
  drafts.forEach((draft, i) => {
    const begin = begins[i] as number;
    const first = firstIndex(0, sorted.length, (place) => (sorted[place] as number) >= begin);
    ordered[first + (next[first] as number)++] = draft;
  });
  for (let from = 0; from < ordered.length; ) {
    const count = next[from] as number;
    if (count > 1) sortPart(ordered, from, from + count);
    from += count;
  }
  return ordered;
}

function sortPart(ordered: EventDraft[], from: number, to: number): void {
  const part = ordered.slice(from, to).sort(compareRest);
  for (let i = from; i < to; i++) ordered[i] = part[i - from] as EventDraft;
}

function compareRest(a: EventDraft, b: EventDraft): number {
  return (
    compare(a.event.span?.end ?? 0, b.event.span?.end ?? 0) ||
    b.event.importance - a.event.importance ||
    compare(a.event.title, b.event.title) ||
    compare(a.id ?? "", b.id ?? "")
  );
}
