/** Draws a cluster: a capsule with the number of its events. */
import type { ClusterBox } from "../../layout/marks/lane-layout.js";
import { CLUSTER_HEIGHT } from "../../layout/metrics.js";
import type { Lane } from "../../model/timeline.js";
import { entryId, type SceneContext } from "../context.js";
import { clusterName } from "../accessible-names.js";
import { type Node, node } from "../node.js";
import { halo, type Paint, tinted } from "./paint.js";
import { translateTo, Pen, round } from "../path.js";
import { pill, shapeNode } from "./shape.js";
import { textNode } from "../labels/text.js";
import { INK, laneColor } from "../theme.js";

export function clusterNode(
  cluster: ClusterBox,
  base: number,
  lane: Lane,
  context: SceneContext,
  height = CLUSTER_HEIGHT,
): Node {
  const dimmed = context.selected !== null;
  const { surface } = context.theme;
  const paint: Paint = dimmed
    ? { color: "currentColor", surface, ink: true }
    : { color: laneColor(context.theme, lane.color), surface };
  // Drawn at its own start and translated, like marks.
  const length = round(cluster.to - cluster.from);
  const shape = pill(() => new Pen(false, 0), 0, length, height);
  const body = [
    shapeNode("halo", shape, 0, halo(paint)),
    shapeNode("body", shape, 0.75, tinted(paint, INK.clusterTint, 1.5)),
  ];
  const mark = node(
    context.standalone ? "g" : "a",
    "mark",
    {
      className: "dl-mark",
      transform: translateTo(cluster.from, base),
      href: context.standalone ? undefined : `#${entryId(context, cluster.first)}`,
      ariaLabel: clusterName(cluster.count, cluster.first, cluster.last, context.locale),
    },
    [
      ...(dimmed ? [node("g", "glyph", { opacity: INK.markDim }, body)] : body),
      textNode("count", length / 2, 4.5, String(cluster.count), { weight: 600, anchor: "middle", hidden: true }),
      node("rect", "target", { x: 0, y: -12, width: length, height: 24, fill: "none", pointerEvents: "all" }),
    ],
  );
  const { id } = cluster.first;
  const attributes = { className: "dl-cluster", dataCluster: id, dataEvents: cluster.count, role: "listitem" } as const;
  return node("g", `cluster-${id}`, attributes, [mark]);
}
