/**
 * What a script adds to the picture: marks become buttons, one of them is the tab stop, and focus follows its event into
 * clusters and out of them, whatever is drawn anew. Focus never falls to the page's body.
 */
import { detailedEvent } from "../../html/context.js";
import { detailsId } from "../../html/details-panel.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { type Item, isInView, itemOf, itemsOf, nearestItem, sortTime } from "./visible-items.js";
import { listen, type Part } from "../controller/behavior.js";
import type { LaneOrder } from "./lane-order.js";
import type { Stage } from "../controller/controller.js";

/** Parts beside the picture that keep the focus, and what takes it in them. */
const REGIONS = ".dl-details, .dl-story, .dl-find, .dl-toolbar";
const STANDINS = "li:not([hidden]) > h3, div > h3, input, button:not([hidden])";

export class Focus implements Part {
  /** The event that the tab stop stands for. */
  private id: string | undefined;
  /** The mark or cluster that is the tab stop. */
  private tabStop: Element | undefined;
  private had = false;
  private inPicture = false;
  private region: HTMLElement | undefined;
  private expanded: Element | null = null;
  private numbered: LaneOrder | undefined;
  /** The id of the details, which follows `idPrefix`. */
  private controls: string | undefined;
  private readonly unlisten: () => void;

  constructor(private readonly stage: Stage) {
    this.unlisten = listen(stage.element, {
      focusin: (event: FocusEvent) => {
        const mark = (event.target as Element).closest?.("a.dl-mark");
        if (mark) this.follow(mark);
      },
    });
    this.painted();
  }

  stop(): void {
    this.unlisten();
  }

  /** The mark or cluster that has the tab stop, as laid out now. */
  get item(): Item | undefined {
    const { layout } = this.stage.picture;
    const event = this.stage.event(this.id ?? null);
    const found = event && itemOf(layout, event);
    if (found) return found;
    const lanes = layout.laneLayouts.map((_, lane) => itemsOf(layout, lane));
    if (event) {
      // It has left: the nearest of its lane, or else of any lane, takes its place.
      const { view, figure } = this.stage;
      const part = (figure.scale.position(sortTime(event)) - view.from) / (view.to - view.from);
      const px = layout.start + part * (layout.end - layout.start);
      const near = nearestItem(lanes[event.lane] ?? [], px, layout) ?? nearestItem(lanes.flat(), px, layout);
      if (near) return near;
    }
    return lanes.flat().find((item) => isInView(item, layout)) ?? lanes.flat()[0];
  }

  /** Gives an event's mark, or the cluster it is in, the tab stop. */
  stopAt(event: PlacedEvent | undefined): void {
    if (event) this.id = event.id;
    this.mark();
  }

  /** The same, and the focus. */
  focus(event: PlacedEvent | undefined, options?: FocusOptions): void {
    this.stopAt(event);
    (this.tabStop as SVGElement | undefined)?.focus(options);
    this.uncover();
  }

  /** Down the page details are a sheet at the lower edge: what they belong to is to stand above it. */
  uncover(): void {
    const sheet = this.stage.find(".dl-details");
    if (!sheet || !this.tabStop || this.stage.picture.layout.orientation !== "vertical" || sheet.hidden) return;
    const mark = this.tabStop.getBoundingClientRect();
    const top = sheet.getBoundingClientRect().top;
    if (mark.bottom > top || mark.top < 0) this.tabStop.scrollIntoView({ block: "center" });
  }

  before(): void {
    const { activeElement } = this.stage.element.ownerDocument;
    this.had = activeElement !== null && this.stage.element.contains(activeElement);
    this.region = (this.had && activeElement?.closest<HTMLElement>(REGIONS)) || undefined;
    this.inPicture = this.had && this.stage.svg.contains(activeElement) && !activeElement?.closest(".dl-strip");
  }

  painted(): void {
    this.enliven();
    this.mark();
    const { element } = this.stage;
    const { activeElement } = element.ownerDocument;
    // What was hidden keeps the focus until the next frame, and loses it to the body then.
    const lost = this.had && (!element.contains(activeElement) || activeElement?.matches("[hidden] *"));
    const strayed = this.inPicture && activeElement !== this.tabStop;
    this.had = false;
    this.inPicture = false;
    if (!lost && !strayed) return;
    // It is gone: its neighbours take over.
    const near = this.region?.hidden === false ? this.region.querySelector<HTMLElement>(STANDINS) : undefined;
    const next = near ?? (this.tabStop as SVGElement | undefined);
    if (next) next.focus({ preventScroll: true });
    else {
      element.tabIndex = -1;
      element.focus({ preventScroll: true });
    }
  }

  /** The reader's own tools, or a click, have put the focus on a mark. */
  private follow(mark: Element): void {
    if (mark === this.tabStop) return;
    const group = mark.parentElement as unknown as SVGElement;
    this.id = group.dataset["event"] ?? group.dataset["cluster"];
    this.mark();
  }

  /** Moves the tab stop to where the item is now. */
  private mark(): void {
    const { item } = this;
    // Where nothing is drawn, the overview leads to where something is.
    const next = (item ? this.elementOf(item) : this.stage.find(".dl-window")) ?? undefined;
    if (this.id === undefined || !item) this.id = item?.first.id;
    if (next === this.tabStop) return;
    this.tabStop?.setAttribute("tabindex", "-1");
    next?.setAttribute("tabindex", "0");
    this.tabStop = next;
  }

  private elementOf({ first, cluster }: Item): Element | null {
    const { id } = cluster?.first ?? first;
    const group = `[data-${cluster ? "cluster" : "event"}="${this.stage.window.CSS.escape(id)}"]`;
    return this.stage.svg.querySelector(`${group} > a.dl-mark`);
  }

  /** Only what is new is written: attributes that a painter did not write stay. On every frame: selectors would be slower. */
  private enliven(): void {
    const { svg, picture } = this.stage;
    const controls = detailsId(picture.context);
    const kept = controls === this.controls;
    this.controls = controls;
    for (const link of svg.getElementsByTagName("a")) {
      const known = link.hasAttribute("tabindex");
      if (known && kept) continue;
      if (!known) link.setAttribute("tabindex", "-1");
      if (!link.classList.contains("dl-mark")) continue;
      link.setAttribute("aria-controls", controls);
      if (known) continue;
      link.setAttribute("role", "button");
      link.setAttribute("aria-expanded", "false");
    }
    const event = this.stage.event(detailedEvent(this.stage.context));
    const item = event && itemOf(picture.layout, event);
    const expanded = item && !item.cluster ? this.elementOf(item) : null;
    if (expanded !== this.expanded) this.expanded?.setAttribute("aria-expanded", "false");
    if (expanded?.getAttribute("aria-expanded") !== "true") expanded?.setAttribute("aria-expanded", "true");
    this.expanded = expanded;
    this.number();
  }

  /** True positions: a lane has more events than are drawn. */
  private number(): void {
    const { svg, order } = this.stage;
    const kept = order === this.numbered;
    this.numbered = order;
    for (const mark of svg.getElementsByClassName("dl-mark")) {
      const group = mark.parentElement as unknown as SVGElement;
      if (kept && group.hasAttribute("aria-setsize")) continue;
      const event = this.stage.event(group.dataset["event"] ?? group.dataset["cluster"] ?? "");
      const at = event && order.at.get(event);
      if (!event || at === undefined) continue;
      group.setAttribute("aria-posinset", String(at + 1));
      group.setAttribute("aria-setsize", String(order.lanes[event.lane]?.length));
    }
  }
}
