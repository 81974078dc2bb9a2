/** What was found over many loads, as figures of the run. Each should be nothing. */
import { figure } from "../../scripts/figures.mjs";

interface Found {
  readonly strange: readonly unknown[];
  readonly canaries: readonly unknown[];
  readonly violations: readonly unknown[];
  readonly beacons: readonly unknown[];
  readonly escapes: readonly unknown[];
}

export class Tally {
  #loads = 0;
  #counts = { canaries: 0, escapes: 0, violations: 0, strange: 0 };

  add({ canaries, beacons, escapes, violations, strange }: Found): void {
    const counts = this.#counts;
    this.#loads++;
    counts.canaries += canaries.length;
    counts.escapes += escapes.length + beacons.length;
    counts.violations += violations.length;
    counts.strange += strange.length;
  }

  tell(browser: string): void {
    // A run of some tests only, such as the control, has nothing to tell.
    if (this.#loads === 0) return;
    const { canaries, escapes, violations, strange } = this.#counts;
    const what = `${browser}, ${this.#loads} loads`;
    figure(`${what}: scripts of the attack that ran`, canaries, { exactly: 0 });
    figure(`${what}: dialogs, windows, navigations, requests`, escapes, { exactly: 0 });
    figure(`${what}: violations of the policy, errors`, violations, { exactly: 0 });
    figure(`${what}: elements and attributes off the list`, strange, { exactly: 0 });
  }
}
