/** Errors of programmers in calls of a live timeline: each says what to write instead. */
import { quoteValue } from "../../base/issue.js";
import { isOption } from "../../resolve-options.js";
import type { TimelineEvents } from "./timeline-events.js";

const CHANGE: ReadonlySet<string> = new Set(["document", "options", "reset"]);
const EVENTS: Readonly<Record<keyof TimelineEvents, true>> = {
  select: true,
  open: true,
  viewchange: true,
  filter: true,
  step: true,
  issues: true,
};

/** @throws TypeError for anything but `{ document, options, reset }` */
export function checkChange(change: unknown): void {
  if (Array.isArray(change)) {
    throw new TypeError("update takes { document, options, reset }, not a list: write update({ document: [...] })");
  }
  if (typeof change !== "object" || change === null) {
    throw new TypeError(`update takes { document, options, reset }, not ${quoteValue(change)}`);
  }
  for (const name of Object.keys(change)) {
    if (CHANGE.has(name)) continue;
    const hint = isOption(name) ? `: write update({ options: { ${name}: ... } })` : "";
    throw new TypeError(`update takes { document, options, reset }, not "${name}"${hint}`);
  }
}

/** @throws TypeError for a type of event that there is not, and for a callback that is no function */
export function checkListener(type: unknown, callback: unknown): void {
  if (typeof type !== "string" || !Object.hasOwn(EVENTS, type)) {
    throw new TypeError(`on: there is no event "${quoteValue(type)}"; there are ${Object.keys(EVENTS).join(", ")}`);
  }
  if (typeof callback !== "function") {
    throw new TypeError(`on: the callback of "${type}" must be a function, not ${quoteValue(callback)}`);
  }
}
