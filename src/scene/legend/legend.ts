/** The entries of the legend: the glyphs that occur in a picture, each with a label. */
import { memoByKey } from "../../base/memo.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import type { Status } from "../../model/document/document.js";
import type { Locale } from "../../time/locale.js";
import { intervalSpan, type Moment, momentSpan, type Span } from "../../time/span.js";
import { type Glyph, glyphNodes } from "../marks/glyph.js";
import { mirroredNode } from "../mirror.js";
import { word } from "../accessible-names.js";
import { Pen } from "../path.js";
import type { LegendEntry } from "./legend-entry.js";
import { groupEntries } from "./group-entries.js";
import { pill, shapeNode } from "../marks/shape.js";
import { halo, type Paint, tinted } from "../marks/paint.js";
import { node } from "../node.js";
import { textNode } from "../labels/text.js";
import { formEntry } from "./form-entries.js";
import { LANES_FORM, type LegendContents } from "./legend-contents.js";
import { INK, type Theme } from "../theme.js";
import type { FigureWord } from "../../time/wording/figure-words.js";

/** Length of the shortest bar in the legend, in px. */
const SHORTEST_BAR_LENGTH = 8;

const moment = (approximate = false, uncertain = false): Moment => ({
  start: 0,
  end: 1,
  precision: "year",
  approximate,
  uncertain,
});

/** The example of one kind of mark, in px from the left edge of its glyph. */
interface Sample {
  readonly width: number;
  readonly span: Span;
  readonly status?: Status;
  readonly t0: number;
  readonly t1: number;
  readonly claims?: readonly number[];
  readonly members?: readonly (readonly [number, number])[];
  /** Draws the shortest mark of its kind before it, because that looks different. */
  readonly shortest?: true;
  /** Offset below the middle in px, for glyphs that extend above their mark. */
  readonly lower?: number;
}

const SAMPLES: Readonly<Record<string, Sample>> = {
  confirmed: { width: 10, span: momentSpan(moment()), t0: 0, t1: 10 },
  reported: { width: 10, span: momentSpan(moment()), status: "reported", t0: 0, t1: 10 },
  presumed: { width: 10, span: momentSpan(moment()), status: "presumed", t0: 0, t1: 10 },
  disputed: { width: 10, span: momentSpan(moment()), status: "disputed", t0: 0, t1: 10 },
  denied: { width: 10, span: momentSpan(moment()), status: "denied", t0: 0, t1: 10 },
  planned: { width: 12, span: momentSpan(moment()), status: "planned", t0: 1, t1: 11 },
  keyLasted: { width: 22, span: intervalSpan(moment(), moment()), t0: 0, t1: 22, shortest: true },
  keyOpen: { width: 34, span: intervalSpan(moment(), null, false, "open"), t0: 0, t1: 34 },
  keyUnknown: { width: 44, span: intervalSpan(moment(), null, false, "unknown"), t0: 0, t1: 34 },
  keyOnce: { width: 26, span: momentSpan(moment()), t0: 0, t1: 26 },
  keyAbout: { width: 34, span: momentSpan(moment(true)), t0: 10, t1: 24 },
  keyUncertain: { width: 22, span: momentSpan(moment(false, true)), t0: 0, t1: 10 },
  keyOneOf: {
    width: 36,
    span: { ...momentSpan(moment()), kind: "one-of" },
    t0: 0,
    t1: 36,
    members: [
      [0, 10],
      [26, 36],
    ],
  },
  keyAllOf: {
    width: 36,
    span: { ...momentSpan(moment()), kind: "all-of" },
    t0: 0,
    t1: 36,
    members: [
      [0, 10],
      [26, 36],
    ],
  },
  keyClaims: { width: 14, span: momentSpan(moment()), t0: 2, t1: 12, claims: [2, 12], lower: 5 },
};

