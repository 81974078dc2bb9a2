/** The rows between those of a moving view and those of the same view at rest, for an eased move. */
import type { CrowdShape } from "../forms/crowd-shape.js";
import type { LabelBox, LaneLayout } from "../marks/lane-layout.js";
import type { HorizontalLayout, LaneBox } from "../types.js";

/**
 * Lines, marks and labels glide; where the lines of a label change, the old ones go in the first half and the new ones come
 * in the second.
 *
 * @param from the layout of the moving view; it may be translated
 * @param to the layout of the same view at rest
 * @param part how far the move has come, 0 to 1
 */
export function layoutBetween(from: HorizontalLayout, to: HorizontalLayout, part: number): HorizontalLayout {
  const mix = (a: number, b: number): number => a + (b - a) * part;
  const boxes = to.boxes.map((box, i): LaneBox => {
    const before = from.boxes[i] ?? box;
    return {
      ...box,
      top: mix(before.top, box.top),
      line: mix(before.line, box.line),
      bottom: mix(before.bottom, box.bottom),
    };
  });
  return {
    ...to,
    boxes,
    laneLayouts: to.laneLayouts.map((lane, i) => laneBetween(from.laneLayouts[i] ?? lane, lane, from.shift, part)),
    height: mix(from.height, to.height),
    spare: mix(from.spare, to.spare),
    axisY: mix(from.axisY, to.axisY),
    lanesTo: mix(from.lanesTo, to.lanesTo),
    relationLines: part < 1 ? from.relationLines : to.relationLines,
  };
}

function laneBetween(from: LaneLayout, to: LaneLayout, shift: number, part: number): LaneLayout {
  const mix = (a: number, b: number): number => a + (b - a) * part;
  const before = new Map(from.labels.map((label) => [label.event, label]));
  const after = new Map(to.labels.map((label) => [label.event, label]));
  const going = Math.max(0, 1 - 2 * part);
  const coming = Math.max(0, 2 * part - 1);
  const labels = to.labels.flatMap((label): LabelBox[] => {
    const old = before.get(label.event);
    if (!old) return coming > 0 ? [{ ...label, opacity: coming }] : [];
    const offset = mix(old.offset, label.offset);
    if (old.content === label.content) return [{ ...label, offset }];
    return [{ ...label, offset, content: going > 0 ? old.content : label.content, opacity: Math.max(going, coming) }];
  });
  const leaving = going === 0 ? [] : from.labels.filter(({ event }) => !after.has(event));
  const marksBefore = new Map(from.marks.map((mark) => [mark.event, mark]));
  const shapes = new Map(from.clusters.map((cluster) => [cluster.first, cluster.shape]));
  return {
    ...to,
    labels: [...labels, ...leaving.map((label) => ({ ...label, leader: label.leader + shift, opacity: going }))],
    marks: to.marks.map((mark) => {
      const old = marksBefore.get(mark.event);
      if (!old || old.lineOffset === mark.lineOffset) return mark;
      return { ...mark, lineOffset: mix(old.lineOffset, mark.lineOffset) };
    }),
    clusters: to.clusters.map((cluster) => {
      const old = shapes.get(cluster.first);
      return cluster.shape && old ? { ...cluster, shape: shapeBetween(old, cluster.shape, mix) } : cluster;
    }),
  };
}

function shapeBetween(from: CrowdShape, to: CrowdShape, mix: (a: number, b: number) => number): CrowdShape {
  if (from.kind === "thin-bars" && to.kind === "thin-bars") return { ...to, top: mix(from.top, to.top) };
  if (from.kind === "ribbon" && to.kind === "ribbon") return { ...to, base: mix(from.base, to.base) };
  return to;
}
