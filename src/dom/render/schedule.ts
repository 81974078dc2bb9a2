/** Merges any number of requests into one call in the next animation frame. */
export interface Schedule {
  request(): void;
  /** Withdraws the request, if there is one. */
  cancel(): void;
}

export function createSchedule(window: Window, run: () => void): Schedule {
  let frame: number | undefined;
  return {
    request() {
      frame ??= window.requestAnimationFrame(() => {
        frame = undefined;
        run();
      });
    },
    cancel() {
      if (frame !== undefined) window.cancelAnimationFrame(frame);
      frame = undefined;
    },
  };
}
