/**
 * Works out labels while the page has nothing to do: first those that a frame of a gesture left out, then those of the next
 * steps of a zoom, the first of which would else come late. Where a browser does not tell when it is idle (Safari), what was
 * left out comes a little at a time, and nothing is done ahead.
 */
import { BEYOND } from "./pan-translate.js";
import type { Part } from "../controller/behavior.js";
import type { Stage } from "../controller/controller.js";

/** Most that is done at once, in ms: input that comes meanwhile still gets its frame. */
const SLICE = 8;
/** The same where nobody says how long there is nothing else to do. */
const SHORT_SLICE = 4;
/** What is left out does not wait longer than this for its turn, in ms. */
const LONGEST = 100;
/** Where there is much to do, some of it shows after so long, in ms. */
const FIRST = 250;

export function startLookAhead(stage: Stage): Part {
  const { window, drift, timers } = stage;
  const { performance } = window;
  const tells = typeof window.requestIdleCallback === "function";
  let request: number | undefined;
  let work: Iterator<void> | undefined;

  /** For the view that was painted. */
  function* workFor({ figure, view }: Stage): Generator<void, void, void> {
    if (drift.hurried !== undefined) {
      const begun = performance.now();
      let more = false;
      for (const _ of figure.finishLabels?.(view, drift.hurried) ?? []) {
        more = true;
        if (performance.now() - begun > FIRST) break;
        yield;
      }
      if (more) return drift.renew();
      drift.hurried = undefined;
    }
    if (!tells) return;
    // Where a drag will next be laid out, then a zoom.
    yield* figure.finishLabels?.(view, 2 * BEYOND) ?? [];
    yield* figure.prepareZoom?.(view) ?? [];
  }

  const goOn = (): void => {
    if (!work) return;
    const late = drift.hurried !== undefined;
    if (tells) request ??= window.requestIdleCallback(run, late ? { timeout: LONGEST } : undefined);
    else if (late) timers.set("labels", SHORT_SLICE, () => run());
  };
  const run = (deadline?: IdleDeadline): void => {
    request = undefined;
    const until = deadline && !deadline.didTimeout ? undefined : performance.now() + SHORT_SLICE;
    const left = (): number =>
      until === undefined ? (deadline as IdleDeadline).timeRemaining() : until - performance.now();
    const enough = left() - SLICE;
    while (work && left() > Math.max(until === undefined ? 1 : 0, enough)) if (work.next().done) work = undefined;
    goOn();
  };
  const painted = (): void => {
    work = workFor(stage);
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
