/** Gives imported events titles by the template of the caller. */
import { formatIssue } from "../base/format-issue.js";
import type { IssueDetails } from "../base/issue.js";
import type { EventInput } from "../model/document/document.js";
import { isNear, isObject } from "../model/document/fields.js";
import { stringOf } from "./draft-event.js";
import type { Imported } from "./result.js";
import { titleTemplate } from "./title-template.js";

/** Fields of an event that a template may name, beside the names of its data. */
const FIELDS = [
  "title",
  "shortTitle",
  "date",
  "end",
  "place",
  "lane",
  "description",
  "status",
  "importance",
  "tags",
] as const;

/** @throws TypeError for a template that names no column or field */
export function readTemplate(text: string): NonNullable<ReturnType<typeof titleTemplate>> {
  const template = titleTemplate(text);
  if (template) return template;
  throw new TypeError(`titleFrom must name a column in braces, such as "{Place}, M {Magnitude}", not "${text}"`);
}

/** Details of the error that a template names a column which is not there. */
export function missingColumn(name: string, columns: readonly string[]): IssueDetails {
  const near = columns.find((column) => isNear(column, name));
  return { value: name, hint: near ? `Did you mean "${near}"` : `The columns are ${columns.join(", ")}` };
}

export const MISSING_COLUMN_PROBLEM = "there is no column for this part of the option titleFrom";

/**
 * The import with titles by a template, if there is one. An event whose values are all missing keeps its title.
 *
 * @throws TypeError for a template that names no column or field
 */
export function withTitles(imported: Imported, titleFrom: string | undefined): Imported {
  if (titleFrom === undefined) return imported;
  const template = readTemplate(titleFrom);
  const { document } = imported;
  // A document may be a bare list, and its input the caller's own objects.
  const list: unknown = Array.isArray(document) ? document : document.events;
  if (!Array.isArray(list)) return imported;
  const events = list.filter(isObject) as unknown as EventInput[];
  const names = new Set<string>();
  for (const { data } of events) if (isObject(data)) for (const name of Object.keys(data)) names.add(name);
  const resolved = new Map(template.names.map((name) => [name, resolve(name, names)] as const));
  const issues = template.names
    .filter((name) => events.length > 0 && resolved.get(name) === undefined)
    .map((name) => formatIssue("column-missing", MISSING_COLUMN_PROBLEM, missingColumn(name, [...names, ...FIELDS])));
  const titled = list.map((event: unknown) => {
    if (!isObject(event)) return event;
    const title = template.fill((name) => resolved.get(name)?.(event as unknown as EventInput));
    return title === "" ? event : { ...event, title };
  });
  return {
    ...imported,
    document: (Array.isArray(document) ? titled : { ...document, events: titled }) as Imported["document"],
    issues: [...imported.issues, ...issues],
  };
}

type Reader = (event: EventInput) => string;

/** The reader of a name in the data, else of a field of the event. */
function resolve(name: string, dataNames: ReadonlySet<string>): Reader | undefined {
  const own = dataNames.has(name) ? name : [...dataNames].find((one) => one.toLowerCase() === name.toLowerCase());
  if (own !== undefined) return ({ data }) => (isObject(data) && Object.hasOwn(data, own) ? stringOf(data[own]) : "");
  const field = FIELDS.find((one) => one.toLowerCase() === name.toLowerCase());
  return field && ((event) => stringOf(event[field]));
}