/** The entries for all kinds of marks that occur, in a fixed order. */
export function legendEntries(
  timeline: Timeline,
  contents: LegendContents,
  locale: Locale,
  theme: Theme,
): LegendEntry[] {
  const found = new Set(occurringKinds(timeline));
  const statuses = ["confirmed", "reported", "presumed", "disputed", "denied", "planned"];
  // A figure with confirmed events only needs no entry for a status.
  const usedStatuses = statuses.filter((status) => found.has(status));
  if (usedStatuses.length === 1 && usedStatuses[0] === "confirmed") found.delete("confirmed");
  if (contents.wideDates) found.add("keyOnce");
  const paint: Paint = { color: "currentColor", surface: theme.surface };
  const entries = Object.keys(SAMPLES)
    .filter((id) => found.has(id))
    .map((id) => sampleEntry(id, locale, paint, contents.timeRunsLeft));
  const forms = contents.forms?.split(" ") ?? ["capsule"];
  if (contents.clusters) {
    entries.push(
      ...forms.flatMap((form) => (form === "capsule" ? clusterEntry(locale, paint) : formEntry(form, locale))),
    );
  }
  return [...groupEntries(timeline, theme, forms.includes(LANES_FORM)), ...entries];
}

/** Ids of the kinds of marks that occur; cached per timeline. */
const occurringKinds = /* @__PURE__ */ memoByKey((timeline: Timeline): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const event of timeline.store.samples) addKinds(found, event);
  return found;
});

function addKinds(found: Set<string>, { span, status, claims }: PlacedEvent): void {
  found.add(status);
  // Most events of a long timeline are plain moments and end here.
  if (span.kind === "moment" && !span.approximate && !span.uncertain && claims.length === 0) return;
  if (span.kind === "interval") found.add("keyLasted");
  if (span.kind === "one-of") found.add("keyOneOf");
  if (span.kind === "all-of") found.add("keyAllOf");
  if (span.openStart === "open" || span.openEnd === "open") found.add("keyOpen");
  if (span.openStart === "unknown" || span.openEnd === "unknown") found.add("keyUnknown");
  if (span.approximate) found.add("keyAbout");
  if (span.uncertain) found.add("keyUncertain");
  if (claims.length > 1) found.add("keyClaims");
}

function sampleEntry(id: string, locale: Locale, paint: Paint, timeRunsLeft = false): LegendEntry {
  const sample = SAMPLES[id] as Sample;
  const status = locale.figure.status[id as Status];
  const label = status === undefined ? word(locale, id as FigureWord) : status.toLowerCase();
  const indent = sample.shortest ? SHORTEST_BAR_LENGTH + 4 : 0;
  return {
    id,
    label,
    width: sample.width + indent,
    draw: (x, y) => {
      const glyph: Glyph = {
        t0: x + sample.t0 + indent,
        t1: x + sample.t1 + indent,
        base: y + (sample.lower ?? 0),
        height: 10,
        span: sample.span,
        status: sample.status ?? "confirmed",
        claims: (sample.claims ?? []).map((t) => x + t),
        members: (sample.members ?? []).map(([a, b]) => [x + a, x + b]),
        core: undefined,
        vertical: false,
      };
      const short = node("g", "short", {}, glyphNodes({ ...glyph, t0: x, t1: x + SHORTEST_BAR_LENGTH }, paint));
      const nodes = indent > 0 ? [short, ...glyphNodes(glyph, paint)] : glyphNodes(glyph, paint);
      return timeRunsLeft ? [mirroredNode(nodes, 2 * x + sample.width + indent)] : nodes;
    },
  };
}

function clusterEntry(locale: Locale, paint: Paint): LegendEntry {
  return {
    id: "keyCluster",
    label: word(locale, "keyCluster"),
    width: 28,
    draw: (x, y) => {
      const shape = pill(() => new Pen(false, y), x, x + 28, 18);
      return [
        shapeNode("halo", shape, 0, halo(paint)),
        shapeNode("body", shape, 0.75, tinted(paint, INK.clusterTint, 1.5)),
        textNode("count", x + 14, y + 4.5, "5", { weight: 600, anchor: "middle" }),
      ];
    },
  };
}
