/** Merges any number of requests into one call in the next animation frame. */
export interface Schedule {
  request(): void;
  /** Forgets what was requested. */
  cancel(): void;
}

export function createSchedule(view: Window, run: () => void): Schedule {
  let frame: number | undefined;
  return {
    request() {
      frame ??= view.requestAnimationFrame(() => {
        frame = undefined;
        run();
      });
    },
    cancel() {
      if (frame !== undefined) view.cancelAnimationFrame(frame);
      frame = undefined;
    },
  };
}
