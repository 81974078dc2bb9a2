/** What the program is doing, on one line of a terminal, while it reads something long. */

/** Shorter inputs are read before anybody could look. */
const LONG = 10_000_000;

export interface Terminal {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export class Progress {
  private isLong = false;
  private width = 0;

  constructor(private readonly terminal: Terminal) {}

  /** @param total 0 when it is not known */
  bytes(read: number, total: number): void {
    this.isLong ||= Math.max(read, total) > LONG;
    const megabytes = (n: number): string => (n / 1e6).toFixed(0);
    this.show(total > 0 ? `read ${megabytes(read)} of ${megabytes(total)} MB` : `read ${megabytes(read)} MB`);
  }

  stage(words: string): void {
    this.show(words);
  }

  /** Leaves the line as it was. */
  end(): void {
    if (this.width > 0) this.terminal.write(`\r${" ".repeat(this.width)}\r`);
    this.width = 0;
  }

  private show(words: string): void {
    if (!this.isLong || !this.terminal.isTTY) return;
    this.terminal.write(`\r${words.padEnd(this.width)}`);
    this.width = Math.max(this.width, words.length);
  }
}
