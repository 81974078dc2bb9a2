/** A small ruler, true to scale: one row for each claimed date above a common axis. */
import { measureByTable } from "../../base/text-width.js";
import type { Claim } from "../../model/timeline.js";
import type { Status } from "../../model/document/document.js";
import type { Locale } from "../../time/locale.js";
import type { Span } from "../../time/span.js";
import { ticks } from "../../time/ticks/ticks.js";
import { glyphNodes } from "./glyph.js";
import { type Node, node } from "../node.js";
import type { Paint } from "./paint.js";
import { inkLine, mutedText } from "../labels/text.js";
import { INK } from "../theme.js";

/** Sizes of the ruler, in px. */
const RULER_WIDTH = 132;
const RULER_ROW_HEIGHT = 24;
const RULER_AXIS_HEIGHT = 20;
const RULER_MARK_HEIGHT = 10;
const RULER_TEXT_SIZE = 12;

export interface ClaimsRuler {
  /** One picture per claim, in order; all have one width and scale. */
  readonly rows: readonly Node[];
  readonly axis: Node;
  /** Contexts of the axis such as "January 2025": one, or the first and the last. */
  readonly units: readonly string[];
}

/** The ruler of an event's claims; `undefined` when no claim has a date that can be drawn. */
export function claimsRuler(
  accounts: readonly Claim[],
  status: Status,
  paint: Paint,
  locale: Locale,
): ClaimsRuler | undefined {
  const spans = accounts.flatMap(({ date }) => date.span ?? []);
  const limits = spans.flatMap(({ start, end }) => [start, end]).filter(Number.isFinite);
  if (limits.length === 0) return undefined;
  const [first, last] = [Math.min(...limits), Math.max(...limits)];
  // Space on both sides shows that a mark at the end really ends there.
  const [from, to] = [first - (last - first || 1) / 3, last + (last - first || 1) / 3];
  const at = (time: number): number => ((Math.min(to, Math.max(from, time)) - from) / (to - from)) * RULER_WIDTH;
  const room = (label: string): number => measureByTable(label, RULER_TEXT_SIZE, 400);
  const { marks, context, step } = ticks({ start: from, end: to, length: RULER_WIDTH, locale, room });
  const labelled = marks.filter((mark) => mark.label !== undefined);
  const grid = labelled.map(({ time }, i) => inkLine(`grid-${i}`, at(time), 0, at(time), RULER_ROW_HEIGHT, INK.hair));
  const rows = accounts.map(({ date }, i) =>
    svg(String(i), RULER_ROW_HEIGHT, [
      ...grid,
      inkLine("line", 0, RULER_ROW_HEIGHT / 2, RULER_WIDTH, RULER_ROW_HEIGHT / 2, INK.lane),
      ...(date.span ? mark(date.span, status, paint, at) : []),
    ]),
  );
  // A label is centred below its unit.
  const half = step.length / step.count / 2;
  const names = labelled.flatMap(({ time, label = "" }, i) => {
    const x = at(time + half);
    const fits = x >= room(label) / 2 && x <= RULER_WIDTH - room(label) / 2;
    return fits ? [mutedText(`tick-${i}`, x, 14, label, { size: RULER_TEXT_SIZE, anchor: "middle" })] : [];
  });
  const contexts = [context, ...marks.map((each) => each.context)].filter((text): text is string => Boolean(text));
  return {
    rows,
    axis: svg("axis", RULER_AXIS_HEIGHT, names),
    units: contexts.length > 1 ? [contexts[0] as string, contexts.at(-1) as string] : contexts,
  };
}

function mark(span: Span, status: Status, paint: Paint, at: (time: number) => number): Node[] {
  const core =
    span.kind === "interval" && span.from && span.to ? ([at(span.from.end), at(span.to.start)] as const) : undefined;
  return glyphNodes(
    {
      t0: at(span.start),
      t1: at(span.end),
      base: RULER_ROW_HEIGHT / 2,
      height: RULER_MARK_HEIGHT,
      span,
      status,
      claims: [],
      members: span.members?.map(({ start, end }) => [at(start), at(end)] as const) ?? [],
      core,
      vertical: false,
    },
    paint,
  );
}

function svg(key: string, height: number, children: readonly Node[]): Node {
  return node(
    "svg",
    key,
    {
      className: "dl-ruler",
      width: RULER_WIDTH,
      height,
      viewBox: `0 0 ${RULER_WIDTH} ${height}`,
      fill: "currentColor",
      direction: "ltr",
      ariaHidden: true,
    },
    children,
  );
}
