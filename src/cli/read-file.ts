/** Reads the input file and imports it, with row and column of every issue. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Issue } from "../base/issue.js";
import { decodeText } from "../import/decode-text.js";
import { readCalendarDate } from "../time/calendars/read-calendar-date.js";
import { importText } from "../import/import-text.js";
import type { TimelineDocument } from "../model/document/document.js";
import type { InputCommand } from "./arguments.js";
import { placeIn } from "./json-places.js";
import type { Progress } from "./progress.js";
import { UsageError } from "./usage.js";

export interface FileInput {
  readonly document: TimelineDocument;
  readonly issues: readonly Issue[];
  /** Translates issues of the document to places in the file. */
  locate(issues: readonly Issue[]): Issue[];
}

/** Bytes read per call. */
const READ_CHUNK_BYTES = 4 * 1024 * 1024;

function readBytes(file: string, progress: Progress): Uint8Array {
  let handle: number | undefined;
  try {
    handle = file === "-" ? 0 : openSync(file, "r");
    const stat = fstatSync(handle);
    if (stat.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    const total = stat.isFile() ? stat.size : 0;
    const parts: Uint8Array[] = [];
    let length = 0;
    while (true) {
      const part = new Uint8Array(READ_CHUNK_BYTES);
      const count = readChunk(handle, part);
      if (count === 0) break;
      parts.push(part.subarray(0, count));
      length += count;
      progress.bytes(length, total);
    }
    return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts, length);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === "ENOENT") throw new UsageError(`there is no file "${file}"`);
    if (code === "EISDIR") throw new UsageError(`"${file}" is a folder, not a file`);
    if (code === "EACCES") throw new UsageError(`there is no permission to read "${file}"`);
    throw new UsageError(`"${file}" cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    if (handle !== undefined && handle !== 0) closeSync(handle);
  }
}

/** Pause before an empty input is read again, in ms. */
const RETRY_PAUSE_MS = 10;

function readChunk(handle: number, part: Uint8Array): number {
  while (true) {
    try {
      return readSync(handle, part);
    } catch (error) {
      const code = (error as { code?: string }).code;
      // EOF: a closed pipe on Windows. EAGAIN: a terminal or a non-blocking pipe without input yet.
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_PAUSE_MS);
    }
  }
}

/** Issues after which there is nothing to draw. */
const FATAL_CODES = new Set(["json-invalid", "limit-bytes", "limit-depth", "format-unknown"]);

export function readFile(
  { file, from, columns, headerRow, titleFrom, limits, options }: InputCommand,
  progress: Progress,
): FileInput {
  const bytes = readBytes(file, progress);
  if (limits.bytes !== undefined && bytes.length > limits.bytes) {
    const advice = `Raise it with --limit bytes=${bytes.length}`;
    throw new UsageError(`"${file}" has ${bytes.length} bytes, and the limit is ${limits.bytes}. ${advice}`);
  }
  const { text, issues: decoding } = decodeText(bytes);
  progress.stage("reading the events");
  const name = file === "-" ? undefined : file;
  const imported = importText(text, from, name, {
    limits,
    columns,
    headerRow,
    titleFrom,
    dateOrder: options.dateOrder,
    locale: options.locale,
    calendars: readCalendarDate,
    now: typeof options.now === "string" ? options.now : undefined,
  });
  const fatal = imported.issues.find((issue) => FATAL_CODES.has(issue.code));
  if (fatal && nothingIn(imported.document)) throw new UsageError(fatalText(file, fatal));
  const places = /^\s*[[{]/.test(text) ? placeIn(text) : undefined;
  const placed = (issues: readonly Issue[]): Issue[] => (places ? issues.map(places) : [...issues]);
  return {
    document: imported.document,
    issues: [...decoding, ...placed(imported.issues)],
    locate: (issues) => placed(imported.locate(issues)),
  };
}

function nothingIn(document: TimelineDocument): boolean {
  return !Array.isArray(document) && Array.isArray(document.events) && document.events.length === 0;
}

function fatalText(file: string, { code, message, row, column, value }: Issue): string {
  const subject = `"${file}": `;
  if (code !== "json-invalid" || row === undefined) {
    // The message may already name the file.
    return `${message.startsWith(subject) ? "" : subject}${message.replace(/\.$/, "")}`;
  }
  const what = /this is not JSON: (.*?)\. /.exec(message)?.[1];
  if (what === undefined) return `"${file}" is empty; a timeline is a JSON object with events`;
  return `"${file}" is not JSON: row ${row}, column ${column}: ${what}${value ? `, at "${value}"` : ""}`;
}
