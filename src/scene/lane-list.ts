import type { LaneBox } from "../layout/types.js";
import type { ClusterBox, MarkBox } from "../layout/marks/lane-layout.js";
import { counted, fill } from "../time/locale.js";
import type { SceneContext } from "./context.js";
import { translateToOrigin } from "./marks/mark.js";
import { word } from "./accessible-names.js";
import { type Node, node } from "./node.js";
import { byTime } from "./reading-order.js";

/** The events and clusters of a lane as an ARIA list, in order of time. */
export function laneList(
  frame: { readonly marks: readonly MarkBox[]; readonly clusters: readonly ClusterBox[] },
  box: LaneBox,
  vertical: boolean,
  context: SceneContext,
  draw: { event(mark: MarkBox): readonly (Node | false | undefined)[]; cluster(cluster: ClusterBox): Node },
): Node {
  const { locale, selected } = context;
  const items = [
    ...frame.marks.map((mark) => {
      const { id, status } = mark.event;
      const attributes = {
        className: "dl-event",
        dataEvent: id,
        dataStatus: status,
        dataSelected: selected === id ? true : undefined,
        role: "listitem",
        transform: translateToOrigin(mark, vertical),
      } as const;
      return { first: mark.event, node: node("g", id, attributes, draw.event(mark)) };
    }),
    ...frame.clusters.map((cluster) => ({ first: cluster.first, node: draw.cluster(cluster) })),
  ];
  const name = box.lane.title ?? word(locale, "list");
  const ariaLabel = fill(word(locale, "listComma"), name, counted(locale, locale.figure.events, box.count));
  return node(
    "g",
    "list",
    { role: "list", ariaLabel },
    items.sort(byTime).map((item) => item.node),
  );
}
