/** Opens the details of an event or the events of a cluster, and closes them again. Clicks, keys and buttons use it. */
import { detailedEvent } from "../../html/context.js";
import { positionAmong, positionAndTitle } from "../../html/event-position.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { columnName, word } from "../../scene/accessible-names.js";
import { DAY } from "../../time/calendar.js";
import { counted, fill } from "../../time/locale.js";
import type { View } from "../../view.js";
import type { Behavior } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { selectEvent } from "../controller/select-event.js";
import { positionAt } from "../gestures/axis-coordinates.js";
import type { AggregateHit, ColumnHit } from "../gestures/aggregate-hit.js";
import type { Focus } from "../keyboard/focus.js";
import { type Item, itemOf, sortTime } from "../keyboard/visible-items.js";
import type { Sheet } from "./sheet.js";

/** Zooms that are tried before the events of a cluster are listed. */
const ZOOM_TRIES = 24;
const ZOOM_STEP = 2;
/** A column is zoomed to where the window becomes shorter than this part of itself. */
const COLUMN_ZOOM_MIN = 0.9;
/** Window that shows all events of a cluster, as a multiple of the time between the first and the last. */
const CLUSTER_WINDOW_FACTOR = 1.5;
/** Highest zoom of the first try, relative to the view. */
const FIRST_ZOOM_MAX = 1e6;

export class Details implements Behavior {
  /** The event whose details are open; the focus returns to it. */
  private openedFrom: PlacedEvent | undefined;

  constructor(
    private readonly context: TimelineContext,
    private readonly focus: Focus,
    private readonly sheet: Sheet,
  ) {}

  /** @param isFromKeyboard whether the focus goes to the heading; else it stays on the mark */
  openEvent(id: string, isFromKeyboard: boolean): void {
    this.select(id);
    if (isFromKeyboard) this.focusHeading();
    else {
      this.focus.moveTo(this.openedFrom, { preventScroll: true });
      this.say();
    }
  }

  /** Selects the event before or after, among those that the filter leaves. */
  step(by: 1 | -1): void {
    const { context } = this;
    const selected = context.eventById(context.state.selected);
    if (!selected) return;
    const { before, after } = positionAmong(selected, context.htmlContext);
    const next = by > 0 ? after : before;
    if (!next) return;
    this.select(next.id);
    this.say();
  }

  /** Shows the details of an event that the focus has come to, where details are open. */
  follow({ id }: PlacedEvent): void {
    const open = detailedEvent(this.context.state);
    if (open === null || open === id) return;
    this.select(id);
    this.say();
  }

  private select(id: string): void {
    const { context } = this;
    this.openedFrom = context.eventById(id);
    selectEvent(context, id, true);
    // A pressed label or link takes no focus, so the tab stop has not followed.
    this.focus.moveTabStop(this.openedFrom);
    this.sheet.reveal(id);
  }

  /** Says which event is selected, in place of the time in view. */
  private say(): void {
    const { context, openedFrom } = this;
    context.timers.clear("view-idle");
    if (openedFrom) context.announce(positionAndTitle(openedFrom, context.htmlContext));
  }

  /** @param isFromKeyboard whether the focus goes to the heading; else it stays on the mark */
  openItem(item: Item, isFromKeyboard: boolean): void {
    if (!item.cluster || item.cluster.count === 1) return this.openEvent(item.first.id, isFromKeyboard);
    const { context, focus } = this;
    const { locale } = context.derived.options;
    const view = this.partingView(item);
    context.announce(fill(word(locale, "clusterOpened"), counted(locale, locale.figure.events, item.cluster.count)));
    if (view) {
      focus.moveTo(item.first, { preventScroll: true });
      context.dispatch({ type: "show", view, selected: null, eased: true, opens: item.first.id });
    } else this.list(item.cluster.events(), item.first, isFromKeyboard);
  }

