/** What a figure that a server wrote brings along. */

/** The text of one of its scripts, which hold data and nothing that runs. */
export function heldBy(figure: Element, name: "dl-data" | "dl-json-ld"): string | undefined {
  return figure.querySelector(`:scope > script.${name}`)?.textContent ?? undefined;
}

const BUTTONS = ["toolbar", "details-buttons", "story-buttons", "copy"].map((name) => `.dl-${name}[hidden]`).join();

/** Its buttons are hidden until a script makes them work. */
export function showButtons(figure: Element): void {
  for (const hidden of figure.querySelectorAll(BUTTONS)) hidden.removeAttribute("hidden");
}
