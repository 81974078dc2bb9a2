/** Clicks on what the picture shows: folded gaps, clusters, marks, labels, and links to related events. */
import { entryId } from "../../scene/context.js";
import type { TimelineContext } from "../controller/context.js";
import { clusterItem } from "../keyboard/visible-items.js";
import type { Details } from "../panels/details.js";
import { aggregateAt } from "./aggregate-hit.js";
import type { Click, ClickHandler } from "./click-router.js";

export function markClicks(context: TimelineContext, details: Details): readonly ClickHandler[] {
  const unfoldGap = ({ hit }: Click): boolean => {
    const start = hit.closest("[data-fold]")?.getAttribute("data-fold");
    if (start === null || start === undefined) return false;
    context.dispatch({ type: "unfold", starts: [Number(start)] });
    return true;
  };

  const openAggregate = ({ hit, event, isFromKeyboard }: Click): boolean => {
    const group = hit.closest("[data-aggregate]");
    const id = group?.getAttribute("data-cluster");
    if (!group || !id) return false;
    if (isFromKeyboard) {
      if (!context.derived.figure.withActive) return false;
      details.enter(id);
      return true;
    }
    // Assistive technology clicks in the middle of what it names, however far its columns are.
    const meant = aggregateAt(context, group, event, Number.POSITIVE_INFINITY);
    if (meant) details.openHit(meant);
    return meant !== undefined;
  };

  const openCluster = ({ hit, isFromKeyboard }: Click): boolean => {
    const id = hit.closest("[data-cluster]")?.getAttribute("data-cluster");
    const item = id ? clusterItem(context.picture.layout, id) : undefined;
    if (item) details.openItem(item, isFromKeyboard);
    return item !== undefined;
  };

  const openEvent = ({ hit, isFromKeyboard }: Click): boolean => {
    const id = hit.closest(".dl-mark, .dl-label, .dl-group a")?.closest("[data-event]")?.getAttribute("data-event");
    const address = hit.closest(".dl-details a[href^='#']")?.getAttribute("href");
    const event = context.eventById(id) ?? eventAt(address);
    if (event) details.openEvent(event.id, isFromKeyboard);
    return event !== undefined;
  };

  const eventAt = (address: string | null | undefined) => {
    const { timeline, options } = context.derived;
    return address ? timeline.events.find((event) => `#${entryId(options, event)}` === address) : undefined;
  };

  return [unfoldGap, openAggregate, openCluster, openEvent].map((open) => ({
    handle(click) {
      // A number of a source is a link of its own, to the source.
      if (click.button || click.hit.closest(".dl-source-link[target]") || !open(click)) return false;
      click.event.preventDefault();
      return true;
    },
  }));
}
