/** Reads and completes a figure that a server wrote. */

/** The text of a script element of the figure. These scripts hold data, and no code. */
export function scriptText(figure: Element, name: "dl-data" | "dl-json-ld"): string | undefined {
  return figure.querySelector(`:scope > script.${name}`)?.textContent ?? undefined;
}

/** The parts of a figure that a narrow container has its own of. */
const WIDE_PARTS = ["picture", "key", "note", "spare"].map((name) => `:scope > .dl-${name}`).join();

/**
 * Leaves of a figure with two pictures the one that shows, which is the narrow or the wide one.
 *
 * @returns its name; `undefined` in a figure with one picture
 */
export function keepShownPicture(figure: Element): "narrow" | "wide" | undefined {
  const narrow = figure.querySelector(":scope > .dl-narrow");
  if (!narrow) return undefined;
  const isNarrow = figure.ownerDocument.defaultView?.getComputedStyle(narrow).display !== "none";
  if (isNarrow) {
    const [picture, ...legend] = narrow.children;
    figure.querySelector(":scope > .dl-picture")?.replaceWith(picture as Element);
    for (const part of figure.querySelectorAll(WIDE_PARTS)) if (part !== picture) part.remove();
    narrow.replaceWith(...legend);
  } else narrow.remove();
  figure.removeAttribute("data-twin");
  return isNarrow ? "narrow" : "wide";
}

const BUTTONS = ["toolbar", "scale", "details-buttons", "story-buttons"].map((name) => `.dl-${name}[hidden]`).join();

/** Shows the buttons, which the server hid because they need a script. */
export function showButtons(figure: Element): void {
  for (const hidden of figure.querySelectorAll(BUTTONS)) hidden.removeAttribute("hidden");
}
