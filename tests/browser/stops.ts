/** Finds every keyboard stop by real key presses. */
import { focused, press } from "./keys.js";

/** More stops than any figure of the tests has. */
const MOST = 400;

/** Every stop of Tab (or Shift+Tab) from one element, which is given the focus, to another; both left out. */
export async function tabStops(from: HTMLElement, to: HTMLElement, key = "Tab"): Promise<Element[]> {
  from.focus();
  const stops: Element[] = [];
  for (let i = 0; i < MOST; i++) {
    await press(key);
    if (focused() === to) return stops;
    stops.push(focused());
  }
  throw new Error(`after ${MOST} presses of ${key} the focus is still on ${focused().outerHTML.slice(0, 120)}`);
}

/** The elements that an arrow key reaches from the focused element, until it moves no more. */
async function run(key: string): Promise<Element[]> {
  const found = [focused()];
  for (let i = 0; i < MOST; i++) {
    await press(key);
    if (focused() === found.at(-1)) return found;
    found.push(focused());
  }
  return found;
}

/** What arrows reach within a stop: the buttons of a row, the marks of all lanes and the overview. */
export async function withArrows(stop: HTMLElement | SVGElement): Promise<Element[]> {
  stop.focus();
  const story = stop.closest(".dl-story-buttons");
  if (story) {
    // The arrow keys of a story do what its buttons do, so they count as reaching both if they change the step both ways.
    const said = [story.textContent];
    for (const key of ["ArrowRight", "ArrowLeft"]) {
      await press(key);
      said.push(story.textContent);
    }
    return said[0] !== said[1] && said[0] === said[2] ? [...story.querySelectorAll("button")] : [stop];
  }
  if (stop.closest(".dl-toolbar, .dl-details-buttons")) {
    await press("Home");
    return run("ArrowRight");
  }
  if (!stop.closest(".dl-figure")) return [stop];
  const down = stop.closest("[data-orientation=vertical]") !== null;
  const [along, across, back] = down
    ? ["ArrowDown", "ArrowRight", "ArrowLeft"]
    : ["ArrowRight", "ArrowDown", "ArrowUp"];
  await run(back);
  const found: Element[] = [];
  for (let lane = 0; lane < MOST; lane++) {
    const first = focused();
    if (!first.closest(".dl-lane")) return [...found, first];
    await press("Home");
    found.push(...(await run(along)));
    const last = focused();
    await press(across);
    if (focused() === last) return found;
  }
  return found;
}
