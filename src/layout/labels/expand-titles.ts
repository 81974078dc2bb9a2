/** Titles that were cut in a crowd and are said in full once zooming in makes room for them. */
import { clash, type Hung } from "./hang.js";
import { hungFrom, type LabelTreeOptions, type PlacedLabel, REACH, scaleAt } from "./label-levels.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LABEL_GAP, LEADER_OFFSET_MAX, LEADER_GAP, TITLE_WIDTH } from "../metrics.js";

interface Growth {
  /** The label with all of its title. */
  readonly full: PlacedLabel;
  /** The last level that was looked at: there the label has room to say all, or has none up to there. */
  level: number;
  grown: boolean;
}

/** Works out the labels of a level between two places of the axis, a part at each turn. */
type Ahead = (level: number, from: number, to: number) => Generator<void, void, void>;

type Labels = (level: number, from: number, to: number) => readonly PlacedLabel[];

export class LabelGrowth {
  private readonly growths = new Map<PlacedLabel, Growth>();

  constructor(
    private readonly lane: ProjectedLane,
    private readonly options: LabelTreeOptions,
    /** The labels of a level between two places of the axis, as they were placed. */
    private readonly placed: Labels,
    /** Those of them that were worked out already. */
    private readonly worked: Labels,
  ) {}

  /** A label at a level: from the first level on that has room it says all; labels placed later heed that. */
  at(label: PlacedLabel, level: number): PlacedLabel {
    if (!label.content.cut) return label;
    const known = this.growthOf(label);
    while (this.isOpen(label, level)) known.grown = this.hasRoom(known.full, ++known.level);
    return this.known(label, level);
  }

  /** The same as far as it has been worked out. */
  known(label: PlacedLabel, level: number): PlacedLabel {
    const known = this.growths.get(label);
    return known?.grown && known.level <= level ? known.full : label;
  }

  /**
   * Works out what `at` will be asked for, a part at each turn.
   *
   * @param around works out the labels of a level between two places of the axis
   */
  *ahead(label: PlacedLabel, level: number, around: Ahead): Generator<void, void, void> {
    while (this.isOpen(label, level)) {
      const next = this.growthOf(label).level + 1;
      yield* around(next, ...this.surroundings(this.growthOf(label).full, next));
      this.at(label, next);
      yield;
    }
  }

  /** Whether it is still to be found out if a label has room at a level, or before. */
  private isOpen(label: PlacedLabel, level: number): boolean {
    if (!label.content.cut) return false;
    const known = this.growthOf(label);
    return known.full !== label && !known.grown && known.level < level;
  }

  private growthOf(label: PlacedLabel): Growth {
    let known = this.growths.get(label);
    if (!known)
      this.growths.set(label, (known = { full: fullest(label, this.options), level: label.level, grown: false }));
    return known;
  }

  /** Where labels stand that may come in the way of all of a title: none reaches further, on either side. */
  private surroundings({ at, hung }: PlacedLabel, level: number): [number, number] {
    const place = this.lane.start[at] as number;
    const scale = scaleAt(this.options, level);
    const text = LEADER_GAP + hung.width + LABEL_GAP + LEADER_OFFSET_MAX;
    const [before, after] = hung.side === "left" ? [text, 0] : [0, text];
    return [place - (before + REACH) / scale, place + (after + REACH) / scale];
  }

  /** Whether a label keeps clear of all others at a level, even if those should grow as well. */
  private hasRoom(label: PlacedLabel, level: number): boolean {
    const { lane, options } = this;
    const scale = scaleAt(options, level);
    const place = lane.start[label.at] as number;
    const hungAt = ({ at, hung }: PlacedLabel): Hung => hungFrom(lane, place, at, hung, scale);
    const hung = hungAt(label);
    if (LEADER_GAP + hung.width > this.roomToEdge(hung, place, scale)) return false;
    const isFree = (others: readonly PlacedLabel[]): boolean =>
      others.every((other) => other.at === label.at || !clash(hung, hungAt(fullest(other, options))));
    const around = this.surroundings(label, level);
    // What is known may be in the way already: then nothing more need be worked out.
    return isFree(this.worked(level, ...around)) && isFree(this.placed(level, ...around));
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