  /** Opens what a pointer means in an aggregate: one event, or several. */
  openHit(hit: AggregateHit): void {
    if (hit.kind === "event") this.openEvent(hit.event.id, false);
    else if (hit.kind === "column") this.openColumn(hit);
    else {
      const events = hit.events();
      const [first] = events;
      if (first) this.list(events, first, false);
    }
  }

  /** Enters an aggregate by a key: the focus goes to one of its events. */
  enter(cluster: string): void {
    this.focus.enter(cluster);
  }

  /** Zooms until a column spans the window; lists its events where it is a day or less, or where the zoom ends. */
  private openColumn(hit: ColumnHit): void {
    if (hit.count === 1) return this.openEvent(hit.first.id, false);
    const { context, focus } = this;
    const { view } = context.state;
    const { options, figure } = context.derived;
    const { start, end } = context.picture.layout;
    const [from, to] = [hit.from, hit.to].map((px) => positionAt(view, (px - start) / (end - start)));
    const next = view.window(from as number, to as number);
    context.announce(columnName(hit, options.locale));
    const duration = figure.scale.timeAt(to as number) - figure.scale.timeAt(from as number);
    if (duration > DAY && next.to - next.from < (view.to - view.from) * COLUMN_ZOOM_MIN) {
      focus.moveTabStop(hit.first);
      context.dispatch({ type: "show", view: next, selected: null, eased: true, opens: hit.first.id });
    } else this.list(hit.events(), hit.first, false);
  }

  /** @param isFromKeyboard whether the focus goes to the heading; else it stays on the mark */
  private list(events: readonly PlacedEvent[], first: PlacedEvent, isFromKeyboard: boolean): void {
    this.openedFrom = first;
    this.context.dispatch({ type: "list-cluster", events });
    this.sheet.reveal(first.id);
    if (isFromKeyboard) this.focusHeading();
    else this.focus.moveTabStop(first);
  }

  /** The view in which the first event of a cluster has a mark of its own; none when all events share one moment. */
  private partingView({ cluster }: Item): View | undefined {
    if (!cluster) return undefined;
    const { figure } = this.context.derived;
    const { view } = this.context.state;
    const { first, last } = cluster;
    const [from, to] = [figure.scale.position(sortTime(first)), figure.scale.position(sortTime(last))];
    if (from === to) return undefined;
    const centre = (from + to) / 2;
    const half = Math.max(((to - from) * CLUSTER_WINDOW_FACTOR) / 2, (view.to - view.from) / (2 * FIRST_ZOOM_MAX));
    let next = view.window(centre - half, centre + half);
    for (let tries = 0; tries < ZOOM_TRIES; tries++) {
      const item = itemOf(figure.layout(next), first);
      if (!item?.cluster) return next;
      const closer = next.zoomAt(ZOOM_STEP, from);
      if (closer === next) return item.cluster.count < cluster.count ? next : undefined;
      next = closer;
    }
    return undefined;
  }

  private focusHeading(): void {
    this.context.query(".dl-details h3")?.focus({ preventScroll: true });
  }

  /**
   * Closes details, or zooms out of the last cluster. The focus returns to the mark.
   *
   * @param options of the focus
   * @returns whether there was anything to close
   */
  close(options?: FocusOptions): boolean {
    const { context, focus } = this;
    const { selected, group } = context.state;
    if (selected !== null || group) {
      // The focus moves first: closing removes the element that has it.
      focus.moveTo(context.eventById(selected) ?? this.openedFrom, options);
      context.dispatch({ type: "close-details" });
      return true;
    }
    return this.goBack(options);
  }

  /** Zooms out of the last cluster. Returns whether there is one. */
  goBack(options?: FocusOptions): boolean {
    const { context, focus } = this;
    const last = context.state.trail.at(-1);
    if (!last) return false;
    focus.moveTo(context.eventById(last.event), options);
    context.dispatch({ type: "back" });
    return true;
  }

  updated(isNewDocument: boolean): void {
    if (isNewDocument) this.openedFrom = undefined;
  }

  stop(): void {
    this.updated(true);
  }
}
