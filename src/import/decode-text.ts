/** Decodes the bytes of a file: UTF-8, UTF-16 with or without a byte order mark, Windows-1252. */
import { formatIssue } from "../base/format-issue.js";
import type { Issue } from "../base/issue.js";
import { LineIndex } from "./line-index.js";

// Compiled without the DOM library; every runtime that is supported has this class.
declare const TextDecoder: new (label: string, options?: { fatal?: boolean }) => { decode(bytes: Uint8Array): string };

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export interface DecodedText {
  /** Without its byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** `encoding-suspect` when the bytes were not plain UTF-8 or UTF-16. */
  readonly issues: readonly Issue[];
}

/**
 * Decodes a file. A byte order mark decides (Encoding Standard, section 6); without one, NULs in every other byte mean
 * UTF-16, valid UTF-8 is UTF-8, and the rest is Windows-1252, unless most of it is UTF-8 with a few broken bytes.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide) return { text: stripMark(new TextDecoder(wide).decode(bytes)), encoding: wide, issues: [] };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text: stripMark(text), encoding: "utf-8", issues: [] };
  } catch {
    return decodeSuspect(bytes);
  }
}

function stripMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Bytes examined for NULs, which reveal UTF-16. */
const ENCODING_SAMPLE_BYTES = 1024;

function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, ENCODING_SAMPLE_BYTES);
  const nuls = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) nuls[i % 2] = (nuls[i % 2] as number) + 1;
  const [even = 0, odd = 0] = nuls;
  if (odd > length / 5 && even === 0) return "utf-16le";
  return even > length / 5 && odd === 0 ? "utf-16be" : undefined;
}

function decodeSuspect(bytes: Uint8Array): DecodedText {
  const utf8 = stripMark(new TextDecoder("utf-8").decode(bytes));
  let [broken, good] = [0, 0];
  for (const char of utf8) {
    if (char === "\ufffd") broken++;
    else if (char > "\u007f") good++;
  }
  const isUtf8 = good > broken;
  const text = isUtf8 ? utf8 : windows1252(bytes);
  const first = text.search(isUtf8 ? /\ufffd/ : /[^\u0000-\u007f]/);
  const { row, column } = new LineIndex(text).place(first);
  const issue = formatIssue(
    "encoding-suspect",
    isUtf8
      ? `${broken} bytes are not UTF-8 and are shown as \ufffd`
      : "the text is not UTF-8 and is read as Windows-1252",
    { row, column, value: text.slice(Math.max(0, first - 20), first + 20), hint: "Save the file as UTF-8" },
  );
  return { text, encoding: isUtf8 ? "utf-8" : "windows-1252", issues: [issue] };
}

/** 0x80 to 0x9F, where Windows-1252 differs from Latin-1 (Encoding Standard, index windows-1252). */
const WINDOWS_1252_HIGH =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** Bytes converted per call, below the limit of arguments of a function. */
const DECODE_CHUNK_BYTES = 8192;

/** Our own decoder, because some versions of Node decode this label as Latin-1. */
function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += DECODE_CHUNK_BYTES) {
    const units = Array.from(bytes.subarray(at, at + DECODE_CHUNK_BYTES), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252_HIGH.charCodeAt(byte - 0x80) : byte,
    );
    parts.push(String.fromCharCode(...units));
  }
  return parts.join("");
}
