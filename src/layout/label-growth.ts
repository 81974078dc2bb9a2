/** Titles that were cut in a crowd and are said in full once zooming in makes room for them. */
import { clash, type Hung } from "./hang.js";
import { hungFrom, type LabelTreeOptions, type PlacedLabel, REACH, scaleAt } from "./label-level.js";
import type { LaneMarks } from "./lane-marks.js";
import { POLE_GAP, TITLE_WIDTH } from "./metrics.js";

interface Growth {
  /** The label with all of its title. */
  readonly full: PlacedLabel;
  /** The last level that was looked at: there the label has room to say all, or has none up to there. */
  level: number;
  grown: boolean;
}

export class LabelGrowth {
  private readonly growths = new Map<PlacedLabel, Growth>();

  constructor(
    private readonly lane: LaneMarks,
    private readonly options: LabelTreeOptions,
    /** The labels of a level between two places of the axis, as they were placed. */
    private readonly placed: (level: number, from: number, to: number) => readonly PlacedLabel[],
  ) {}

  /** A label at a level: from the first level on that has room it says all; labels placed later heed that. */
  at(label: PlacedLabel, level: number): PlacedLabel {
    if (!label.content.cut) return label;
    let known = this.growths.get(label);
    if (!known)
      this.growths.set(label, (known = { full: fullest(label, this.options), level: label.level, grown: false }));
    const { full } = known;
    if (full === label) return label;
    while (!known.grown && known.level < level) known.grown = this.hasRoom(full, ++known.level);
    return known.grown && known.level <= level ? full : label;
  }

  /** Whether a label keeps clear of all others at a level, even if those should grow as well. */
  private hasRoom(label: PlacedLabel, level: number): boolean {
    const { lane, options } = this;
    const scale = scaleAt(options, level);
    const place = lane.start[label.at] as number;
    const hungAt = ({ at, hung }: PlacedLabel): Hung => hungFrom(lane, place, at, hung, scale);
    const hung = hungAt(label);
    if (POLE_GAP + hung.width > this.roomToEdge(hung, place, scale)) return false;
    const reach = (2 * REACH) / scale;
    return this.placed(level, place - reach, place + reach).every(
      (other) => other.at === label.at || !clash(hung, hungAt(fullest(other, options))),
    );
  }

  /** px from a pole to the edge of the timeline that its text runs towards. */
  private roomToEdge({ side, candidate }: Hung, place: number, scale: number): number {
    const { domain, overhang } = this.options;
    return side === "right"
      ? (domain[1] - place) * scale + overhang[1] - candidate.x
      : (place - domain[0]) * scale + overhang[0] + candidate.x;
  }
}

/** A label with as much of its title as any label shows, if that is more and no higher. */
function fullest(label: PlacedLabel, { content }: LabelTreeOptions): PlacedLabel {
  if (!label.content.cut) return label;
  const { at, hung } = label;
  const full = content(at);
  const form = full.cut ? content(at, TITLE_WIDTH[5]) : full;
  const more = form.lines.join().length > label.content.lines.join().length && form.height <= label.content.height;
  return more ? { ...label, content: form, hung: { ...hung, width: form.width } } : label;
}
