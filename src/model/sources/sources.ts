/**
 * The sources of a document: declared ones by id, inline ones, bare addresses. The same page is one source. Numbers are
 * given in the order in which sources are first cited.
 */
import { identifierKey, pageKey } from "../../base/page-key.js";
import { checkUrl } from "../../base/url.js";
import { Fields, isObject, keysOf, type Report } from "../document/fields.js";
import { type DateContext, readDate } from "../document/read-date.js";
import type { DatedText, Source, TimelineEvent } from "../timeline.js";

type Draft = { -readonly [Key in keyof Source]: Source[Key] } & { citedBy: TimelineEvent[] };

/** A source, and the words of it that are quoted where it is cited. */
export interface Citation {
  readonly source: Source;
  readonly quote?: string;
}

interface Address {
  readonly href?: string;
  readonly host?: string;
  readonly address?: string;
  /** The same for every address of the same page. */
  readonly key?: string;
}

const TEXTS = ["title", "publisher", "author"] as const;
const DATES = ["published", "accessed"] as const;
const FIELDS = ["url", ...TEXTS, ...DATES, "archived", "quote", "language"] as const;

/** A language in BCP 47: two or three letters and more behind hyphens. A name such as "Korean" is none. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;

export class SourceRegistry {
  private readonly byId = new Map<string, Draft>();
  private readonly byKey = new Map<string, Draft>();
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
      if (isObject(value)) {
        const fields = new Fields(value, path, this.report);
        const draft = this.build(fields, id);
        this.settle(draft, "quote", fields.text("quote"), path);
        this.byId.set(id, draft);
      } else if (typeof value === "string") this.byId.set(id, this.fromAddress(value, path, id));
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
   * What one entry of a list of sources stands for. A text is an id, or else an address.
   * `undefined`: there is no such source; that has been reported.
   */
  resolve(value: unknown, path: string): Citation | undefined {
    if (typeof value === "string") {
      const text = value.trim();
      const declared = this.byId.get(text);
      if (declared) return { source: declared };
      if (looksLikeAddress(text)) return { source: this.fromAddress(text, path, text) };
      this.report.add(
        "source-not-found",
        "there is no source with this id",
        path,
        value,
        "Add it to sources, or write its address",
      );
      return undefined;
    }
    if (isObject(value)) {
      const fields = new Fields(value, path, this.report);
      const source = this.build(fields, undefined);
      const quote = fields.text("quote");
      return quote === undefined ? { source } : { source, quote };
    }
    this.report.add(
      "field-type",
      "a source must be an id, an address or an object",
      path,
      value,
      "Write an id or an address",
    );
    return undefined;
  }

  /** The source of a citation in a place that keeps no quotes of its own: the words stay with the source. */
  sourceOf({ source, quote }: Citation, path: string): Source {
    this.settle(source as Draft, "quote", quote, path);
    return source;
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
    const draft = this.draftOf(url === undefined ? {} : this.address(url, fields.at("url")), id ?? "");
    for (const name of TEXTS) this.settle(draft, name, fields.text(name), fields.path);
    for (const name of DATES) this.settle(draft, name, readDate(fields, name, this.context), fields.path);
    this.settle(draft, "language", this.language(fields), fields.path);
    const archived = fields.text("archived");
    if (archived !== undefined) {
      const { href, address } = this.address(archived, fields.at("archived"));
      if (href) this.settle(draft, "archived", href, fields.path);
      else draft.archivedAddress ??= address as string;
    }
    return draft;
  }

  private fromAddress(text: string, path: string, id: string): Draft {
    const draft = this.draftOf(this.address(text, path), id);
    // Remembered under what was written, so that it is judged and reported once.
    if (draft.href === undefined) this.byId.set(id, draft);
    return draft;
  }

  /** The source of a page, as it is known already or new. */
  private draftOf({ key, ...address }: Address, id: string): Draft {
    const known = key === undefined ? undefined : this.byKey.get(key);
    if (known) return known;
    const draft: Draft = { number: 0, id: id || (address.href ?? ""), citedBy: [], ...address };
    if (key !== undefined) this.byKey.set(key, draft);
    return draft;
  }

  /** Sets a field once. Whoever writes the same page again may add to it and not change it. */
  private settle<Name extends (typeof TEXTS)[number] | (typeof DATES)[number] | "language" | "archived" | "quote">(
    draft: Draft,
    name: Name,
    value: Draft[Name],
    path: string,
  ): void {
    if (value === undefined) return;
    if (draft[name] === undefined) draft[name] = value;
    else if (written(draft[name]) !== written(value)) {
      this.report.add(
        "source-conflict",
        `the same address has ${name} "${written(draft[name])}" already, which is kept`,
        `${path}.${name}`,
        written(value),
        "Describe a source once, in sources, and cite it by its id",
      );
    }
  }

  private language(fields: Fields): string | undefined {
    const language = fields.text("language");
    if (language === undefined || LANGUAGE.test(language)) return language;
    const hint = "Write a BCP 47 tag such as ko or zh-Hant";
    fields.addIssue("language", "value-invalid", "this is not a tag of a language", hint, language);
    return undefined;
  }

  /** A link where the address may be one; otherwise the text, with the reason reported. */
  private address(text: string, path: string): Address {
    const verdict = checkUrl(text);
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
        return { href: verdict.href, host: verdict.host, key: pageKey(verdict.href) };
      case "text":
        return { address: text, key: identifierKey(text) };
      case "blocked":
        this.report.add(
          "url-scheme-blocked",
          `links to ${verdict.scheme}: are not made; it is shown as text`,
          path,
          text,
          "Write an address that begins with https://",
        );
        return { address: text, key: text };
      case "credentials":
        this.report.add(
          "url-credentials",
          "an address with a name or password is not linked; it is shown as text",
          path,
          text,
          "Take out everything before the @",
        );
        return { address: text, key: text };
      case "invalid":
        this.report.add(
          "url-invalid",
          "this is not an address that can be linked; it is shown as text",
          path,
          text,
          "Write an address that begins with https://",
        );
        return { address: text };
    }
  }
}

function written(value: string | DatedText | undefined): string {
  return typeof value === "object" ? value.written : (value ?? "");
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
    /^10\.\d{4,}(?:\.\d+)*\//.test(text)
  );
}
