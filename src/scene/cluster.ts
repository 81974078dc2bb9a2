/** Several events in one place: a capsule with their number. */
import type { ClusterBox } from "../layout/lane-frame.js";
import { CLUSTER_HEIGHT } from "../layout/metrics.js";
import type { Lane } from "../model/timeline.js";
import { entryId, type SceneContext } from "./context.js";
import { clusterName } from "./names.js";
import { type Node, node } from "./node.js";
import { halo, type Paint, tinted } from "./paint.js";
import { Pen } from "./path.js";
import { pill } from "./shape.js";
import { textNode } from "./text.js";
import { INK, laneColor } from "./theme.js";

export function clusterNode(
  cluster: ClusterBox,
  base: number,
  lane: Lane,
  vertical: boolean,
  context: SceneContext,
  height = CLUSTER_HEIGHT,
): Node {
  const dimmed = context.selected !== null;
  const { surface } = context.theme;
  const paint: Paint = dimmed
    ? { color: "currentColor", surface, ink: true }
    : { color: laneColor(context.theme, lane.color), surface };
  const shape = pill(() => new Pen(vertical, base), cluster.from, cluster.to, height);
  const middle = (cluster.from + cluster.to) / 2;
  const [x, y] = vertical ? [base, middle] : [middle, base];
  const across = Math.max(24, height);
  const id = cluster.first.id;
  return node(
    "g",
    `cluster-${id}`,
    { className: "dl-cluster", dataCluster: id, dataEvents: cluster.count, role: "listitem" },
    [
      node(
        context.standalone ? "g" : "a",
        "mark",
        {
          className: "dl-mark",
          href: context.standalone ? undefined : `#${entryId(context, cluster.first)}`,
          ariaLabel: clusterName(cluster.count, cluster.first, cluster.last, context.locale),
        },
        [
          node("g", "glyph", { opacity: dimmed ? INK.markDim : undefined }, [
            node("path", "halo", { d: shape.whole(0), ...halo(paint) }),
            node("path", "body", { d: shape.whole(0.75), ...tinted(paint, INK.clusterTint, 1.5) }),
          ]),
          textNode("count", x, y + 4.5, String(cluster.count), { weight: 600, anchor: "middle", hidden: true }),
          node("rect", "target", {
            ...(vertical
              ? { x: base - across / 2, y: cluster.from, width: across, height: cluster.to - cluster.from }
              : { x: cluster.from, y: base - 12, width: cluster.to - cluster.from, height: 24 }),
            fill: "none",
            pointerEvents: "all",
          }),
        ],
      ),
    ],
  );
}
