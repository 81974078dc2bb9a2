/** Converts offsets in a text to rows and columns, counted from 1 as editors do. */

export interface TextPlace {
  readonly row: number;
  readonly column: number;
}

export class LineIndex {
  private starts: readonly number[] | undefined;

  constructor(private readonly text: string) {}

  place(offset: number): TextPlace {
    this.starts ??= lineStarts(this.text);
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { row: low + 1, column: offset - (this.starts[low] as number) + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
