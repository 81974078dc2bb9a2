/** Event ids, unique in a document: given by the author or derived from the title. */
import { graphemes } from "../../base/graphemes.js";
import type { Fields } from "./fields.js";

const SLUG_MAX_CHARACTERS = 48;

/** "Treaty signed in Pyongyang" as "treaty-signed-in-pyongyang". Letters of every script stay. */
function slugOf(title: string): string {
  const words =
    title
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const slug = words.join("-");
  return slug.length <= SLUG_MAX_CHARACTERS
    ? slug
    : graphemes(slug).slice(0, SLUG_MAX_CHARACTERS).join("").replace(/-+$/, "");
}

export class IdRegistry {
  private readonly owners = new Map<string, Fields>();
  private readonly next = new Map<string, number>();

  /** Reserves an id of the author; false when another event already has it. */
  claim(id: string, fields: Fields): boolean {
    if (this.owners.has(id)) return false;
    this.owners.set(id, fields);
    return true;
  }

  /** A new id for an event whose id is taken. Called after all events have reserved theirs, so that it collides with none. */
  rename(id: string, fields: Fields): string {
    const unique = this.suffixed(id, fields);
    const problem = `${this.owners.get(id)?.path} has the same id; this one becomes "${unique}"`;
    fields.addIssue("id", "id-duplicate", problem, "Give each event an id of its own", id);
    return unique;
  }

  /** Derives an id from a title. */
  make(title: string, fields: Fields): string {
    const slug = slugOf(title) || "event";
    if (!this.owners.has(slug)) {
      this.owners.set(slug, fields);
      return slug;
    }
    return this.suffixed(slug, fields);
  }

  has(id: string): boolean {
    return this.owners.has(id);
  }

  private suffixed(id: string, fields: Fields): string {
    // Continue where the last search ended: a hundred thousand events may share a title.
    let n = this.next.get(id) ?? 2;
    while (this.owners.has(`${id}-${n}`)) n++;
    this.next.set(id, n + 1);
    const unique = `${id}-${n}`;
    this.owners.set(unique, fields);
    return unique;
  }
}
