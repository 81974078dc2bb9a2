/** The lanes of a document: first the declared ones in their order, then others that events name. */
import { cleanText } from "../../base/clean-text.js";
import { PALETTE } from "../../base/color.js";
import { groupBy } from "../../base/group-by.js";
import { omitUndefined } from "../../base/omit-undefined.js";
import { colorField } from "./color-field.js";
import { LANE_FORMS } from "./document.js";
import { Fields, isObject, type Report } from "./fields.js";
import type { Lane, LaneGroup } from "../timeline.js";

/** The `form` of a lane; `undefined` when the field is absent, `auto`, or reported as invalid. */
function formField(fields: Fields): Lane["form"] {
  const raw = fields.value("form");
  const form = LANE_FORMS.find((known) => known === raw);
  if (raw !== undefined && !form) {
    fields.addIssue(
      "form",
      "form-invalid",
      "this form of a lane is not known",
      `Write one of ${LANE_FORMS.join(", ")}`,
    );
  }
  return form === "auto" ? undefined : form;
}

interface GivenLane {
  readonly id: string;
  readonly title: string;
  readonly color?: Lane["color"];
  readonly parent?: string;
  readonly form?: Lane["form"];
}

export class LaneRegistry {
  private readonly lanes: Lane[] = [];
  /** Indexes of the lanes whose colour comes from the palette. */
  private readonly painted: number[] = [];
  private readonly indexById = new Map<string, number>();
  private readonly groups = new Map<string, LaneGroup>();
  private readonly declared: boolean;

  constructor(
    raw: readonly unknown[],
    private readonly report: Report,
  ) {
    const given = raw.flatMap((value, i) => this.read(value, `lanes[${i}]`) ?? []);
    this.declared = given.length > 0;
    const own = new Map(given.map((lane) => [lane.id, lane]));
    const parents = new Set(given.flatMap(({ id, parent }) => (parent !== undefined && parent !== id ? [parent] : [])));
    for (const id of parents) {
      const { title = id, color } = own.get(id) ?? {};
      // Groups take colours in their order.
      const painted = PALETTE[this.groups.size % PALETTE.length] as Lane["color"];
      this.groups.set(id, { id, title, color: color ?? painted });
    }
    // Lanes of a group stand where the first of them does.
    const ordered = groupBy(
      given.filter(({ id }) => !parents.has(id)),
      ({ id, parent }) => (parent === undefined ? `lane ${id}` : `group ${parent}`),
    );
    for (const lane of [...ordered.values()].flat()) this.add(lane.id, lane.title, lane);
  }

  private read(value: unknown, path: string): GivenLane | undefined {
    if (typeof value === "string" && value.trim() !== "") {
      const name = cleanText(value).trim();
      return { id: name, title: name };
    }
    if (!isObject(value)) {
      this.report.add(
        "field-type",
        "a lane must be an object with an id",
        path,
        value,
        'Write { "id": "trade", "title": "Trade" }',
      );
      return undefined;
    }
    const fields = new Fields(value, path, this.report);
    fields.unknown(["id", "title", "color", "parent", "form"]);
    const id = fields.text("id") ?? fields.text("title");
    if (id === undefined) {
      this.report.add("field-type", "a lane needs an id", path, undefined, 'Write { "id": "trade", "title": "Trade" }');
      return undefined;
    }
    return {
      id,
      title: fields.text("title") ?? id,
      ...omitUndefined({ color: colorField(fields), parent: fields.text("parent"), form: formField(fields) }),
    };
  }

  private add(id: string, title?: string, given: Omit<GivenLane, "id" | "title"> = {}): number {
    const known = this.indexById.get(id);
    if (known !== undefined) return known;
    const index = this.lanes.length;
    const group = this.groups.get(given.parent ?? id);
    const color = given.color ?? group?.color;
    if (!color) this.painted.push(index);
    const paint = PALETTE[index % PALETTE.length] as Lane["color"];
    this.lanes.push({ id, color: color ?? paint, ...omitUndefined({ title, group, form: given.form }) });
    this.indexById.set(id, index);
    return index;
  }

  /** The index of the lane with this id, added when it is new; `undefined` is the lane of events that name none. */
  resolve(id: string | undefined, fields: Fields): number {
    if (id === undefined) return this.add("");
    const known = this.indexById.get(id);
    if (known !== undefined) return known;
    const group = this.groups.get(id);
    if (group) return this.add(id, group.title);
    if (this.declared) {
      const hint = "Add it to lanes to choose its position";
      fields.addIssue("lane", "lane-unknown", "this lane is not declared; it is added after the others", hint, id);
    }
    return this.add(id, id);
  }

  /** All lanes, in the order in which they were resolved. Callers resolve `undefined` last, so that this lane is last. */
  all(): readonly Lane[] {
    // A colour that comes twice would say that two lanes belong together.
    if (this.lanes.length <= PALETTE.length) return this.lanes;
    const painted = new Set(this.painted);
    return this.lanes.map((lane, i) => (painted.has(i) ? { ...lane, color: PALETTE[0] } : lane));
  }
}
