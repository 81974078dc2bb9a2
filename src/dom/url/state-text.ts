/** View, selection, step and filter of a timeline as the text of an address. */
import type { TimelineContext } from "../controller/context.js";
import { filterKeys, writeFilter } from "./filter-params.js";

/** Separates the ends of a view: `1718755200000..1735776000000`, in ms since 1970 of the timeline's wall clock. */
export const RANGE_SEPARATOR = "..";

/** Keys begin with `idPrefix`, so that several timelines can share one address. */
export const keysOf = (idPrefix: string) => ({ event: idPrefix, view: `${idPrefix}-view`, step: `${idPrefix}-step` });

/** All keys of a timeline. */
export const allKeysOf = (idPrefix: string): readonly string[] => [
  ...Object.values(keysOf(idPrefix)),
  ...filterKeys(idPrefix),
];

/**
 * The text of an address that shows what a timeline shows. Keys of others stay as they are.
 *
 * @param before text of the address so far, without its number sign
 * @param formerKeys keys that this timeline no longer uses
 */
export function stateText(context: TimelineContext, before: string, formerKeys: readonly string[] = []): string {
  const params = new URLSearchParams(before);
  const { state, times } = context;
  const { idPrefix } = context.derived.options;
  const keys = keysOf(idPrefix);
  const set = (key: string, value: string | undefined): void => {
    if (value === undefined) params.delete(key);
    else params.set(key, value);
  };
  for (const key of formerKeys) params.delete(key);
  const range = `${Math.round(times.start)}${RANGE_SEPARATOR}${Math.round(times.end)}`;
  set(keys.event, state.selected ?? undefined);
  set(keys.view, state.view.isWhole ? undefined : range);
  set(keys.step, state.step > 0 ? String(state.step + 1) : undefined);
  // A filter that the page has set is there without an address.
  writeFilter(params, idPrefix, state.filter === (state.given.filter ?? null) ? null : state.filter);
  // An anchor of the page reads as a key without a value. It cannot stand beside parameters.
  for (const [key, value] of [...params]) if (value === "" && key !== keys.event) params.delete(key);
  return params.toString();
}
