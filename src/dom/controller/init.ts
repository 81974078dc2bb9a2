/** What a timeline begins with, and what may change of it. */
import { omitUndefined } from "../../base/omit-undefined.js";
import type { TimelineOptions } from "../../options.js";

/** How a timeline begins: in an empty container, or by taking over a figure a server wrote. */
export interface Start {
  readonly container: Element;
  readonly document: unknown;
  readonly options: TimelineOptions;
  /** The figure to take over. */
  readonly figure?: HTMLElement;
  /** The width that figure was drawn for. It is taken over as it is; only then does it follow its container. */
  readonly drawnFor?: number | undefined;
}

/** What an update may change. */
export interface Change {
  readonly document?: unknown;
  readonly options?: TimelineOptions;
  /** Options that are not given have their defaults again. */
  readonly reset?: boolean;
}

/** The options that hold after a change; an explicit `undefined` changes nothing. */
export function optionsAfter(before: TimelineOptions, { options, reset }: Change): TimelineOptions {
  if (!options) return before;
  const given = omitUndefined(options);
  return reset ? given : { ...before, ...given };
}
