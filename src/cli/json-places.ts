/** Rows and columns of paths in a JSON text. */
import { findNodeAtLocation, type Node as JsonNode, parseTree } from "jsonc-parser";
import type { Issue } from "../base/issue.js";
import { LineIndex } from "../import/line-index.js";

/** Adds the row and column of what the path of an issue names. The text is only read again when there is such an issue. */
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
    // What is missing has no place of its own: the nearest thing around it has.
    for (let length = steps.length; length >= 0; length--) {
      const found = findNodeAtLocation(tree, steps.slice(0, length));
      if (found) return { ...issue, ...lines.place(found.offset) };
    }
    return issue;
  };
}

/** The path of an issue as steps: "events[3].date" is events, 3, date. */
function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((match) =>
    match[1] === undefined ? (match[2] as string) : Number(match[1]),
  );
}
