import { describe, expect, test } from "vitest";
import { startLookAhead } from "../../../src/dom/render/idle-labels.js";
import type { Stage } from "../../../src/dom/controller/controller.js";

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
  const stage = { window, figure: { ahead }, view: {}, drift: {} } as unknown as Stage;
  const idle = (ms: number): void => {
    const end = clock + ms;
    const granted = [...requests.values()];
    requests.clear();
    for (const run of granted) run({ didTimeout: false, timeRemaining: () => Math.max(0, end - clock) });
  };
  return { stage, idle, waiting: () => requests.size, done: () => done, views: () => views };
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
  const drift = { hurried: 0 as number | undefined, renew: () => renewed++ };
  const timers = { set: (_: string, __: number, callback: () => void) => waiting.push(callback) };
  const stage = { window, figure: { missing }, view: {}, drift, timers } as unknown as Stage;
  const turn = (): void => waiting.shift()?.();
  return { stage, turn, timeouts, left: () => left, renewed: () => renewed, waiting: () => waiting.length, drift };
}

describe("what a frame of a gesture left out", () => {
  test.each([
    ["in a page that is never idle", true],
    ["where a browser does not tell when it is", false],
  ])("comes in slices of 4 ms %s, and then the picture is renewed", (_, withIdle) => {
    const { stage, turn, left, renewed, timeouts } = pageInHaste(10, withIdle);
    startLookAhead(stage);
    turn();
    expect([left(), renewed()]).toEqual([6, 0]);
    turn();
    turn();
    expect([left(), renewed()]).toEqual([0, 1]);
    if (withIdle) expect(timeouts[0]).toBe(100);
  });

  test("shows in part after a quarter of a second", () => {
    const { stage, turn, left, renewed } = pageInHaste(1000, false);
    startLookAhead(stage);
    for (let i = 0; i < 62; i++) turn();
    expect(renewed()).toBe(0);
    turn();
    expect(renewed()).toBe(1);
    expect(left()).toBeGreaterThan(0);
  });

  test("is nothing where all was known: the picture stays, and no time is asked for", () => {
    const { stage, turn, renewed, waiting, drift } = pageInHaste(0, false);
    startLookAhead(stage);
    turn();
    expect([renewed(), waiting(), drift.hurried]).toEqual([0, 0, undefined]);
  });
});

describe("looking ahead in a page", () => {
  test("works 8 ms of a long idle time and goes on in the next", () => {
    const { stage, idle, done, waiting } = pageWith(20);
    startLookAhead(stage);
    idle(50);
    expect([done(), waiting()]).toEqual([8, 1]);
    idle(50);
    expect([done(), waiting()]).toEqual([16, 1]);
  });

  test("leaves the last ms of a short idle time alone", () => {
    const { stage, idle, done } = pageWith(20);
    startLookAhead(stage);
    idle(5);
    expect(done()).toBe(4);
  });

  test("asks for no idle time once all is done", () => {
    const { stage, idle, done, waiting } = pageWith(3);
    startLookAhead(stage);
    idle(50);
    expect([done(), waiting()]).toEqual([3, 0]);
  });

  test("begins with the new view when that is painted, in the time it had asked for", () => {
    const { stage, views, waiting, idle } = pageWith(20);
    const part = startLookAhead(stage);
    idle(50);
    part.painted?.();
    expect(waiting()).toBe(1);
    idle(50);
    expect(views()).toBe(2);
  });

  test("asks for nothing more after it was stopped, not even when work is left", () => {
    const { stage, idle, waiting, done } = pageWith(20);
    const part = startLookAhead(stage);
    idle(5);
    part.stop?.();
    expect(waiting()).toBe(0);
    idle(50);
    expect(done()).toBe(4);
  });

  test("does nothing where a browser does not tell when it is idle", () => {
    const { stage, views } = pageWith(20, false);
    startLookAhead(stage).stop?.();
    expect(views()).toBe(0);
  });
});
