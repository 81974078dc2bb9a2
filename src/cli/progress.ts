/** Shows progress on one line of a terminal while a large input is read. */

/** Size from which progress is shown, in bytes. */
const PROGRESS_FROM_BYTES = 10_000_000;

export interface Terminal {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export class Progress {
  private isLong = false;
  private width = 0;

  constructor(private readonly terminal: Terminal) {}

  /** @param total 0 if unknown */
  bytes(read: number, total: number): void {
    this.isLong ||= Math.max(read, total) > PROGRESS_FROM_BYTES;
    const megabytes = (n: number): string => (n / 1e6).toFixed(0);
    this.show(total > 0 ? `read ${megabytes(read)} of ${megabytes(total)} MB` : `read ${megabytes(read)} MB`);
  }

  stage(words: string): void {
    this.show(words);
  }

  /** Clears the line. */
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
