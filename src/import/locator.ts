/** Translates issues of a document to places in the imported file. */
import { relocateIssue } from "../base/format-issue.js";
import type { Issue } from "../base/issue.js";

/** A place in an imported file: a path, or a row and a column. */
export interface Place {
  readonly path?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: number | undefined;
  /** The name of the place in messages. */
  readonly label: string;
}

/** Locates a field of an event in the file; `undefined` if the file does not contain it. */
export type PlaceOf = (list: string, index: number, field: string) => Place | undefined;

const ENTRY = /^(events|eras|lanes)\[(\d+)\](?:\.(.+))?$/;
const MENTIONED = /\b(events|eras)\[(\d+)\](?:\.[\w[\].]+)?/g;

export function locator(placeOf: PlaceOf): (issues: readonly Issue[]) => Issue[] {
  const locate = (issue: Issue): Issue => {
    const match = issue.path === undefined ? null : ENTRY.exec(issue.path);
    if (!match) return issue;
    const place = placeOf(match[1] as string, Number(match[2]), match[3] ?? "");
    if (!place) return issue;
    const { label, ...rest } = place;
    const moved = relocateIssue(issue, rest, label);
    // Translate the events mentioned after the quoted value; the value itself must not change.
    const quoted = issue.value === undefined ? label.length : label.length + issue.value.length + 3;
    const named = moved.message.slice(quoted).replace(MENTIONED, (whole, list: string, index: string) => {
      return placeOf(list, Number(index), "")?.label ?? whole;
    });
    return { ...moved, message: moved.message.slice(0, quoted) + named };
  };
  return (issues) => issues.map(locate);
}

/** A locator for formats that name the fields differently: `events[3].date` is `timeline.date[3].startDate`. */
export function pathLocator(
  entries: Readonly<Record<string, (index: number) => string | undefined>>,
  fields: Readonly<Record<string, string>>,
): (issues: readonly Issue[]) => Issue[] {
  return locator((list, index, field) => {
    const base = entries[list]?.(index);
    if (base === undefined) return undefined;
    const [head = "", ...tail] = field.split(/(?=[.[])/);
    const own = field === "" ? "" : `.${fields[head] ?? head}${fields[head] === undefined ? tail.join("") : ""}`;
    return { path: `${base}${own}`, label: `${base}${own}` };
  });
}
