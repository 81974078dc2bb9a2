/** Event ids: the author's own, or one made from the title. Unique in a document. */
import { graphemes } from "../base/graphemes.js";
import type { Report } from "./fields.js";

const LONGEST_SLUG = 48;

/** "Treaty signed in Pyongyang" as "treaty-signed-in-pyongyang". Letters of every script stay. */
export function slugOf(title: string): string {
  const words =
    title
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const slug = words.join("-");
  return slug.length <= LONGEST_SLUG ? slug : graphemes(slug).slice(0, LONGEST_SLUG).join("").replace(/-+$/, "");
}

export class IdRegistry {
  private readonly paths = new Map<string, string>();

  constructor(private readonly report: Report) {}

  /** The author's id; a second event with the same one gets a suffix, and the first keeps it. */
  claim(id: string, path: string): string {
    const first = this.paths.get(id);
    if (first === undefined) {
      this.paths.set(id, path);
      return id;
    }
    const unique = this.suffixed(id, path);
    this.report.add(
      "id-duplicate",
      `${first} has the same id; this one becomes "${unique}"`,
      `${path}.id`,
      id,
      "Give each event an id of its own",
    );
    return unique;
  }

  /** An id for an event without one. */
  make(title: string, path: string): string {
    const slug = slugOf(title) || "event";
    if (!this.paths.has(slug)) {
      this.paths.set(slug, path);
      return slug;
    }
    return this.suffixed(slug, path);
  }

  has(id: string): boolean {
    return this.paths.has(id);
  }

  private suffixed(id: string, path: string): string {
    let n = 2;
    while (this.paths.has(`${id}-${n}`)) n++;
    const unique = `${id}-${n}`;
    this.paths.set(unique, path);
    return unique;
  }
}
