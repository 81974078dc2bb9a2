/** Normalises the input of an importer: bytes become text, objects pass through. */
import { decodeText } from "./decode-text.js";
import type { ImportReport } from "./import-report.js";
import { type ImportLimits, isTooLong, reportLimit } from "./limits.js";
import type { ImportInput } from "./result.js";

/** Returns the text without a byte order mark, or the object; `undefined` if the input exceeds the limit of bytes. */
export function readInput(input: ImportInput, limits: ImportLimits, report: ImportReport): string | object | undefined {
  if (typeof input === "string") {
    const text = input.charCodeAt(0) === 0xfeff ? input.slice(1) : input;
    return isTooLong(text, limits, report) ? undefined : text;
  }
  const bytes = input instanceof Uint8Array ? input : input instanceof ArrayBuffer ? new Uint8Array(input) : undefined;
  if (!bytes) {
    if (typeof input !== "object" || input === null) {
      throw new TypeError(
        `the input must be a text, bytes or an object, not ${input === null ? "null" : typeof input}`,
      );
    }
    return input;
  }
  if (bytes.length > limits.bytes) {
    const problem = `the file has ${bytes.length} bytes, and the limit is ${limits.bytes}; it is not read`;
    reportLimit(report, "limit-bytes", problem, "bytes");
    return undefined;
  }
  const { text, issues } = decodeText(bytes);
  report.issues.push(...issues);
  return text;
}
