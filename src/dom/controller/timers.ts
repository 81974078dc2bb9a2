/** Timers by name: setting a name again restarts its timer, and all can be stopped at once. */
export class Timers {
  private readonly running = new Map<string, number>();

  constructor(private readonly window: Window) {}

  /** @param delay in ms */
  set(name: string, delay: number, run: () => void): void {
    this.clear(name);
    const id = this.window.setTimeout(() => {
      this.running.delete(name);
      run();
    }, delay);
    this.running.set(name, id);
  }

  has(name: string): boolean {
    return this.running.has(name);
  }

  clear(name: string): void {
    const id = this.running.get(name);
    if (id !== undefined) this.window.clearTimeout(id);
    this.running.delete(name);
  }

  stop(): void {
    for (const name of [...this.running.keys()]) this.clear(name);
  }
}
