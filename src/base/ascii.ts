const ASCII = /^[ -~]*$/;

/** Whether a text is printable ASCII: then no table of Unicode need be asked about its characters. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}
