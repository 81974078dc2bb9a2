/** Targets of marks are larger than the marks, so that fingers hit them; of neighbours the last covers the others. */
const TARGET = 26;

/** What was pressed: of several dots at one place of the screen, the one whose middle is nearest. */
export function pressed(event: MouseEvent): Element {
  const clicked = event.target as Element;
  const top = dotOf(clicked);
  // A click without a pointer is a key, or a screen reader's doing.
  if (!top || event.detail === 0) return clicked;
  const { clientX: x, clientY: y } = event;
  const distance = (mark: Element): number => {
    const { left, right, top: upper, bottom } = mark.getBoundingClientRect();
    return Math.hypot((left + right) / 2 - x, (upper + bottom) / 2 - y);
  };
  const under = (clicked.getRootNode() as Document | ShadowRoot).elementsFromPoint(x, y);
  return under.reduce((nearest, element) => {
    const mark = dotOf(element);
    return mark && distance(mark) < distance(nearest) ? mark : nearest;
  }, top);
}

/** The mark that an element belongs to, if it is a dot. */
function dotOf(element: Element): Element | undefined {
  const mark = element.closest(".dl-event > .dl-mark");
  const target = mark?.querySelector("rect[pointer-events]")?.getBoundingClientRect();
  return mark && target && Math.max(target.width, target.height) <= TARGET ? mark : undefined;
}
