/** The labels of a lane of few events, placed all at once. */
import type { ContentForm, LabelForms } from "../labels/label-forms.js";
import type { Candidate, PlacedLabel } from "../labels/placed-label.js";
import { type SearchLimits, SlotSearch } from "../labels/search-slots.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { LanePlanRequest } from "./lane-plan.js";

/** Cost of a headline that ends at its leader line. */
const HEADLINE_LEFT_COST = 14;

export interface FewPlaced {
  readonly labels: readonly PlacedLabel[];
  /** Whether the mark of an event that has no label sits above the line, where it would touch another. */
  readonly bare: ReadonlyMap<PlacedEvent, boolean>;
}

export class FewLabels {
  private readonly searches = new Map<boolean, SlotSearch<ContentForm>>();

  /** @param candidates the events, in order of time */
  constructor(
    private readonly request: LanePlanRequest,
    private readonly forms: LabelForms,
    private readonly candidates: readonly Candidate[],
  ) {}

  /**
   * Labels of all events, or of as many as fit, the most important first. Lower forms come where the usual ones do not fit.
   *
   * @returns `undefined` where too many marks touch
   */
  place(limits: SearchLimits): FewPlaced | undefined {
    const usual = this.find(false, limits);
    if (!usual || usual.bare.size === 0) return usual;
    const low = this.find(true, limits);
    return low && low.bare.size < usual.bare.size ? low : usual;
  }

  private find(low: boolean, limits: SearchLimits): FewPlaced | undefined {
    const { lane, fit } = this.request;
    const found = this.search(low).find(limits);
    if (!found) return undefined;
    const labels: PlacedLabel[] = [];
    const bare = new Map<PlacedEvent, boolean>();
    this.candidates.forEach((candidate, i) => {
      const { slot, size } = found[i] as (typeof found)[number];
      if (!size) return bare.set(lane.event(candidate.at), slot.above);
      const box = { ...slot, width: size.width, height: size.height };
      return labels.push({ ...candidate, slot, size, box, tier: slot.offset, scale: fit });
    });
    return { labels, bare };
  }

  private search(low: boolean): SlotSearch<ContentForm> {
    const { lane, fit, leader, scale, overhang, headline } = this.request;
    let search = this.searches.get(low);
    if (!search) {
      const items = this.candidates.map((candidate) => ({
        ...candidate,
        forms: this.forms.roomy(lane.event(candidate.at), low),
        ...(lane.event(candidate.at) === headline ? { leftCost: HEADLINE_LEFT_COST } : {}),
      }));
      const order = items.map(({ at }) => at).sort((a, b) => (lane.rank[a] as number) - (lane.rank[b] as number));
      search = new SlotSearch(items, order, fit, { domain: scale.domain, overhang }, leader);
      this.searches.set(low, search);
    }
    return search;
  }
}
