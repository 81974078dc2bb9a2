/** Reads the input and turns it into a document, with the row and column of every problem in a JSON text. */
import { readFileSync } from "node:fs";
import {
  findNodeAtLocation,
  type Node as JsonNode,
  parseTree,
  printParseErrorCode,
  type ParseError,
} from "jsonc-parser";
import { type Issue, makeIssue } from "../base/issue.js";
import { detectObject } from "../import/detect.js";
import { fromTimelineJs } from "../import/timelinejs.js";
import type { InputFormat } from "./arguments.js";
import { UsageError } from "./usage.js";

export interface Input {
  readonly document: unknown;
  readonly issues: readonly Issue[];
  /** Adds the row and column of what a path names in the text. */
  locate(issue: Issue): Issue;
}

export function readText(file: string): string {
  try {
    return new TextDecoder().decode(readFileSync(file === "-" ? 0 : file));
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === "ENOENT") throw new UsageError(`there is no file "${file}"`);
    if (code === "EISDIR") throw new UsageError(`"${file}" is a folder, not a file`);
    if (code === "EACCES") throw new UsageError(`"${file}" may not be read`);
    throw new UsageError(`"${file}" cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function readInput(file: string, from: InputFormat): Input {
  const text = readText(file).replace(/^\ufeff/, "");
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors);
  const error = errors[0];
  if (error || !tree) throw new UsageError(notJson(file, text, error));
  const value: unknown = JSON.parse(text);
  const format = from === "auto" ? detectObject(value).format : from;
  const duplicates = duplicateKeys(tree, text);
  if (format !== "timelinejs") {
    return { document: value, issues: duplicates, locate: (issue) => located(issue, tree, text) };
  }
  const { document, issues } = fromTimelineJs(value as object);
  return {
    document,
    issues: [...duplicates, ...issues.map((issue) => located(issue, tree, text))],
    locate: (issue) => issue,
  };
}

function notJson(file: string, text: string, error: ParseError | undefined): string {
  if (!error) return `"${file}" is empty; a timeline is a JSON object with events`;
  const { row, column } = placeOf(text, error.offset);
  const what = printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  const line = text.split(/\r\n|\r|\n/)[row - 1] ?? "";
  const snippet = line.slice(Math.max(0, column - 21), column + 19).trim();
  return `"${file}" is not JSON: row ${row}, column ${column}: ${what}${snippet ? `, at "${snippet}"` : ""}`;
}

function placeOf(text: string, offset: number): { row: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { row: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The path of an issue as steps: "events[3].date" is events, 3, date. */
function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((match) =>
    match[1] === undefined ? (match[2] as string) : Number(match[1]),
  );
}

function located(issue: Issue, tree: JsonNode, text: string): Issue {
  if (issue.path === undefined || issue.row !== undefined) return issue;
  const steps = stepsOf(issue.path);
  // A bare list of events is a document too.
  if (tree.type === "array" && steps[0] === "events") steps.shift();
  // What is missing has no place of its own: the nearest thing around it has.
  for (let length = steps.length; length >= 0; length--) {
    const found = findNodeAtLocation(tree, steps.slice(0, length));
    if (found) return { ...issue, ...placeOf(text, found.offset) };
  }
  return issue;
}

function duplicateKeys(tree: JsonNode, text: string): Issue[] {
  const issues: Issue[] = [];
  const visit = (node: JsonNode): void => {
    const seen = new Set<string>();
    for (const property of node.type === "object" ? (node.children ?? []) : []) {
      const key = property.children?.[0];
      const name = String(key?.value);
      if (key && seen.has(name)) {
        const place = placeOf(text, key.offset);
        const hint = "Keep one of them; the last one counts";
        issues.push(
          makeIssue("json-duplicate-key", "this key stands twice in one object", { ...place, value: name, hint }),
        );
      }
      seen.add(name);
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return issues;
}
