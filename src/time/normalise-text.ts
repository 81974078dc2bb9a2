/** Normalises pasted text: ASCII digits, single blanks, no invisible characters. */

/** Code points of the digit zero in scripts whose digits stand in dates, without ASCII (Unicode, general category Nd). */
const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10] as const;

const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/g;
const BLANKS = /[\s\u0085\u00a0\u180e]+/g;
const NOT_PLAIN = /[^\x20-\x7e]/;

/** The normalised text. `changed` is false where only blanks at the ends, or runs of ASCII blanks, were removed. */
export function normaliseText(text: string): { text: string; changed: boolean } {
  if (!NOT_PLAIN.test(text)) {
    const trimmed = text.trim();
    const plain = trimmed.includes("  ") ? trimmed.replace(/ {2,}/g, " ") : trimmed;
    return { text: plain, changed: false };
  }
  const plain = text.replace(INVISIBLE, "").replace(BLANKS, " ").trim();
  const digits = plain.replace(/[^\x20-\x7e]/gu, asciiForm);
  const kept = text.trim();
  return { text: digits, changed: digits !== kept };
}

function asciiForm(char: string): string {
  const code = char.codePointAt(0) as number;
  for (const zero of DIGIT_ZEROS) if (code >= zero && code < zero + 10) return String(code - zero);
  // The full-width forms of ASCII lie in one block.
  return code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : char;
}
