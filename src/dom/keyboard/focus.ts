/**
 * Focus in the picture: marks become buttons, one of them is the tab stop, and the focus stays on its event whatever is drawn
 * again: inside a cluster and out of it. The focus never falls to the page's body.
 */
import { detailedEvent } from "../../html/context.js";
import { detailsId } from "../../html/details-panel.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import type { View } from "../../view.js";
import { firstFrom, type LaneOrder, laneOrder } from "./lane-order.js";
import { type Item, isInView, itemOf, itemsOf, nearestItem, sortTime, visibleItems } from "./visible-items.js";

/** Panels in which the focus stays after a paint removes the focused element. */
const PANELS = ".dl-details, .dl-story, .dl-find, .dl-toolbar";
/** Elements of a panel that receive the focus after such a removal; the first one is taken. */
const STANDINS = "li:not([hidden]) > h3, div > h3, input, button:not([hidden], [hidden] *)";

export class Focus implements Behavior {
  /** Id of the event that the tab stop belongs to. */
  private id: string | undefined;
  /** The mark or cluster that is the tab stop. */
  private tabStop: Element | undefined;
  private isPainting = false;
  private hadFocus = false;
  private hadFocusInPicture = false;
  /** The panel that had the focus before the paint. */
  private panel: HTMLElement | undefined;
  /** The mark whose details are open. */
  private expanded: Element | null = null;
  /** The order that `aria-posinset` and `aria-setsize` were written for. */
  private numberedBy: LaneOrder | undefined;
  /** Id of the details panel, which follows the option `idPrefix`. */
  private controls: string | undefined;
  private readonly unlisten: () => void;

  constructor(private readonly context: TimelineContext) {
    this.unlisten = listen(context.element, {
      focusin: (event: FocusEvent) => {
        const mark = (event.target as Element).closest?.("a.dl-mark");
        if (mark) this.follow(mark);
      },
      focusout: (event: FocusEvent) => this.leave(event.relatedTarget as Element | null),
    });
  }

  stop(): void {
    this.unlisten();
  }

  /** The event that the tab stop belongs to. */
  get event(): PlacedEvent | undefined {
    return this.context.eventById(this.id);
  }

  /** The mark or cluster that is the tab stop, as laid out now. */
  get item(): Item | undefined {
    const { layout } = this.context.picture;
    const { event } = this;
    const found = event && itemOf(layout, event);
    if (found) return found;
    const items = visibleItems(layout);
    if (event) {
      // The event is out of view: the nearest item of its lane, or else of any lane, takes its place.
      const { view } = this.context.state;
      const { scale } = this.context.derived.figure;
      const fraction = (scale.position(sortTime(event)) - view.from) / (view.to - view.from);
      const px = layout.start + fraction * (layout.end - layout.start);
      const near = nearestItem(itemsOf(layout, event.lane), px, layout) ?? nearestItem(items, px, layout);
      if (near) return near;
    }
    const inView = items.filter((item) => isInView(item, layout));
    return inView.find(({ cluster }) => !cluster?.shape) ?? inView[0] ?? items[0];
  }

  /** Moves the tab stop to an event's mark, or to the cluster that holds the event. */
  moveTabStop(event: PlacedEvent | undefined): void {
    if (event) this.id = event.id;
    this.markTabStop();
  }

  /**
   * Moves the tab stop to an event's mark and focuses it. Without an event the tab stop stays where it is.
   *
   * @param view a view that has the event in it; absent: the view stays
   */
  moveTo(event: PlacedEvent | undefined, options?: FocusOptions, view?: View): void {
    // The paint that follows finds the tab stop at the event already.
    if (event) this.id = event.id;
    if (event) this.context.dispatch({ type: "focus", id: event.id, ...(view ? { view } : {}) });
    this.moveTabStop(event);
    (this.tabStop as SVGElement | undefined)?.focus(options);
  }

  beforePaint(): void {
    this.isPainting = true;
    const { element, svg } = this.context;
    const { activeElement } = element.ownerDocument;
    this.hadFocus = activeElement !== null && element.contains(activeElement);
    this.panel = (this.hadFocus && activeElement?.closest<HTMLElement>(PANELS)) || undefined;
    this.hadFocusInPicture = this.hadFocus && svg.contains(activeElement) && !activeElement?.closest(".dl-strip");
  }

  painted(): void {
    this.isPainting = false;
    this.describeMarks();
    this.markTabStop();
    const { element } = this.context;
    const { activeElement } = element.ownerDocument;
    // A hidden element keeps the focus until the next frame, and then loses it to the body.
    const isLost = this.hadFocus && (!element.contains(activeElement) || activeElement?.matches("[hidden] *"));
    const isElsewhere = this.hadFocusInPicture && activeElement !== this.tabStop;
    this.hadFocus = false;
    this.hadFocusInPicture = false;
    if (!isLost && !isElsewhere) return;
    const standIn = this.panel?.hidden === false ? this.panel.querySelector<HTMLElement>(STANDINS) : undefined;
    const next = standIn ?? (this.tabStop as SVGElement | undefined);
    if (next) next.focus({ preventScroll: true });
    else {
      element.tabIndex = -1;
      element.focus({ preventScroll: true });
    }
  }

