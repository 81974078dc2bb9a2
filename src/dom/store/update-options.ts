import { omitUndefined } from "../../base/omit-undefined.js";
import type { TimelineOptions } from "../../options.js";

/** What `Timeline.update` may change. */
export interface Change {
  readonly document?: unknown;
  readonly options?: TimelineOptions;
  /** Whether options that the change does not name return to their defaults. Default false. */
  readonly reset?: boolean;
}

/** The options that hold after a change; an explicit `undefined` changes nothing. */
export function optionsAfter(before: TimelineOptions, { options, reset }: Change): TimelineOptions {
  if (!options) return before;
  const given = omitUndefined(options);
  return reset ? given : { ...before, ...given };
}
