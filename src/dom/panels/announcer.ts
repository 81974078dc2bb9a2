/** Short messages for screen readers, in one polite live region. Of several that come at once the last is said. */
import type { Timers } from "../controller/timers.js";

/** Shortest time between two messages, in ms: screen readers drop messages that follow faster. */
const MESSAGE_INTERVAL_MS = 500;
/** A message is cleared after this long, in ms. */
const MESSAGE_DURATION_MS = 3000;
/** Longest message, in characters. */
const MESSAGE_LENGTH_MAX = 120;

export class Announcer {
  private next: string | undefined;

  constructor(
    private readonly region: () => Element | null,
    private readonly timers: Timers,
  ) {}

  say(text: string): void {
    this.next = text.length > MESSAGE_LENGTH_MAX ? `${text.slice(0, MESSAGE_LENGTH_MAX - 1)}…` : text;
    if (!this.timers.has("message-interval")) this.speak();
  }

  private speak(): void {
    const region = this.region();
    if (this.next === undefined || !region) return;
    region.textContent = this.next;
    this.next = undefined;
    this.timers.set("message-interval", MESSAGE_INTERVAL_MS, () => this.speak());
    this.timers.set("message-duration", MESSAGE_DURATION_MS, () => {
      region.textContent = "";
    });
  }
}
