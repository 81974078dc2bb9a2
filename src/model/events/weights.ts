/** The numbers of the option `rankBy`: a field of the data of each event. */
import { makeIssue, type Issue } from "../../base/issue.js";
import { isNear, isObject, keysOf } from "../document/fields.js";
import type { TimelineEvent } from "./event.js";

/** A value as a number: a number, or text that is one. NaN for anything else. */
export function weightOf(value: unknown): number {
  if (typeof value === "string" && value.trim() !== "") return finiteOr(Number(value));
  return typeof value === "number" ? finiteOr(value) : Number.NaN;
}

function finiteOr(n: number): number {
  return Number.isFinite(n) ? n : Number.NaN;
}

/** A value of the data of an event; `undefined` without it. */
export function dataValue(data: unknown, field: string): unknown {
  if (!isObject(data)) return undefined;
  try {
    return Object.hasOwn(data, field) ? data[field] : undefined;
  } catch {
    // A getter of the caller threw.
    return undefined;
  }
}

/** More fields are not named in a message. */
const NAMED_FIELDS_MAX = 12;

/** An issue where no event has a number in a field: it names the fields that have numbers. */
export function rankByIssues(events: readonly TimelineEvent[], field: string): Issue[] {
  if (events.length === 0 || events.some(({ data }) => !Number.isNaN(weightOf(dataValue(data, field))))) return [];
  const names = new Set<string>();
  for (const { data = {} } of events) {
    for (const name of keysOf(data)) if (!Number.isNaN(weightOf(dataValue(data, name)))) names.add(name);
  }
  const list = [...names].sort();
  const near = list.find((name) => isNear(name, field));
  const rest = list.length > NAMED_FIELDS_MAX ? ", …" : "";
  const hint = near
    ? `Did you mean "${near}"`
    : list.length > 0
      ? `The data of the events has numbers in ${list.slice(0, NAMED_FIELDS_MAX).join(", ")}${rest}`
      : "The data of the events has no numbers";
  return [
    makeIssue("rank-by-unmatched", "no event has a number in this field of its data", {
      path: "options.rankBy",
      value: field,
      hint,
    }),
  ];
}
