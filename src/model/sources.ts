/**
 * The sources of a document: declared ones by id, inline ones, bare addresses. The same address is one source. Numbers
 * are given in the order in which sources are first cited.
 */
import { judgeUrl } from "../base/url.js";
import { Fields, isObject, keysOf, type Report } from "./fields.js";
import { type DateContext, readDate } from "./read-date.js";
import type { Source, TimelineEvent } from "./timeline.js";

type Draft = { -readonly [Key in keyof Source]: Source[Key] } & { citedBy: TimelineEvent[] };

const FIELDS = [
  "url",
  "title",
  "publisher",
  "author",
  "published",
  "accessed",
  "archived",
  "quote",
  "language",
] as const;

export class SourceRegistry {
  private readonly byId = new Map<string, Draft>();
  private readonly byHref = new Map<string, Draft>();
  private readonly numbered: Draft[] = [];

  constructor(
    private readonly report: Report,
    private readonly context: DateContext,
  ) {}

  /** Reads the document's own list of sources. */
  declare(raw: unknown): void {
    if (raw === undefined || raw === null) return;
    if (!isObject(raw)) {
      this.report.add("field-type", "this must be an object of sources by id", "sources", raw, 'Write { "id": { … } }');
      return;
    }
    const fields = new Fields(raw, "sources", this.report);
    for (const id of keysOf(raw)) {
      const value = fields.value(id);
      if (value === undefined) continue;
      const path = `sources.${id}`;
      if (isObject(value)) this.byId.set(id, this.build(new Fields(value, path, this.report), id));
      else if (typeof value === "string") this.byId.set(id, this.fromAddress(value, path, id));
      else
        this.report.add(
          "field-type",
          "a source must be an object or an address",
          path,
          value,
          "Write { url, title, publisher }",
        );
    }
  }

  /**
   * What one entry of an event's list of sources stands for. A text is an id, or else an address.
   * `undefined`: there is no such source; that has been reported.
   */
  resolve(value: unknown, path: string): Source | undefined {
    if (typeof value === "string") {
      const text = value.trim();
      const declared = this.byId.get(text);
      if (declared) return declared;
      if (looksLikeAddress(text)) return this.fromAddress(text, path, text);
      this.report.add(
        "source-not-found",
        "there is no source with this id",
        path,
        value,
        "Add it to sources, or write its address",
      );
      return undefined;
    }
    if (isObject(value)) return this.build(new Fields(value, path, this.report), undefined);
    this.report.add(
      "field-type",
      "a source must be an id, an address or an object",
      path,
      value,
      "Write an id or an address",
    );
    return undefined;
  }

  /** Gives a source its number the first time it is cited, and remembers who cites it. */
  cite(source: Source, event?: TimelineEvent): void {
    const draft = source as Draft;
    if (draft.number === 0) {
      this.numbered.push(draft);
      draft.number = this.numbered.length;
    }
    if (event && draft.citedBy.at(-1) !== event) draft.citedBy.push(event);
  }

  /** All sources in order of their numbers. Declared ones that nothing cites come last: the bibliography loses nothing. */
  all(): readonly Source[] {
    for (const draft of this.byId.values()) this.cite(draft);
    return this.numbered;
  }

  private build(fields: Fields, id: string | undefined): Draft {
    fields.unknown(FIELDS);
    const url = fields.text("url");
    const address = url === undefined ? {} : this.address(url, fields.at("url"));
    const known = address.href === undefined ? undefined : this.byHref.get(address.href);
    const draft: Draft = known ?? { number: 0, id: id ?? address.href ?? "", citedBy: [], ...address };
    for (const name of ["title", "publisher", "author", "quote", "language"] as const) {
      const text = fields.text(name);
      if (text !== undefined) draft[name] ??= text;
    }
    for (const name of ["published", "accessed"] as const) {
      const date = readDate(fields, name, this.context);
      if (date) draft[name] ??= date;
    }
    const archived = fields.text("archived");
    const copy = archived === undefined ? undefined : this.address(archived, fields.at("archived")).href;
    if (copy) draft.archived ??= copy;
    if (draft.href !== undefined) this.byHref.set(draft.href, draft);
    return draft;
  }

  private fromAddress(text: string, path: string, id: string): Draft {
    const address = this.address(text, path);
    const known = address.href === undefined ? undefined : this.byHref.get(address.href);
    if (known) return known;
    const draft: Draft = { number: 0, id: address.href ?? id, citedBy: [], ...address };
    if (draft.href === undefined) this.byId.set(id, draft);
    else this.byHref.set(draft.href, draft);
    return draft;
  }

  /** A link where the address may be one; otherwise the text, with the reason reported. */
  private address(text: string, path: string): { href?: string; host?: string; address?: string } {
    const verdict = judgeUrl(text);
    switch (verdict.kind) {
      case "ok":
        if (verdict.assumed) {
          this.report.add(
            "url-scheme-assumed",
            "the address has no scheme, https is assumed",
            path,
            text,
            `Write ${verdict.href}`,
          );
        }
        return { href: verdict.href, host: verdict.host };
      case "blocked":
        this.report.add(
          "url-scheme-blocked",
          `links to ${verdict.scheme}: are not made; it is shown as text`,
          path,
          text,
          "Write an address that begins with https://",
        );
        break;
      case "credentials":
        this.report.add(
          "url-credentials",
          "an address with a name or password is not linked; it is shown as text",
          path,
          text,
          "Take out everything before the @",
        );
        break;
      case "invalid":
        this.report.add(
          "url-invalid",
          "this is not an address that can be linked; it is shown as text",
          path,
          text,
          "Write an address that begins with https://",
        );
        break;
      case "text":
        break;
    }
    return { address: text };
  }
}

/** "example.org/a", in linear time: dots may be many. */
function hasHostAndPath(text: string): boolean {
  const host = text.slice(0, Math.max(0, text.indexOf("/")));
  return host.lastIndexOf(".", host.length - 3) > 0 && !/\s/.test(host);
}

function looksLikeAddress(text: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*:/i.test(text) ||
    /^(www\.|\/\/)/i.test(text) ||
    hasHostAndPath(text) ||
    /^10\.\d{4,}\//.test(text)
  );
}
