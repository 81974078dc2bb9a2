/** Runs an eased move, frame by frame. */

export class Glide {
  private frame: number | undefined;

  constructor(private readonly window: Window) {}

  /** False where the reader has asked for less motion. */
  get isWanted(): boolean {
    return !this.window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  get isRunning(): boolean {
    return this.frame !== undefined;
  }

  /**
   * @param duration in ms
   * @param draw called in each frame with how far the move has come, at last with 1
   */
  start(duration: number, draw: (part: number) => void, ease = eased): void {
    this.cancel();
    let began: number | undefined;
    const step = (now: number): void => {
      began ??= now;
      const time = Math.min(1, (now - began) / duration);
      this.frame = time < 1 ? this.window.requestAnimationFrame(step) : undefined;
      draw(ease(time));
    };
    this.frame = this.window.requestAnimationFrame(step);
  }

  cancel(): void {
    if (this.frame !== undefined) this.window.cancelAnimationFrame(this.frame);
    this.frame = undefined;
  }
}

/** Starts fast and slows down. */
function eased(time: number): number {
  return 1 - (1 - time) ** 4;
}

/** Starts and ends slowly. */
export function easedBothWays(time: number): number {
  return time * time * (3 - 2 * time);
}
