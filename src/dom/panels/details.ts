/** What opens when a mark is clicked or Enter is pressed on it, and what closes with Escape: the same for all means. */
import { detailedEvent } from "../../html/context.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { counted, fill } from "../../time/locale.js";
import { word } from "../../scene/accessible-names.js";
import type { View } from "../../view.js";
import type { Focus } from "../keyboard/focus.js";
import { type Item, itemOf, sortTime } from "../keyboard/visible-items.js";
import { keep } from "../url/remember-view.js";
import type { Part } from "../controller/behavior.js";
import type { Stage } from "../controller/controller.js";

/** Closer looks that are tried before the members of a cluster are listed. */
const LOOKS = 24;
const CLOSER = 2;

export class Opener implements Part {
  /** Where the reader was before each cluster that was opened. */
  private readonly trail: { view: ReturnType<typeof keep>; event: PlacedEvent }[] = [];
  /** The event whose panel had the focus, to go back to. */
  private from: PlacedEvent | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly focus: Focus,
  ) {}

  /** @param scroll let the browser bring the heading of the details into view */
  event(id: string, scroll: boolean): void {
    const { stage } = this;
    this.from = stage.event(id);
    const told = stage.view.selected === id && detailedEvent(stage.context) === null;
    stage.select(id);
    // A label or a link that was pressed takes no focus, so the tab stop has not followed it yet.
    this.focus.stopAt(this.from);
    if (told) stage.emit("open", { id });
    this.heading(scroll);
  }

  item(item: Item, scroll: boolean): void {
    if (!item.cluster) return this.event(item.first.id, scroll);
    const { stage } = this;
    const { locale } = stage.options;
    const { view } = stage;
    const parted = this.parted(item);
    stage.announcer.say(fill(word(locale, "clusterOpened"), counted(locale, locale.figure.events, item.cluster.count)));
    if (parted) {
      this.trail.push({ view: keep(stage), event: item.first });
      this.focus.focus(item.first, { preventScroll: true });
      stage.show(parted.select(null));
    } else {
      this.from = item.first;
      stage.show(view.select(null));
      stage.set({ group: item.cluster.events() });
      this.heading(scroll);
    }
  }

  /** The view in which the first member stands for itself; none when its members share one moment. */
  private parted({ cluster }: Item): View | undefined {
    if (!cluster) return undefined;
    const { figure, view } = this.stage;
    const { first, last } = cluster;
    const [from, to] = [figure.scale.position(sortTime(first)), figure.scale.position(sortTime(last))];
    if (from === to) return undefined;
    const middle = (from + to) / 2;
    const half = Math.max((to - from) * 0.75, (view.to - view.from) / 2e6);
    let next = view.window(middle - half, middle + half);
    for (let look = 0; look < LOOKS; look++) {
      const item = itemOf(figure.layout(next), first);
      if (!item?.cluster) return next;
      const closer = next.zoomAt(CLOSER, from);
      if (closer === next) return item.cluster.count < cluster.count ? next : undefined;
      next = closer;
    }
    return undefined;
  }

  private heading(scroll: boolean): void {
    this.stage.find(".dl-details h3")?.focus({ preventScroll: !scroll });
    this.focus.uncover();
  }

  /** Closes details, or leaves the last cluster. Returns whether there was anything to close. */
  close(): boolean {
    const { stage, focus } = this;
    const { selected } = stage.view;
    if (selected !== null || stage.state.group) {
      const event = stage.event(selected) ?? this.from;
      // First the focus, which scrolls to the mark; what is focused and then removed would take it along.
      focus.focus(event);
      stage.select(null);
      if (stage.state.group) stage.set({ group: undefined });
      return true;
    }
    const before = this.trail.pop();
    const view = before?.view();
    if (!before || !view) return false;
    focus.focus(before.event);
    stage.show(view.select(null));
    return true;
  }

  /** The reader has gone elsewhere: there is no cluster to go back to. */
  forget(): void {
    this.trail.length = 0;
  }

  updated(another: boolean): void {
    if (!another) return;
    this.forget();
    this.from = undefined;
  }

  stop(): void {
    this.updated(true);
  }
}
