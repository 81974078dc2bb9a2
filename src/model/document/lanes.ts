/** The lanes of a document: first the declared ones in their order, then others that events name. */
import { cleanText } from "../../base/clean-text.js";
import { PALETTE } from "../../base/color.js";
import { omitUndefined } from "../../base/omit-undefined.js";
import { colorField } from "./color-field.js";
import { Fields, isObject, type Report } from "./fields.js";
import type { Lane } from "../timeline.js";

export class LaneRegistry {
  private readonly lanes: Lane[] = [];
  private readonly indexById = new Map<string, number>();
  private readonly declared: boolean;

  constructor(
    raw: readonly unknown[],
    private readonly report: Report,
  ) {
    raw.forEach((value, i) => {
      this.declareLane(value, `lanes[${i}]`);
    });
    this.declared = this.lanes.length > 0;
  }

  private declareLane(value: unknown, path: string): void {
    if (typeof value === "string" && value.trim() !== "") {
      const name = cleanText(value).trim();
      this.add(name, name, undefined);
      return;
    }
    if (!isObject(value)) {
      this.report.add(
        "field-type",
        "a lane must be an object with an id",
        path,
        value,
        'Write { "id": "trade", "title": "Trade" }',
      );
      return;
    }
    const fields = new Fields(value, path, this.report);
    fields.unknown(["id", "title", "color"]);
    const id = fields.text("id") ?? fields.text("title");
    if (id === undefined) {
      this.report.add("field-type", "a lane needs an id", path, undefined, 'Write { "id": "trade", "title": "Trade" }');
      return;
    }
    this.add(id, fields.text("title") ?? id, colorField(fields));
  }

  private add(id: string, title: string | undefined, color: Lane["color"] | undefined): number {
    const known = this.indexById.get(id);
    if (known !== undefined) return known;
    const index = this.lanes.length;
    // From the ninth lane on, colours repeat.
    const paint = color ?? (PALETTE[index % PALETTE.length] as Lane["color"]);
    this.lanes.push({ id, color: paint, ...omitUndefined({ title }) });
    this.indexById.set(id, index);
    return index;
  }

  /** The index of the lane with this id, added when it is new; `undefined` is the lane of events that name none. */
  resolve(id: string | undefined, fields: Fields): number {
    if (id === undefined) return this.add("", undefined, undefined);
    const known = this.indexById.get(id);
    if (known !== undefined) return known;
    if (this.declared) {
      const hint = "Add it to lanes to choose its position";
      fields.addIssue("lane", "lane-unknown", "this lane is not declared; it is added after the others", hint, id);
    }
    return this.add(id, id, undefined);
  }

  /** All lanes, in the order in which they were resolved. Callers resolve `undefined` last, so that this lane is last. */
  all(): readonly Lane[] {
    return this.lanes;
  }
}
