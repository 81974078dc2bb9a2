/** Event ids: the author's own, or one made from the title. Unique in a document. */
import { graphemes } from "../../base/graphemes.js";
import type { Fields } from "./fields.js";

const LONGEST_SLUG = 48;

/** "Treaty signed in Pyongyang" as "treaty-signed-in-pyongyang". Letters of every script stay. */
function slugOf(title: string): string {
  const words =
    title
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const slug = words.join("-");
  return slug.length <= LONGEST_SLUG ? slug : graphemes(slug).slice(0, LONGEST_SLUG).join("").replace(/-+$/, "");
}

export class IdRegistry {
  private readonly firsts = new Map<string, Fields>();
  private readonly next = new Map<string, number>();

  /** Whether the author's id is this event's: a second event with the same one has to be renamed. */
  claim(id: string, fields: Fields): boolean {
    if (this.firsts.has(id)) return false;
    this.firsts.set(id, fields);
    return true;
  }

  /** Another id for an event whose own is taken. Asked for once all have claimed theirs, for none of those is given. */
  rename(id: string, fields: Fields): string {
    const unique = this.suffixed(id, fields);
    const problem = `${this.firsts.get(id)?.path} has the same id; this one becomes "${unique}"`;
    fields.addIssue("id", "id-duplicate", problem, "Give each event an id of its own", id);
    return unique;
  }

  /** An id for an event without one. */
  make(title: string, fields: Fields): string {
    const slug = slugOf(title) || "event";
    if (!this.firsts.has(slug)) {
      this.firsts.set(slug, fields);
      return slug;
    }
    return this.suffixed(slug, fields);
  }

  has(id: string): boolean {
    return this.firsts.has(id);
  }

  private suffixed(id: string, fields: Fields): string {
    // From where the last search ended: a hundred thousand events may share a title.
    let n = this.next.get(id) ?? 2;
    while (this.firsts.has(`${id}-${n}`)) n++;
    this.next.set(id, n + 1);
    const unique = `${id}-${n}`;
    this.firsts.set(unique, fields);
    return unique;
  }
}
