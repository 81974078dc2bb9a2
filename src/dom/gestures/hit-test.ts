/**
 * Largest extent of the hit area of a small mark, in px. Hit areas are larger than marks, for fingers, so those of
 * neighbours overlap.
 */
const HIT_AREA_MAX = 26;

/**
 * The element that a click means: of several small marks under the pointer, the one whose centre is nearest. A mark that is
 * drawn under the pointer is meant also where the hit area of a crowd lies over it.
 */
export function hitTest(event: MouseEvent): Element {
  const target = event.target as Element;
  // A click by key or screen reader has no pointer position.
  if (event.detail === 0) return target;
  const { clientX: x, clientY: y } = event;
  const under = (): Element[] => (target.getRootNode() as Document | ShadowRoot).elementsFromPoint(x, y);
  const isDrawn = (element: Element): boolean => !element.hasAttribute("pointer-events");
  const isOfCrowd = target.closest("[data-aggregate]") !== null && !isDrawn(target);
  const top = smallMarkOf(isOfCrowd ? (under().find((one) => isDrawn(one) && smallMarkOf(one)) ?? target) : target);
  if (!top) return target;
  const distance = (mark: Element): number => {
    const { left, right, top: upper, bottom } = mark.getBoundingClientRect();
    return Math.hypot((left + right) / 2 - x, (upper + bottom) / 2 - y);
  };
  return under().reduce((nearest, element) => {
    const mark = smallMarkOf(element);
    return mark && distance(mark) < distance(nearest) ? mark : nearest;
  }, top);
}

/** The mark that an element belongs to, if the mark is small. */
function smallMarkOf(element: Element): Element | undefined {
  const mark = element.closest(".dl-event > .dl-mark");
  const area = mark?.querySelector("rect[pointer-events]")?.getBoundingClientRect();
  return mark && area && Math.max(area.width, area.height) <= HIT_AREA_MAX ? mark : undefined;
}
