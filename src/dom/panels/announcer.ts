/**
 * Short messages for screen readers, in the one polite live region: at least 500 ms apart, at most 120 characters, cleared
 * after 3 s. Of several that come at once the last is said.
 */
import type { Timers } from "../controller/timers.js";

const APART = 500;
const CLEARED = 3000;
const LONGEST = 120;

export class Announcer {
  private next: string | undefined;

  constructor(
    private readonly region: () => Element | null,
    private readonly timers: Timers,
  ) {}

  say(text: string): void {
    this.next = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
    if (!this.timers.has("apart")) this.speak();
  }

  private speak(): void {
    const region = this.region();
    if (this.next === undefined || !region) return;
    region.textContent = this.next;
    this.next = undefined;
    this.timers.set("apart", APART, () => this.speak());
    this.timers.set("cleared", CLEARED, () => {
      region.textContent = "";
    });
  }
}
