/**
 * A scene in a few lines of JSON, for golden scenes: what stands where, and what it says. Colours, strokes and the shapes
 * of glyphs are the business of the golden pictures, which are compared to the byte.
 */
import type { Node } from "../../src/scene/node.js";

type Item = readonly (string | number)[];

export interface SceneSummary {
  readonly size: Item;
  /** Words of heads, eras, axis and the rest: the group, then x, y and text of each. */
  readonly words: readonly Item[];
  /** Events with a label: id, target of the mark (x, y, width, height), then x, y and text of each line of the label. */
  readonly labelled: readonly Item[];
  /** Events without a label, a line for each lane: the lane, then x, y, width and height of each target. */
  readonly dots: readonly Item[];
  /** Clusters, a line for each lane: the lane, then x, y, width, height and count of each. */
  readonly clusters: readonly Item[];
}

const MOVED = /^translate\((\S+) (\S+)\)$/;
const TURNED = "scale(-1 1)";

/** A scene in which everything stands where it is moved to. A text that is turned round counts its own x to the left. */
function inPlace(node: Node, dx = 0, dy = 0): Node {
  const { transform } = node.attributes;
  const [, x = 0, y = 0] = MOVED.exec(transform ?? "") ?? [];
  const [right, down] = [(transform === TURNED ? -dx : dx) + Number(x), dy + Number(y)];
  const attributes = { ...node.attributes };
  if (attributes.x !== undefined) attributes.x += right;
  if (attributes.y !== undefined) attributes.y += down;
  return { ...node, attributes, children: node.children.map((child) => inPlace(child, right, down)) };
}

const has = (node: Node, name: string): boolean => (node.attributes.className ?? "").split(" ").includes(name);

function find(node: Node, wanted: (node: Node) => boolean): Node[] {
  return wanted(node) ? [node] : node.children.flatMap((child) => find(child, wanted));
}

/** Every text of a node, the spans of a text by themselves: x, y, text. */
function textsIn(node: Node, x?: number, y?: number): (string | number)[] {
  const { x: ownX = x, y: ownY = y } = node.attributes;
  if (node.tag === "rect") return [];
  if (node.text !== undefined && (node.tag === "text" || node.tag === "tspan")) {
    return [rounded(ownX), rounded(ownY), node.text];
  }
  return node.children.flatMap((child) => textsIn(child, ownX, ownY));
}

function targetOf(node: Node): (string | number)[] {
  const [target] = find(node, ({ tag, key }) => tag === "rect" && key === "target");
  const { x, y, width, height } = target?.attributes ?? {};
  return [x, y, width, height].map(rounded);
}

/** To half px: finer than anybody sees, and short to write. */
function rounded(value: number | string | undefined): number | string {
  return typeof value === "number" ? Math.round(value * 2) / 2 : (value ?? "none");
}

export function summaryOf(picture: Node): SceneSummary {
  const svg = inPlace(picture);
  const lanes = find(svg, (node) => has(node, "dl-lane"));
  const perLane = (pick: (lane: Node) => (string | number)[]): Item[] =>
    lanes.map((lane) => [lane.key, ...pick(lane)]).filter((item) => item.length > 1);
  const isLabelled = (event: Node): boolean => event.children.some(({ key }) => key === "label");
  const events = (lane: Node): Node[] => find(lane, (node) => has(node, "dl-event"));
  const drawn = new Set<Node>(lanes);
  const groups = find(svg, (node) => drawn.has(node) || textsIn(node).length > 0)
    .flatMap((root) => grouped(root, drawn))
    .map((node): Item => [node.key, ...textsIn(node)]);
  const { width, height } = svg.attributes;
  return {
    size: [rounded(width), rounded(height)],
    words: groups,
    labelled: lanes.flatMap((lane) =>
      events(lane)
        .filter(isLabelled)
        .map((event): Item => [event.key, ...targetOf(event), ...textsIn(event)]),
    ),
    dots: perLane((lane) =>
      events(lane)
        .filter((event) => !isLabelled(event))
        .flatMap(targetOf),
    ),
    clusters: perLane((lane) =>
      find(lane, (node) => has(node, "dl-cluster")).flatMap((cluster) => [
        ...targetOf(cluster),
        cluster.attributes.dataEvents ?? 0,
      ]),
    ),
  };
}

/** The smallest groups that are worth a line: heads, an era, a tick, the key. */
function grouped(node: Node, drawn: ReadonlySet<Node>): Node[] {
  if (drawn.has(node) || textsIn(node).length === 0) return [];
  const inner = node.children.some((child) => child.tag === "svg" || has(child, "dl-lane"));
  const wide = node.tag === "svg" || node.key === "heads" || node.key === "eras" || inner;
  return wide ? node.children.flatMap((child) => grouped(child, drawn)) : [node];
}

/** JSON with one line an item. */
export function summaryText(summary: SceneSummary): string {
  const parts = Object.entries(summary).map(([name, value]: [string, Item | readonly Item[]]) => {
    if (name === "size") return `"size": ${JSON.stringify(value)}`;
    const items = (value as readonly Item[]).map((item) => JSON.stringify(item)).join(",\n");
    return items === "" ? `"${name}": []` : `"${name}": [\n${items}\n]`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}

/** What differs between two scenes: words and counts of things in anything, places by more than a tolerance in px. */
export function differences(was: unknown, is: unknown, tolerance: number, path = "scene"): string[] {
  if (typeof was === "number" && typeof is === "number") {
    return Math.abs(was - is) <= tolerance ? [] : [`${path} was ${was} and is ${is}`];
  }
  if (Array.isArray(was) && Array.isArray(is)) {
    const named = (item: unknown, i: number): string =>
      Array.isArray(item) && typeof item[0] === "string" ? `${path} ${item[0]}` : `${path}[${i}]`;
    if (was.length !== is.length) return [`${path} had ${was.length} entries and has ${is.length}`];
    return was.flatMap((item, i) => differences(item, is[i], tolerance, named(item, i)));
  }
  if (was !== null && is !== null && typeof was === "object" && typeof is === "object") {
    const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
    return [...keys].flatMap((key) =>
      differences(
        (was as Record<string, unknown>)[key],
        (is as Record<string, unknown>)[key],
        tolerance,
        `${path} ${key}`,
      ),
    );
  }
  return was === is ? [] : [`${path} was ${JSON.stringify(was)} and is ${JSON.stringify(is)}`];
}