  /** Follows a focus that a click or the reader's own tools have moved to a mark. */
  private follow(mark: Element): void {
    const group = mark.parentElement as unknown as SVGElement;
    const { derived, dispatch, state } = this.context;
    const isVisible = mark.matches(":focus-visible");
    if (isVisible && group.dataset["aggregate"] !== undefined && derived.figure.withActive) {
      return this.enter(group.dataset["cluster"]);
    }
    if (mark !== this.tabStop) {
      this.id = group.dataset["event"] ?? group.dataset["cluster"];
      this.markTabStop();
    }
    if (isVisible && this.id !== undefined && state.focused !== this.id) dispatch({ type: "focus", id: this.id });
  }

  /** Focuses an event of an aggregate, in whose place it has a mark of its own. */
  enter(cluster: string | undefined): void {
    this.moveTo(this.eventIn(cluster));
  }

  /** The event of an aggregate that takes its focus: that of the tab stop, or else the first in view. */
  private eventIn(cluster: string | undefined): PlacedEvent | undefined {
    const { derived, picture, state, eventById } = this.context;
    const { event } = this;
    const item = event && itemOf(picture.layout, event);
    if (item?.cluster && this.elementOf(item)?.parentElement?.getAttribute("data-cluster") === cluster) return event;
    const first = eventById(cluster);
    const lane = first && laneOrder(derived.timeline, picture.shown).lanes[first.lane];
    return (lane && firstFrom(lane, derived.figure.scale.timeAt(state.view.from))) ?? first;
  }

  /** The focus has left an element: outside the picture, no event shows it. */
  private leave(to: Element | null): void {
    const { svg, state, dispatch, element } = this.context;
    // A window that loses the focus gives it back to the same element.
    if (this.isPainting || state.focused === null || svg.contains(to) || !element.ownerDocument.hasFocus()) return;
    dispatch({ type: "focus", id: null });
  }

  /** Writes the tab stop to the element of the current item. */
  private markTabStop(): void {
    const { item } = this;
    // An empty picture has its tab stop in the minimap, which leads to what there is.
    const next = (item ? this.elementOf(item) : this.context.query(".dl-window")) ?? undefined;
    if (this.id === undefined || !item) this.id = item?.first.id;
    if (next === this.tabStop) return;
    this.tabStop?.setAttribute("tabindex", "-1");
    next?.setAttribute("tabindex", "0");
    this.tabStop = next;
  }

  private elementOf({ lane, first, cluster }: Item): Element | null {
    const { svg, window, picture } = this.context;
    const markOf = (name: string, { id }: PlacedEvent): Element | null =>
      svg.querySelector(`[data-${name}="${window.CSS.escape(id)}"] > a.dl-mark`);
    if (!cluster) return markOf("event", first);
    // The piles of a lane can be one element, which has the name of the first.
    const kind = cluster.shape?.kind;
    const head = kind && picture.layout.laneLayouts[lane]?.clusters.find(({ shape }) => shape?.kind === kind);
    return markOf("cluster", cluster.first) ?? (head ? markOf("cluster", head.first) : null);
  }

  /**
   * Writes the attributes of buttons to new marks; those of other marks are there, since the renderer writes only its own.
   * This runs on every frame, for which selectors are too slow.
   */
  private describeMarks(): void {
    const { svg, picture, htmlContext, eventById } = this.context;
    const controls = detailsId(picture.context);
    const isSamePanel = controls === this.controls;
    this.controls = controls;
    for (const link of svg.getElementsByTagName("a")) {
      const isKnown = link.hasAttribute("tabindex");
      if (isKnown && isSamePanel) continue;
      if (!isKnown) link.setAttribute("tabindex", "-1");
      if (!link.classList.contains("dl-mark")) continue;
      link.setAttribute("aria-controls", controls);
      if (isKnown) continue;
      link.setAttribute("role", "button");
      link.setAttribute("aria-expanded", "false");
    }
    const event = eventById(detailedEvent(htmlContext));
    const item = event && itemOf(picture.layout, event);
    const expanded = item && !item.cluster ? this.elementOf(item) : null;
    if (expanded !== this.expanded) this.expanded?.setAttribute("aria-expanded", "false");
    if (expanded?.getAttribute("aria-expanded") !== "true") expanded?.setAttribute("aria-expanded", "true");
    this.expanded = expanded;
    this.numberMarks();
  }

  /** Writes each mark's position among all events of its lane, of which the picture draws only some. */
  private numberMarks(): void {
    const { svg, derived, picture, eventById } = this.context;
    const order = laneOrder(derived.timeline, picture.shown);
    const isSameOrder = order === this.numberedBy;
    this.numberedBy = order;
    for (const mark of svg.getElementsByClassName("dl-mark")) {
      const group = mark.parentElement as unknown as SVGElement;
      if (isSameOrder && group.hasAttribute("aria-setsize")) continue;
      const event = eventById(group.dataset["event"] ?? group.dataset["cluster"]);
      const index = event && order.indexOf(event);
      if (!event || index === undefined) continue;
      group.setAttribute("aria-posinset", String(index + 1));
      group.setAttribute("aria-setsize", String(order.lanes[event.lane]?.length));
    }
  }
}
