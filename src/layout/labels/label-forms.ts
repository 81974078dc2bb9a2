/** Forms of a label: how its title is broken into lines, and whether it is the short one. */
import { generousWidth } from "../../base/text-width.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { LabelContent, LabelLimits, LabelMaker } from "./label-content.js";
import { NAME_LENGTH } from "./run-in-label.js";
import { RUN_IN_LINE } from "../metrics.js";
import type { LabelForm } from "./placed-label.js";
import type { MeasureText } from "../../base/text-width.js";

export interface ContentForm extends LabelForm {
  readonly content: LabelContent;
}

interface Layout extends LabelLimits {
  readonly title: number;
  readonly lines: number;
  readonly cost: number;
}

/** Forms of a label that has room, the cheapest first; the short title costs more the more important the event is. */
const HEADLINE: readonly Layout[] = [
  { title: 300, lines: 1, cost: 0, headline: true },
  { title: 300, lines: 3, cost: 0, headline: true },
  { title: 230, lines: 3, cost: 3, headline: true },
];
/** What it costs a headline not to be set larger: more than the height that it adds to its lane. */
const PLAIN_COST = 150;
const ROOMY: readonly Layout[] = [
  { title: 300, lines: 1, cost: 0 },
  { title: 300, lines: 2, cost: 3 },
  { title: 200, lines: 2, cost: 3 },
  { title: 170, lines: 3, cost: 9 },
  { title: 230, lines: 3, cost: 9 },
];
const SHORT: readonly Layout[] = [
  { title: 220, lines: 1, cost: 22, short: true },
  { title: 110, lines: 2, cost: 24, short: true },
];
const SHORT_COST = 14;
/** Lower forms, where those above do not fit: date and title share their lines. */
const LOW: readonly Layout[] = [
  { title: 280, lines: 1, cost: 40, runIn: true, brief: true },
  { title: 180, lines: 2, cost: 40, runIn: true, brief: true },
  { title: 130, lines: 3, cost: 44, runIn: true, brief: true },
];
/** The beginning of a title, where nothing else fits. */
const LEAST_COST = 80;
const LOW_SHORT: readonly Layout[] = [
  { title: 220, lines: 1, cost: 46, runIn: true, brief: true, short: true },
  { title: 120, lines: 2, cost: 46, runIn: true, brief: true, short: true },
];
/** Of one that stands in a crowd, the first that says all of the title. */
const COMPACT: readonly Layout[] = [
  { title: 150, lines: 1, cost: 0 },
  { title: 165, lines: 3, cost: 0 },
  { title: 200, lines: 3, cost: 0 },
  { title: 232, lines: 3, cost: 0 },
];
/** The same where date and title share their lines. */
const RUN_IN: readonly Layout[] = [
  { title: 110, lines: 1, cost: 0, runIn: true, brief: true },
  { title: 106, lines: 2, cost: 0, runIn: true, brief: true },
];
/** A title that no form says whole is cut; what it lacks is worth more room than a short title. */
const CUT_COST = 100;
const SHORT_ONLY_COST = 50;
const BLOCK_CUT = [
  { lines: 3, title: 200 },
  { lines: 2, title: 200 },
] as const;
const RUN_IN_CUT = [
  { lines: 2, title: 106 },
  { lines: 2, title: 128 },
  { lines: 2, title: 150 },
  { lines: 1, title: 130 },
  { lines: 1, title: 160 },
  { lines: 1, title: 190 },
] as const;
/** In a crowd, dates are brief as long as less than so many times as much shows as at first: all in one unit. */
const EXACT_ZOOM = 2;
const BRIEF_COST = 1;
const LINES = [1, 2, 3] as const;
const FULLER_WIDTHS = [380, 300] as const;
const RUN_IN_FULLER_WIDTHS = [420, 240, 190, 150] as const;
export class LabelForms {
  private readonly compacts = new Map<PlacedEvent, Map<number, ContentForm | undefined>>();

  constructor(
    private readonly make: LabelMaker,
    private readonly measure: MeasureText,
    /** The event that is set larger. */
    private readonly headline?: PlacedEvent | undefined,
  ) {}

