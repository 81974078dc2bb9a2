const ASCII = /^[ -~]*$/;

/** Whether a text is printable ASCII, which lets callers skip Unicode tables. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}
