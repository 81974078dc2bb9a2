import { describe, expect, test } from "vitest";
import { createIdleLabels, type IdleLabelsContext } from "../../../src/dom/render/idle-labels.js";

/** The behaviour after the first paint. */
function startedIn(context: IdleLabelsContext) {
  const behavior = createIdleLabels(context);
  behavior.painted?.();
  return behavior;
}

/** A page whose idle times are granted by the test. A turn of the work takes 1 ms. */
function pageWith(turns: number, withIdle = true) {
  const requests = new Map<number, IdleRequestCallback>();
  let clock = 0;
  let last = 0;
  let done = 0;
  let views = 0;
  const window = withIdle
    ? {
        requestIdleCallback: (callback: IdleRequestCallback) => {
          requests.set(++last, callback);
          return last;
        },
        cancelIdleCallback: (request: number) => requests.delete(request),
      }
    : {};
  function* ahead(): Generator<void, void, void> {
    views++;
    for (let turn = 0; turn < turns; turn++) {
      clock++;
      done++;
      yield;
    }
  }
  const context = {
    window,
    derived: { figure: { prepareZoom: ahead } },
    state: { view: {} },
    painting: {},
  } as unknown as IdleLabelsContext;
  const idle = (ms: number): void => {
    const end = clock + ms;
    const granted = [...requests.values()];
    requests.clear();
    for (const run of granted) run({ didTimeout: false, timeRemaining: () => Math.max(0, end - clock) });
  };
  return { context, idle, waiting: () => requests.size, done: () => done, views: () => views };
}

/** A page in which a frame of a gesture left out labels that take so many turns of 1 ms. */
function pageInHaste(turns: number, withIdle: boolean) {
  let clock = 0;
  let left = turns;
  let renewed = 0;
  const waiting: (() => void)[] = [];
  const timeouts: (number | undefined)[] = [];
  function* missing(): Generator<void, void, void> {
    while (left > 0) {
      clock++;
      left--;
      yield;
    }
  }
  const window = {
    performance: { now: () => clock },
    ...(withIdle && {
      requestIdleCallback: (callback: IdleRequestCallback, options?: IdleRequestOptions) => {
        timeouts.push(options?.timeout);
        waiting.push(() => callback({ didTimeout: true, timeRemaining: () => 0 }));
        return waiting.length;
      },
    }),
  };
  const painting = {
    partialOverscan: 0 as number | undefined,
    renew: () => renewed++,
    markComplete: () => {
      painting.partialOverscan = undefined;
    },
  };
  const timers = { set: (_: string, __: number, callback: () => void) => waiting.push(callback) };
  const context = {
    window,
    derived: { figure: { finishLabels: missing } },
    state: { view: {} },
    painting,
    timers,
  } as unknown as IdleLabelsContext;
  const turn = (): void => waiting.shift()?.();
  return { context, turn, timeouts, left: () => left, renewed: () => renewed, waiting: () => waiting.length, painting };
}

describe("what a frame of a gesture left out", () => {
  test.each([
    ["in a page that is never idle", true],
    ["where a browser does not tell when it is", false],
  ])("comes in slices of 4 ms %s, and then the picture is renewed", (_, withIdle) => {
    const { context, turn, left, renewed, timeouts } = pageInHaste(10, withIdle);
    startedIn(context);
    turn();
    expect([left(), renewed()]).toEqual([6, 0]);
    turn();
    turn();
    expect([left(), renewed()]).toEqual([0, 1]);
    if (withIdle) expect(timeouts[0]).toBe(100);
  });

  test("shows in part after a quarter of a second", () => {
    const { context, turn, left, renewed } = pageInHaste(1000, false);
    startedIn(context);
    for (let i = 0; i < 62; i++) turn();
    expect(renewed()).toBe(0);
    turn();
    expect(renewed()).toBe(1);
    expect(left()).toBeGreaterThan(0);
  });

  test("is nothing where all was known: the picture stays, and no time is asked for", () => {
    const { context, turn, renewed, waiting, painting } = pageInHaste(0, false);
    startedIn(context);
    turn();
    expect([renewed(), waiting(), painting.partialOverscan]).toEqual([0, 0, undefined]);
  });
});

describe("looking ahead in a page", () => {
  test("works 8 ms of a long idle time and goes on in the next", () => {
    const { context, idle, done, waiting } = pageWith(20);
    startedIn(context);
    idle(50);
    expect([done(), waiting()]).toEqual([8, 1]);
    idle(50);
    expect([done(), waiting()]).toEqual([16, 1]);
  });

  test("leaves the last ms of a short idle time alone", () => {
    const { context, idle, done } = pageWith(20);
    startedIn(context);
    idle(5);
    expect(done()).toBe(4);
  });

  test("asks for no idle time once all is done", () => {
    const { context, idle, done, waiting } = pageWith(3);
    startedIn(context);
    idle(50);
    expect([done(), waiting()]).toEqual([3, 0]);
  });

  test("begins with the new view when that is painted, in the time it had asked for", () => {
    const { context, views, waiting, idle } = pageWith(20);
    const part = startedIn(context);
    idle(50);
    part.painted?.();
    expect(waiting()).toBe(1);
    idle(50);
    expect(views()).toBe(2);
  });

  test("asks for nothing more after it was stopped, not even when work is left", () => {
    const { context, idle, waiting, done } = pageWith(20);
    const part = startedIn(context);
    idle(5);
    part.stop?.();
    expect(waiting()).toBe(0);
    idle(50);
    expect(done()).toBe(4);
  });

  test("does nothing where a browser does not tell when it is idle", () => {
    const { context, views } = pageWith(20, false);
    startedIn(context).stop?.();
    expect(views()).toBe(0);
  });
});
