/** Reads the input and turns it into a document, with the row and column of every problem. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Issue } from "../base/issue.js";
import { decodeText } from "../import/decode-text.js";
import { importText } from "../import/import-text.js";
import type { TimelineDocument } from "../model/document/document.js";
import type { Reading } from "./arguments.js";
import { placeIn } from "./json-places.js";
import type { Progress } from "./progress.js";
import { UsageError } from "./usage.js";

export interface Input {
  readonly document: TimelineDocument;
  readonly issues: readonly Issue[];
  /** Tells issues of the document in terms of the file. */
  locate(issues: readonly Issue[]): Issue[];
}

const CHUNK = 4 * 1024 * 1024;

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
      const part = new Uint8Array(CHUNK);
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
    if (code === "EACCES") throw new UsageError(`"${file}" may not be read`);
    throw new UsageError(`"${file}" cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    if (handle !== undefined && handle !== 0) closeSync(handle);
  }
}

/** Between two looks at an input that has nothing yet, in ms. */
const PAUSE = 10;

function readChunk(handle: number, part: Uint8Array): number {
  while (true) {
    try {
      return readSync(handle, part);
    } catch (error) {
      const code = (error as { code?: string }).code;
      // A closed pipe on Windows ends in EOF; a terminal without input yet, or a pipe that does not block, says EAGAIN.
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

/** Problems that leave nothing to draw. */
const FATAL = new Set(["json-invalid", "limit-bytes", "limit-depth", "format-unknown"]);

export function readInput({ file, from, columns, limits, options }: Reading, progress: Progress): Input {
  const bytes = readBytes(file, progress);
  if (limits.bytes !== undefined && bytes.length > limits.bytes) {
    const advice = `Raise it with --limit bytes=${bytes.length}`;
    throw new UsageError(`"${file}" has ${bytes.length} bytes, and the limit is ${limits.bytes}. ${advice}`);
  }
  const { text, issues: decoding } = decodeText(bytes);
  progress.stage("reading the events");
  const name = file === "-" ? undefined : file;
  const imported = importText(text, from, name, { limits, columns, dateOrder: options.dateOrder });
  const fatal = imported.issues.find((issue) => FATAL.has(issue.code));
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
    // What is wrong with the format already names the file.
    return `${message.startsWith(subject) ? "" : subject}${message.replace(/\.$/, "")}`;
  }
  const what = /this is not JSON: (.*?)\. /.exec(message)?.[1];
  if (what === undefined) return `"${file}" is empty; a timeline is a JSON object with events`;
  return `"${file}" is not JSON: row ${row}, column ${column}: ${what}${value ? `, at "${value}"` : ""}`;
}
