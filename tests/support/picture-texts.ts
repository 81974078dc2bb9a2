/**
 * Where the texts of a scene stand: an oracle that knows nothing of the layout. Widths are those of common faces, a little
 * narrower than the generous table, because axis and frame are placed by them.
 */
import { expectedWidth, measureByTable, type Weight } from "../../src/base/text-width.js";
import type { Node } from "../../src/scene/node.js";

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Names of the groups round it, the outermost first. */
  readonly path: string;
}

/** Height of letters over the baseline and depth under it, as parts of the font size. */
const ASCENT = 0.72;
const DESCENT = 0.2;
const DEFAULT_SIZE = 16;

const MOVED = /translate\((\S+) (\S+)\)/;

interface Run {
  readonly text: string;
  readonly width: number;
  readonly size: number;
  readonly rise: number;
}

interface Font {
  readonly size: number;
  readonly weight: Weight;
}

const fontOf = ({ attributes: { fontSize, fontWeight } }: Node, around: Font): Font => ({
  size: typeof fontSize === "number" ? fontSize : around.size,
  weight: fontWeight === 600 ? 600 : fontWeight === 400 ? 400 : around.weight,
});

/** Runs of text that follow one another, without those of spans that stand at a place of their own. */
function runsOf(node: Node, around: Font): Run[] {
  const font = fontOf(node, around);
  const { dx = 0, dy = 0 } = node.attributes;
  if (node.tag === "rect" || node.tag === "title") return [];
  if (node.text !== undefined) {
    const width = expectedWidth(measureByTable(node.text, font.size, font.weight), font.weight, measureByTable);
    return [{ text: node.text, width: width + Math.abs(dx), size: font.size, rise: dy }];
  }
  return node.children.flatMap((child) => (child.attributes.x === undefined ? runsOf(child, font) : []));
}

function lineBox(node: Node, font: Font, x: number, y: number, anchor: string | undefined, path: string): TextBox[] {
  const runs = runsOf(node, font);
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  if (width === 0) return [];
  const size = Math.max(...runs.map((run) => run.size));
  const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
  const text = runs.map((run) => run.text).join("");
  return [{ text, left, right: left + width, top: y - size * ASCENT, bottom: y + size * DESCENT, path }];
}

/** The lines of a text, each with a box: a span with a place of its own begins a line. */
function linesOf(text: Node, around: Font, dx: number, dy: number, path: string): TextBox[] {
  const font = fontOf(text, around);
  const { x = 0, y = 0, textAnchor, direction } = text.attributes;
  // An anchor counts in the direction of the text.
  const turned = textAnchor === "end" ? undefined : "end";
  const anchor = textAnchor === "middle" || direction !== "rtl" ? textAnchor : turned;
  const spans = text.children.filter(({ attributes }) => attributes.x !== undefined);
  const boxes = lineBox(text, around, x + dx, y + dy, anchor, path);
  return [
    ...boxes,
    ...spans.flatMap((span) =>
      lineBox(span, font, (span.attributes.x ?? x) + dx, (span.attributes.y ?? y) + dy, anchor, path),
    ),
  ];
}

type Rect = Pick<TextBox, "left" | "right" | "top" | "bottom">;

const EVERYWHERE: Rect = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

const common = (a: Rect, b: Rect): Rect => ({
  left: Math.max(a.left, b.left),
  right: Math.min(a.right, b.right),
  top: Math.max(a.top, b.top),
  bottom: Math.min(a.bottom, b.bottom),
});

/** The viewport of an `svg` inside the picture, whose coordinates are those of the picture. */
function viewportOf({ attributes: { x = 0, y = 0, width, height } }: Node, dx: number, dy: number): Rect {
  return { left: x + dx, top: y + dy, right: x + dx + Number(width), bottom: y + dy + Number(height) };
}

/** What is seen of the texts of a picture. */
export function textBoxes(picture: Node): TextBox[] {
  const found: TextBox[] = [];
  const walk = (node: Node, dx: number, dy: number, path: string, font: Font, window: Rect): void => {
    const { transform, className, opacity } = node.attributes;
    const [, x = 0, y = 0] = MOVED.exec(transform ?? "") ?? [];
    const [right, down] = [dx + Number(x), dy + Number(y)];
    const own = `${path}/${className ?? node.key}`;
    if (opacity === 0) return;
    if (node.tag === "text") {
      const boxes = linesOf(node, font, right, down, own).map((box) => ({ ...box, ...common(box, window) }));
      found.push(...boxes.filter((box) => box.right > box.left && box.bottom > box.top));
      return;
    }
    const inner = node.attributes.overflow === "hidden" ? common(window, viewportOf(node, right, down)) : window;
    for (const child of node.children) walk(child, right, down, own, fontOf(node, font), inner);
  };
  walk(picture, 0, 0, "", { size: DEFAULT_SIZE, weight: 400 }, EVERYWHERE);
  return found;
}

/** Pairs of texts that overlap by more than a hair. */
export function overlappingTexts(boxes: readonly TextBox[], across = 0.75, down = 1): string[] {
  const inOrder = [...boxes].sort((a, b) => a.left - b.left);
  return inOrder.flatMap((a, i) => {
    const found: string[] = [];
    for (const b of inOrder.slice(i + 1)) {
      if (b.left > a.right - across) break;
      const deep = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (deep > down) {
        const wide = Math.min(a.right, b.right) - b.left;
        found.push(`"${a.text}" (${a.path}) and "${b.text}" (${b.path}) by ${wide.toFixed(1)} × ${deep.toFixed(1)}`);
      }
    }
    return found;
  });
}

/** Events that a picture draws: those with a mark of their own, and those that an aggregate or a cluster counts. */
export function drawnEvents(picture: Node): { readonly alone: readonly string[]; readonly counted: number } {
  const alone: string[] = [];
  let counted = 0;
  const walk = (node: Node): void => {
    const { dataEvent, dataEvents, className } = node.attributes;
    if (dataEvents !== undefined) counted += dataEvents;
    else if (dataEvent !== undefined && className?.split(" ").includes("dl-event")) alone.push(dataEvent);
    for (const child of node.children) walk(child);
  };
  walk(picture);
  return { alone, counted };
}
