/** Which labels and contexts of an axis have room. */
import { SMALL_SIZE, TICK_LABEL_GAP, TICK_LABEL_INDENT } from "../metrics.js";
import type { AxisRequest, AxisTick } from "./axis-layout.js";

/** Between a label and the context after it, in px. */
const CONTEXT_GAP = 5;

/** Removes labels and contexts that would overlap the next one or leave the axis; works from the end to the start. */
export function withoutCollisions(
  found: readonly AxisTick[],
  start: number,
  end: number,
  request: AxisRequest,
): AxisTick[] {
  const width = (text: string, weight: 400 | 600): number =>
    TICK_LABEL_INDENT + request.measure(text, SMALL_SIZE, weight);
  const afterLabel = ({ label }: AxisTick): number =>
    request.oneRow === "after" && label !== undefined ? width(label, 400) - TICK_LABEL_INDENT + CONTEXT_GAP : 0;
  const contexts = new Set<AxisTick>();
  let contextLimit = end;
  let last: readonly [AxisTick, number] | undefined;
  const units = found.filter(({ context }) => context !== undefined);
  for (const [i, tick] of [...units.entries()].reverse()) {
    const size = width(tick.context ?? "", 600) + afterLabel(tick);
    if (tick.t + size + 4 <= contextLimit) {
      contexts.add(tick);
      contextLimit = tick.t;
      continue;
    }
    // The last context of the axis may stand before its tick, or below it. This applies only at the end of the domain:
    // elsewhere the context would appear and disappear while the reader pans.
    if (contextLimit !== end || request.to < request.scale.domain[1]) continue;
    const ends = units.map(({ t, context = "" }) => t + width(context, 600) + 4);
    const free = ends.findLast((x, n) => n < i && x <= (units[n + 1]?.t ?? 0)) ?? start;
    const to = [tick.t - TICK_LABEL_INDENT, end].find((x) => x + TICK_LABEL_INDENT - size >= free);
    if (to === undefined) continue;
    contexts.add(tick);
    last = [tick, to];
    contextLimit = to - size;
  }
  // In one row, contexts take precedence and labels use the space between them.
  const taken = request.oneRow
    ? [...contexts].map((tick): [number, number] => {
        const size = width(tick.context ?? "", 600) + 8 + afterLabel(tick);
        const from = tick === last?.[0] ? last[1] - size : tick.t;
        return [from, from + size];
      })
    : [];
  const isFree = (from: number, to: number): boolean => taken.every(([a, b]) => to <= a || from >= b);
  let labelLimit = end;
  const kept: AxisTick[] = [];
  for (let i = found.length - 1; i >= 0; i--) {
    const tick = found[i] as AxisTick;
    const { t, label, context, count } = tick;
    const size = label === undefined ? 0 : width(label, 400);
    const own = request.oneRow === "after" && contexts.has(tick) && tick !== last?.[0];
    const fits = label !== undefined && (own || (t + size <= labelLimit && isFree(t, t + size)));
    // The last label may stand below its tick instead of after it, if the label before it leaves room.
    const from = end - size;
    const pulled =
      !fits &&
      label !== undefined &&
      context === undefined &&
      labelLimit === end &&
      isFree(from, end) &&
      labelBefore(found, i, width) + TICK_LABEL_GAP <= from;
    if (pulled) labelLimit = from;
    else if (fits) labelLimit = t;
    kept.push({
      t,
      ...(fits || pulled ? { label } : {}),
      ...(fits && count && t + count.at + request.measure(count.text, SMALL_SIZE, 400) <= end ? { count } : {}),
      ...(contexts.has(tick) ? { context } : {}),
      ...(own && label !== undefined ? { contextAt: TICK_LABEL_INDENT + afterLabel(tick) } : {}),
      ...(tick === last?.[0] ? { contextEnd: last[1] } : {}),
      ...(pulled ? { labelShift: t - from } : {}),
    });
  }
  return kept.reverse();
}

/** Right end of the last label before a tick, in px. */
function labelBefore(
  found: readonly AxisTick[],
  i: number,
  width: (text: string, weight: 400 | 600) => number,
): number {
  const before = found.findLast((other, n) => n < i && other.label !== undefined);
  return before ? before.t + width(before.label ?? "", 400) : Number.NEGATIVE_INFINITY;
}
