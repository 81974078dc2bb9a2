/** What the buttons of the figure do, by their `data-action`; some keys do the same. */
import type { TimelineContext } from "../controller/context.js";
import { visibleItems } from "../keyboard/visible-items.js";
import { createCopyLink } from "../panels/copy-link.js";
import type { Details } from "../panels/details.js";
import { fractionAt, positionAt } from "./axis-coordinates.js";

/** Buttons pan by this fraction of the window. */
const PAN_FRACTION = 0.8;
/** Buttons and keys zoom by this factor. */
export const ZOOM_FACTOR = 1.6;

export type ButtonActions = ReturnType<typeof createButtonActions>;

export function createButtonActions(context: TimelineContext, details: Details) {
  const { dispatch, query } = context;
  const show = (view: TimelineContext["state"]["view"]): void => dispatch({ type: "show", view, eased: true });
  /** Opens the list or the bibliography, and moves the focus to its summary. */
  const openBox = (selector: string): void => {
    const box = query<HTMLDetailsElement>(selector);
    if (box) box.open = true;
    box?.querySelector("summary")?.focus();
  };
  return {
    "zoom-in": () => show(context.state.view.zoomAt(ZOOM_FACTOR, positionNearCentre(context))),
    "zoom-out": () => show(context.state.view.zoomAt(1 / ZOOM_FACTOR)),
    back: () => {
      details.goBack({ preventScroll: true });
    },
    fit: () => show(context.state.view.fit()),
    earlier: () => show(context.state.view.pan(-PAN_FRACTION)),
    later: () => show(context.state.view.pan(PAN_FRACTION)),
    close: () => {
      details.close({ preventScroll: true });
    },
    previous: () => details.step(-1),
    next: () => details.step(1),
    unfold: () => dispatch({ type: "unfold", starts: context.derived.figure.scale.folds.map((fold) => fold.start) }),
    fold: () => dispatch({ type: "fold" }),
    "true-scale": () => dispatch({ type: "true-scale", on: !context.state.isTrueScale }),
    relations: () => dispatch({ type: "relations", on: !context.state.allRelations }),
    key: () => {
      const key = query<HTMLElement>(".dl-key");
      key?.setAttribute("tabindex", "-1");
      key?.scrollIntoView({ block: "nearest" });
      key?.focus({ preventScroll: true });
    },
    print: () => context.window.print(),
    list: () => openBox(".dl-list-box"),
    sources: () => openBox(".dl-sources-box"),
    find: () => {
      const { finding, given } = context.state;
      // What closes restores: a filter that nobody sees would hide events.
      if (finding) dispatch({ type: "filter", filter: given.filter ?? null });
      dispatch({ type: "toggle-find" });
      query(finding ? '[data-action="find"]' : ".dl-find input")?.focus();
    },
    clear: () => {
      dispatch({ type: "filter", filter: null });
      query(".dl-find input")?.focus();
    },
    "copy-link": createCopyLink(context),
    help: () => {
      const isOpen = context.state.help;
      query<HTMLDialogElement>(".dl-help")?.close();
      if (isOpen) return;
      dispatch({ type: "help", open: true });
      query<HTMLDialogElement>(".dl-help")?.showModal();
    },
  };
}

/** The position of the event nearest to the centre of what is seen of the axis: a button should not magnify empty time. */
function positionNearCentre({ svg, window, picture }: TimelineContext): number | undefined {
  const { layout } = picture;
  const { left, right, top, bottom } = svg.getBoundingClientRect();
  const centre = {
    clientX: (left + right) / 2,
    clientY: (Math.max(0, top) + Math.min(window.innerHeight, bottom)) / 2,
  };
  const { start, end } = layout;
  const px = start + fractionAt(centre, svg, picture) * (end - start);
  const [nearest] = visibleItems(layout)
    .map(({ from, to, cluster }) => (cluster ? (from + to) / 2 : from))
    .filter((at) => at >= start && at <= end)
    .sort((a, b) => Math.abs(a - px) - Math.abs(b - px));
  return nearest === undefined ? undefined : positionAt(picture.view, (nearest - start) / (end - start));
}
