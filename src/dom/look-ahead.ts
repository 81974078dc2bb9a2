import type { Part } from "./part.js";
import type { Stage } from "./stage.js";

/** Most that is done at once, in ms: input that comes meanwhile still gets its frame. */
const SLICE = 8;

/**
 * While the page has nothing to do, works out the labels of the next steps of a zoom: the first of them would else cost
 * several frames. Where a browser does not tell when it is idle (Safari), nothing is done ahead.
 */
export function startLookAhead(stage: Stage): Part {
  const { window } = stage;
  let request: number | undefined;
  let work: Iterator<void> | undefined;
  const goOn = (): void => {
    if (work && typeof window.requestIdleCallback === "function") request ??= window.requestIdleCallback(run);
  };
  const run = (deadline: IdleDeadline): void => {
    request = undefined;
    const enough = deadline.timeRemaining() - SLICE;
    while (work && deadline.timeRemaining() > Math.max(1, enough)) if (work.next().done) work = undefined;
    goOn();
  };
  const painted = (): void => {
    work = stage.figure.ahead?.(stage.view);
    goOn();
  };
  painted();
  return {
    painted,
    stop: () => {
      if (request !== undefined) window.cancelIdleCallback(request);
      work = undefined;
    },
  };
}