  /**
   * Forms for a search.
   *
   * @param low with those that take less height
   */
  roomy(event: PlacedEvent, low: boolean): ContentForm[] {
    const isHeadline = event === this.headline;
    const short = event.shortTitle ? [...SHORT, ...(low ? LOW_SHORT : [])] : [];
    const shortCost = SHORT_COST * event.importance;
    const plain = [
      ...ROOMY,
      ...(low ? LOW : []),
      ...short.map((layout) => ({ ...layout, cost: layout.cost + shortCost })),
    ];
    const forms = [
      ...(isHeadline ? HEADLINE : []).map((layout) => this.form(event, layout, layout.cost)),
      ...plain.map((layout) => this.form(event, layout, layout.cost + (isHeadline ? PLAIN_COST : 0))),
    ];
    const whole = distinct(forms.filter(({ content }) => !content.cut));
    if (low) {
      const least = this.cut(event, RUN_IN_LINE, true);
      whole.push({ ...least, cost: LEAST_COST + least.cost });
    }
    return whole.length > 0 ? whole : [this.cut(event, Number.POSITIVE_INFINITY, false)];
  }

  /** The one form of a label among many, in a given height. */
  compact(event: PlacedEvent, height: number, runIn: boolean): ContentForm | undefined {
    let known = this.compacts.get(event);
    if (!known) this.compacts.set(event, (known = new Map()));
    const key = runIn ? -height : height;
    if (!known.has(key)) known.set(key, this.compactIn(event, height, runIn));
    return known.get(key);
  }

  private compactIn(event: PlacedEvent, height: number, runIn: boolean): ContentForm | undefined {
    const layouts = runIn ? RUN_IN : COMPACT;
    const whole = this.first(event, layouts, height, 0);
    if (whole) return whole;
    const short = event.shortTitle
      ? this.first(
          event,
          layouts.map((layout) => ({ ...layout, short: true })),
          height,
          SHORT_ONLY_COST,
        )
      : undefined;
    const form = short ?? this.cut(event, height, runIn);
    return form.height <= height ? form : undefined;
  }

  /** Forms that say more than one that says not all, the fullest first. */
  fuller(event: PlacedEvent, height: number, runIn: boolean): ContentForm[] {
    if (!runIn) {
      const forms = FULLER_WIDTHS.flatMap((title) =>
        LINES.map((lines) => this.form(event, { title, lines, cost: 0 }, 0)),
      );
      return distinct(forms.filter(({ content, height: own }) => !content.cut && own <= height));
    }
    const all = RUN_IN_FULLER_WIDTHS.flatMap((title) =>
      LINES.filter((lines) => lines * RUN_IN_LINE <= height).flatMap((lines) => {
        const layout = { title, lines, cost: 0, runIn };
        const brief = this.form(event, { ...layout, brief: true }, 0);
        const exact = { ...this.form(event, layout, 0), zoom: EXACT_ZOOM };
        return [exact, { ...brief, cost: BRIEF_COST + (brief.content.cut ? cutCost(brief.content, event) : 0) }];
      }),
    );
    const fitting = all.filter(({ content, cost }) => !content.cut || cost > 0);
    return distinct(fitting.sort((x, y) => x.cost - y.cost));
  }

  private first(event: PlacedEvent, layouts: readonly Layout[], height: number, cost: number): ContentForm | undefined {
    for (const layout of layouts) {
      const form = this.form(event, layout, cost);
      if (!form.content.cut && form.height <= height) return form;
    }
    return undefined;
  }

  private cut(event: PlacedEvent, height: number, runIn: boolean): ContentForm {
    const widths = runIn ? RUN_IN_CUT : BLOCK_CUT;
    const all = widths.map(({ lines, title }) =>
      this.form(event, { title, lines, cost: 0, short: true, runIn, brief: runIn }, CUT_COST),
    );
    const fitting = all.filter((form) => form.height <= height);
    const form = fitting.find(({ content }) => !content.cut || shownLength(content) >= NAME_LENGTH) ?? fitting.at(-1);
    return form ? { ...form, cost: cutCost(form.content, event) } : (all.at(-1) as ContentForm);
  }

  private form(event: PlacedEvent, layout: Layout, cost: number): ContentForm {
    const content = this.make(event, {
      ...layout,
      title: generousWidth(layout.title, event.importance === 5 ? 600 : 400, this.measure),
    });
    return { content, width: content.width, height: content.height, cost };
  }
}

/** What a form costs that does not say all of the title. */
function cutCost(content: LabelContent, { title }: PlacedEvent): number {
  return CUT_COST * Math.max(0, 1 - shownLength(content) / title.length);
}

/** Characters of a title that a label shows. */
function shownLength({ lines }: LabelContent): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

function distinct(forms: readonly ContentForm[]): ContentForm[] {
  const seen = new Set<string>();
  return forms.filter(({ content: { date, lines, headline, runIn } }) => {
    const key = `${headline ?? ""}${runIn ?? ""}${date}${lines.join("\n")}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
