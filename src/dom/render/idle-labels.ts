/**
 * Computes labels while the page is idle: first those that a partial paint left out, then those of the next zoom steps, so
 * that the zoom need not wait. Where the browser does not report idle time (Safari), only the missing ones are computed.
 */
import type { Behavior } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { OVERSCAN } from "./pan-translate.js";

/** Longest slice in idle time, in ms: input that comes during the slice still gets its frame. */
const IDLE_SLICE_MS = 8;
/** Slice length when requestIdleCallback is unavailable or has timed out, in ms. */
const BUSY_SLICE_MS = 4;
/** Missing labels wait at most this long for idle time, in ms. */
const IDLE_TIMEOUT_MS = 100;
/** Labels show after this long even if more of them are missing, in ms. */
const PARTIAL_RESULT_DELAY_MS = 250;

export type IdleLabelsContext = Pick<TimelineContext, "window" | "painting" | "timers" | "state" | "derived">;

export function createIdleLabels(context: IdleLabelsContext): Behavior {
  const { window, painting, timers } = context;
  const { performance } = window;
  const reportsIdleTime = typeof window.requestIdleCallback === "function";
  let request: number | undefined;
  let work: Iterator<void> | undefined;

  /** The work for the view that was painted. */
  function* workFor({ state: { view }, derived: { figure } }: IdleLabelsContext): Generator<void, void, void> {
    const { partialOverscan } = painting;
    if (partialOverscan !== undefined) {
      const began = performance.now();
      let isMissing = false;
      for (const _ of figure.finishLabels?.(view, partialOverscan) ?? []) {
        isMissing = true;
        if (performance.now() - began > PARTIAL_RESULT_DELAY_MS) break;
        yield;
      }
      if (isMissing) return painting.renew();
      painting.markComplete();
    }
    if (!reportsIdleTime) return;
    // A drag from here reaches twice the overscan before the next layout.
    yield* figure.finishLabels?.(view, 2 * OVERSCAN) ?? [];
    yield* figure.prepareZoom?.(view) ?? [];
  }

  const requestSlice = (): void => {
    if (!work) return;
    const isMissing = painting.partialOverscan !== undefined;
    if (reportsIdleTime) {
      request ??= window.requestIdleCallback(runSlice, isMissing ? { timeout: IDLE_TIMEOUT_MS } : undefined);
    } else if (isMissing) timers.set("labels", BUSY_SLICE_MS, () => runSlice());
  };
  const runSlice = (deadline?: IdleDeadline): void => {
    request = undefined;
    const until = deadline && !deadline.didTimeout ? undefined : performance.now() + BUSY_SLICE_MS;
    const timeLeft = (): number =>
      until === undefined ? (deadline as IdleDeadline).timeRemaining() : until - performance.now();
    const reserve = timeLeft() - IDLE_SLICE_MS;
    while (work && timeLeft() > Math.max(until === undefined ? 1 : 0, reserve)) if (work.next().done) work = undefined;
    requestSlice();
  };
  return {
    painted() {
      work = workFor(context);
      requestSlice();
    },
    stop() {
      if (request !== undefined) window.cancelIdleCallback(request);
      work = undefined;
    },
  };
}
