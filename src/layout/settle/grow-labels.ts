/** What lanes leave of the height goes to fuller titles, then to descriptions, the most important first. */
import { generousWidth, type MeasureText } from "../../base/text-width.js";
import { wrapText } from "../../base/wrap.js";
import type { LabelContent, LabelMaker } from "../labels/label-content.js";
import type { LabelBox } from "../marks/lane-layout.js";
import { NOTE_LINE, SMALL_SIZE } from "../metrics.js";
import type { SettledLane } from "./settled-lane.js";

/** Forms of a full title, the lowest first: its width in px and its lines. */
const FULL_TITLES = [
  [380, 1],
  [300, 2],
  [200, 2],
  [380, 2],
  [170, 3],
  [230, 3],
  [300, 3],
] as const;
/** The same of labels whose date and title share their lines. */
const RUN_IN_TITLES = [
  [420, 1],
  [320, 2],
  [240, 2],
  [190, 3],
  [150, 3],
] as const;
/** Widths of a description, in px, and its lines. */
const NOTE_WIDTHS = [220, 300, 380] as const;
const NOTE_LINES_MAX = 3;
/** What is read of a description, in characters: more than its lines hold. */
const READ_MAX = 500;
/** Labels that are looked at. */
const GROWN_MAX = 60;

export interface GrowRequest {
  readonly make: LabelMaker;
  readonly measure: MeasureText;
  /** Height to give away, in px. */
  readonly spare: number;
}

/** @returns the height that is left, in px */
export function growLabels(lanes: readonly SettledLane[], { make, measure, spare }: GrowRequest): number {
  let left = spare;
  const all = lanes
    .filter(({ grows }) => grows)
    .flatMap((lane) => lane.labels.map(({ event }) => ({ lane, event })))
    .sort((a, b) => b.event.importance - a.event.importance)
    .slice(0, GROWN_MAX);
  const grow = (forms: (label: LabelBox) => Iterable<LabelContent>): void => {
    for (const { lane, event } of all) {
      const label = lane.labels.find((one) => one.event === event) as LabelBox;
      for (const content of forms(label)) {
        const taken = lane.grow(label, content, left);
        if (taken === undefined) continue;
        left -= taken;
        break;
      }
    }
  };
  grow((label) => fullTitles(label, make, measure));
  grow((label) => described(label, measure));
  return left;
}

function* fullTitles({ event, content }: LabelBox, make: LabelMaker, measure: MeasureText): Iterable<LabelContent> {
  if (content.headline || (isWhole(event.title, content) && content.dateLines.length > 0)) return;
  const runIn = content.runIn === true;
  for (const [title, lines] of runIn ? RUN_IN_TITLES : FULL_TITLES) {
    const full = make(event, { title: generousWidth(title, content.weight, measure), lines, runIn });
    if (!full.cut) yield full;
  }
}

function* described({ event, content }: LabelBox, measure: MeasureText): Iterable<LabelContent> {
  const text = event.description?.trim().slice(0, READ_MAX);
  if (!text || content.runIn || !isWhole(event.title, content)) return;
  const style = { size: SMALL_SIZE, weight: 400 as const, measure };
  const forms = NOTE_WIDTHS.filter((width) => width >= content.width || width === NOTE_WIDTHS.at(-1)).map((width) =>
    wrapText(text, generousWidth(width, 400, measure), NOTE_LINES_MAX, style),
  );
  const whole = forms.filter(({ cut }) => !cut);
  for (const { lines, width } of whole.length > 0 ? whole : forms.slice(-1)) {
    yield {
      ...content,
      description: lines,
      width: Math.max(content.width, width),
      height: content.height + lines.length * NOTE_LINE,
    };
  }
}

/** Whether a label says all of a title. */
function isWhole(title: string, { lines, cut }: LabelContent): boolean {
  return !cut && lines.join("").replace(/\s/g, "") === title.replace(/\s/g, "");
}
