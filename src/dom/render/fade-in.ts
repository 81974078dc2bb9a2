/** What a filter brings back fades in; what stays keeps its element and its place. */

const MARKS = "[data-event], [data-cluster]";

const groupsOf = (svg: Element): Set<Element> => new Set(svg.querySelectorAll(MARKS));

/**
 * Notes which marks a picture has.
 *
 * @param duration in ms
 * @returns what fades in the marks that it has gained since
 */
export function fadeIn(svg: () => Element, duration: number): () => void {
  const before = groupsOf(svg());
  return () => {
    for (const group of groupsOf(svg())) {
      if (!before.has(group)) group.animate({ opacity: [0, 1] }, { duration, easing: "ease-out" });
    }
  };
}
