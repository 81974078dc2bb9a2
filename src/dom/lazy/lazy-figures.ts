/**
 * Makes figures live that a server wrote: once the page is idle and the figure is near the window, or at the first press on it.
 * Until then nothing but this file runs. A press that comes before is repeated on the live figure.
 */

/** Makes a figure live; see `hydrateTimeline`. */
export type Hydrate = (figure: Element) => unknown;

/** Distance from the window at which a figure is near, in px. */
const NEAR_PX = 600;
/** Longest wait for an idle page, in ms. */
const IDLE_MS = 2000;
const PRESSES = ["pointerdown", "focusin", "click", "keydown"] as const;

/**
 * @param root where to look for figures
 * @param load loads what makes a figure live; called once, unless it fails
 * @returns stops: figures that are not live yet stay as they are
 */
export function lazyFigures(root: ParentNode, load: () => Promise<Hydrate>): () => void {
  let loading: Promise<Hydrate> | undefined;
  const figures = [...root.querySelectorAll("figure.datelines")];
  const stops = figures.map((figure) =>
    waitFor(figure, () => {
      loading ??= load();
      // A later press tries again.
      loading.catch(() => (loading = undefined));
      return loading;
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

function waitFor(figure: Element, load: () => Promise<Hydrate>): () => void {
  const missed: Event[] = [];
  let isAwake = false;
  const wake = async (): Promise<void> => {
    if (isAwake) return;
    isAwake = true;
    try {
      const hydrate = await load();
      // Stopped meanwhile.
      if (!isAwake) return;
      stop();
      hydrate(figure);
    } catch (error) {
      isAwake = false;
      reportError(error);
    }
    // Without the code for it, a link leads where it leads.
    for (const event of missed.splice(0)) repeat(event);
  };
  const onPress = (event: Event): void => {
    if (event.isTrusted && isForLive(event)) {
      event.preventDefault();
      missed.push(event);
    }
    if (event.isTrusted) void wake();
  };
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      whenIdle(() => void wake());
    },
    { rootMargin: `${NEAR_PX}px` },
  );
  const stop = (): void => {
    isAwake = false;
    near.disconnect();
    for (const type of PRESSES) figure.removeEventListener(type, onPress);
  };
  near.observe(figure);
  for (const type of PRESSES) figure.addEventListener(type, onPress);
  return stop;
}

/** Safari has no idle callbacks. */
function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: IDLE_MS });
  else setTimeout(run);
}

/** Whether a live figure answers this event and a static one does not: a plain click on a mark or label, a key of the picture. */
function isForLive(event: Event): boolean {
  const isInPicture = (event.target as Element).closest(".dl-figure") !== null;
  if (event instanceof KeyboardEvent) return isInPicture && /^(Arrow|[-+])/.test(event.key) && !hasModifier(event);
  const isClick = event instanceof MouseEvent && event.type === "click" && !hasModifier(event);
  return isClick && isInPicture && (event.target as Element).closest("a[href^='#']") !== null;
}

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent | MouseEvent): boolean => ctrlKey || metaKey || altKey;

function repeat(event: Event): void {
  const { target } = event;
  const how = { bubbles: true, cancelable: true };
  if (event instanceof KeyboardEvent) {
    const { key, code, shiftKey } = event;
    target?.dispatchEvent(new KeyboardEvent("keydown", { key, code, shiftKey, ...how }));
  } else if (event instanceof MouseEvent) {
    const { clientX, clientY, detail } = event;
    target?.dispatchEvent(new MouseEvent("click", { clientX, clientY, detail, view: event.view, ...how }));
  }
}
