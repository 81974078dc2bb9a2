/** The reader's filter as parameters of an address: `dl-find=May+1968&dl-lanes=a&dl-lanes=b`. */
import { STATUSES } from "../../model/document/document.js";
import type { EventFilter } from "../../model/events/event-filter.js";

/** The name of the parameter of each field. A list has one parameter for each of its values. */
const NAMES = {
  text: "find",
  lanes: "lanes",
  tags: "tags",
  status: "status",
  publishers: "publishers",
  unsourced: "unsourced",
} as const satisfies Record<keyof EventFilter, string>;

type Field = keyof typeof NAMES;

const fields = Object.keys(NAMES) as Field[];
const keyOf = (idPrefix: string, field: Field): string => `${idPrefix}-${NAMES[field]}`;

/** All keys of a timeline's filter. */
export function filterKeys(idPrefix: string): readonly string[] {
  return fields.map((field) => keyOf(idPrefix, field));
}

/** Writes a filter in place of the one that the address has. */
export function writeFilter(params: URLSearchParams, idPrefix: string, filter: EventFilter | null): void {
  for (const field of fields) {
    const key = keyOf(idPrefix, field);
    params.delete(key);
    const value = filter?.[field];
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== false && one !== "") params.append(key, one === true ? "1" : String(one));
    }
  }
}

/** The filter that an address names; `undefined` without one. */
export function readFilter(params: URLSearchParams, idPrefix: string): EventFilter | undefined {
  const filter: Record<string, unknown> = {};
  for (const field of fields) {
    const values = params.getAll(keyOf(idPrefix, field)).filter(Boolean);
    const valid = field === "status" ? values.filter((one) => (STATUSES as readonly string[]).includes(one)) : values;
    if (valid.length === 0) continue;
    filter[field] = field === "text" ? valid[0] : field === "unsourced" ? true : valid;
  }
  return Object.keys(filter).length > 0 ? filter : undefined;
}
