/** Finds the row and column of a path in JSON text. */
import { findNodeAtLocation, type Node as JsonNode, parseTree } from "jsonc-parser";
import type { Issue } from "../base/issue.js";
import { LineIndex } from "../import/line-index.js";

/** Adds row and column to issues that have a path. The text is parsed when the first such issue is met. */
export function placeIn(text: string): (issue: Issue) => Issue {
  const lines = new LineIndex(text);
  let tree: JsonNode | undefined;
  return (issue) => {
    if (issue.path === undefined || issue.row !== undefined) return issue;
    tree ??= parseTree(text);
    if (!tree) return issue;
    const steps = stepsOf(issue.path);
    // A bare list of events is a document too.
    if (tree.type === "array" && steps[0] === "events") steps.shift();
    // A missing field has no place; use that of the nearest enclosing value.
    for (let length = steps.length; length >= 0; length--) {
      const found = findNodeAtLocation(tree, steps.slice(0, length));
      if (found) return { ...issue, ...lines.place(found.offset) };
    }
    return issue;
  };
}

/** Splits the path of an issue into steps: "events[3].date" is events, 3, date. */
function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((match) =>
    match[1] === undefined ? (match[2] as string) : Number(match[1]),
  );
}
