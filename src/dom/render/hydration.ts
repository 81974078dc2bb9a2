/** Reads and completes a figure that a server wrote. */

/** The text of a script element of the figure. These scripts hold data, and no code. */
export function scriptText(figure: Element, name: "dl-data" | "dl-json-ld"): string | undefined {
  return figure.querySelector(`:scope > script.${name}`)?.textContent ?? undefined;
}

const BUTTONS = ["toolbar", "details-buttons", "story-buttons", "copy"].map((name) => `.dl-${name}[hidden]`).join();

/** Shows the buttons, which the server hid because they need a script. */
export function showButtons(figure: Element): void {
  for (const hidden of figure.querySelectorAll(BUTTONS)) hidden.removeAttribute("hidden");
}
