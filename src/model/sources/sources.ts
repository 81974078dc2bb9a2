/**
 * The sources of a document: declared by id, written inline, or given as a bare address. All addresses of one page are one
 * source. Sources are numbered in the order in which they are first cited.
 */
import { omitUndefined } from "../../base/omit-undefined.js";
import { Fields, isObject, keysOf, type Report } from "../document/fields.js";
import { type DateContext, readDate } from "../document/read-date.js";
import type { DatedText, Source, TimelineEvent } from "../timeline.js";
import { type Address, readAddress } from "./read-address.js";

type Draft = { -readonly [Key in keyof Source]: Source[Key] } & { citedBy: TimelineEvent[] };

/** A source and the text that is quoted from it at one place. */
export interface Citation {
  readonly source: Source;
  readonly quote?: string;
}

const TEXT_FIELDS = ["title", "publisher", "author"] as const;
const DATE_FIELDS = ["published", "accessed"] as const;
const SOURCE_FIELDS = ["url", ...TEXT_FIELDS, ...DATE_FIELDS, "archived", "quote", "language"] as const;

/** A BCP 47 tag: two or three letters, then subtags after hyphens. A name such as "Korean" does not match. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;

export class SourceRegistry {
  private readonly byId = new Map<string, Draft>();
  private readonly byKey = new Map<string, Draft>();
  private readonly numbered: Draft[] = [];

  constructor(
    private readonly report: Report,
    private readonly context: DateContext,
  ) {}

  /** Reads the field `sources` of the document. */
  declare(raw: unknown): void {
    if (raw === undefined || raw === null) return;
    if (!isObject(raw)) {
      this.report.add(
        "field-type",
        "this must be an object that maps ids to sources",
        "sources",
        raw,
        'Write { "id": { … } }',
      );
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
        this.setOnce(draft, "quote", fields.text("quote"), path);
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
   * Resolves one entry of a list of sources. A text is the id of a declared source, or else an address. Reports an entry
   * that is neither and returns `undefined`.
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

  /** Returns the source of a citation and stores its quote with the source, for places that keep no quotes. */
  sourceOf({ source, quote }: Citation, path: string): Source {
    this.setOnce(source as Draft, "quote", quote, path);
    return source;
  }

  /** Numbers a source when it is first cited, and records the event that cites it. */
  cite(source: Source, event?: TimelineEvent): void {
    const draft = source as Draft;
    if (draft.number === 0) {
      this.numbered.push(draft);
      draft.number = this.numbered.length;
    }
    if (event && draft.citedBy.at(-1) !== event) draft.citedBy.push(event);
  }

  /** All sources by number. Declared sources that nothing cites come last, so that the bibliography is complete. */
  all(): readonly Source[] {
    for (const draft of this.byId.values()) this.cite(draft);
    return this.numbered;
  }

  private build(fields: Fields, id: string | undefined): Draft {
    fields.unknown(SOURCE_FIELDS);
    const url = fields.text("url");
    const key = url === undefined && id === undefined ? textKey(fields) : undefined;
    const draft = this.draftOf(
      url === undefined ? omitUndefined({ key }) : readAddress(url, fields.at("url"), this.report),
      id ?? "",
    );
    for (const name of TEXT_FIELDS) this.setOnce(draft, name, fields.text(name), fields.path);
    for (const name of DATE_FIELDS) this.setOnce(draft, name, readDate(fields, name, this.context), fields.path);
    this.setOnce(draft, "language", this.language(fields), fields.path);
    const archived = fields.text("archived");
    if (archived !== undefined) {
      const { href, address } = readAddress(archived, fields.at("archived"), this.report);
      if (href) this.setOnce(draft, "archived", href, fields.path);
      else draft.archivedAddress ??= address as string;
    }
    return draft;
  }

  private fromAddress(text: string, path: string, id: string): Draft {
    const draft = this.draftOf(readAddress(text, path, this.report), id);
    // Stored under the text as written, so that a faulty address is checked and reported once.
    if (draft.href === undefined) this.byId.set(id, draft);
    return draft;
  }

  /** The known source with the same key, or a new one. */
  private draftOf({ key, ...address }: Address, id: string): Draft {
    const known = key === undefined ? undefined : this.byKey.get(key);
    if (known) return known;
    const draft: Draft = { number: 0, id: id || (address.href ?? ""), citedBy: [], ...address };
    if (key !== undefined) this.byKey.set(key, draft);
    return draft;
  }

  /** Sets a field that is still empty. A later description of the same page may add fields; different values are reported. */
  private setOnce<
    Name extends (typeof TEXT_FIELDS)[number] | (typeof DATE_FIELDS)[number] | "language" | "archived" | "quote",
  >(draft: Draft, name: Name, value: Draft[Name], path: string): void {
    if (value === undefined) return;
    if (draft[name] === undefined) draft[name] = value;
    else if (written(draft[name]) !== written(value)) {
      this.report.add(
        "source-conflict",
        `the same address already has the ${name} "${written(draft[name])}", which is kept`,
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
    fields.addIssue("language", "value-invalid", "this is not a language tag", hint, language);
    return undefined;
  }
}

function written(value: string | DatedText | undefined): string {
  return typeof value === "object" ? value.written : (value ?? "");
}

/** Whether a text looks like "example.org/a". Linear time, because the text may contain many dots. */
function hasHostAndPath(text: string): boolean {
  const host = text.slice(0, Math.max(0, text.indexOf("/")));
  return host.lastIndexOf(".", host.length - 3) > 0 && !/\s/.test(host);
}

/** The key of a source without an address: sources with the same words are one. */
function textKey(fields: Fields): string | undefined {
  const title = fields.text("title");
  const rest = ["publisher", "author", "published", "accessed", "archived", "language"].map((name) =>
    fields.value(name),
  );
  return title === undefined ? undefined : ["text", title, ...rest.map(String)].join("\n");
}

function looksLikeAddress(text: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*:/i.test(text) ||
    /^(www\.|\/\/)/i.test(text) ||
    hasHostAndPath(text) ||
    /^10\.\d{4,}(?:\.\d+)*\//.test(text)
  );
}
