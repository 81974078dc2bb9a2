/**
 * The custom element `<event-timeline>`. It uses the light DOM: the page's stylesheet applies to it, and what a server wrote
 * into it is content without any script.
 */
import { omitUndefined } from "../../base/omit-undefined.js";
import type { Issue } from "../../base/issue.js";
import { readDocument } from "../../import/read-document.js";
import type { DocumentInput } from "../../model/document/document.js";
import type { TimelineOptions } from "../../options.js";
import { word } from "../../scene/accessible-names.js";
import { en } from "../../locales/en.js";
import { optionsFromText, TEXT_OPTIONS } from "../../text-options.js";
import { createTimeline, hydrateTimeline, readIsland } from "../controller/create.js";
import { freeIdPrefix } from "../controller/free-id-prefix.js";
import { FetchError, fetchText } from "./fetch-text.js";
import type { Timeline } from "../controller/live-timeline.js";

/** Importing this file must work where there is no DOM. */
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

/** Class of the container of a figure that this element made. A clone of such a figure has neither script nor data. */
const HOST_CLASS = "dl-host";
/** Children that are never fallback content: data, and what this element has added. */
const NO_FALLBACK = `script, .${HOST_CLASS}, .dl-load-status`;
const PROPERTIES = ["document", "options"] as const;

/**
 * Shows a timeline where it stands. Its data is the first of these: the property `document`; a figure that `renderToHtml`
 * wrote into it, which it hydrates; a `<script type="application/json">` (or `text/csv`) child; the file that `src` names.
 * Options are attributes in kebab case (`time-zone`, `axis-direction`) or the property `options`, which wins. `title-from`
 * makes titles of the columns of a table: `title-from="{Place}, M {Magnitude}"`.
 *
 * Other content is a fallback: it shows until the timeline replaces it, and stays if there is none. Beside the events of a
 * timeline (`datelines:select` and others) the element dispatches `datelines:ready` and, with `{ message }`,
 * `datelines:error`.
 */
export class EventTimelineElement extends Base {
  static readonly observedAttributes: readonly string[] = ["src", "title-from", ...TEXT_OPTIONS];

  #timeline: Timeline | undefined;
  #document: unknown;
  #options: TimelineOptions = {};
  /** Document and options in the figure of a server. */
  #island: { document: unknown; options: TimelineOptions } | undefined;
  #fallback: readonly ChildNode[] = [];
  #loading: AbortController | undefined;
  /** The page that is still being parsed. */
  #parsing: Document | undefined;
  /** Whether a microtask will apply the changes. */
  #isDue = false;
  /** Whether the changes include the data. */
  #mustReload = false;

  /** The live timeline, while there is one. */
  get timeline(): Timeline | undefined {
    return this.#timeline;
  }

  /** A timeline document, or a list of events. It takes precedence over `src` and content. */
  get document(): unknown {
    return this.#document;
  }
  set document(value: unknown) {
    this.#document = value;
    this.#request(true);
  }

  /** Options that attributes cannot hold (`locale`, `measure`), or that take precedence over attributes. */
  get options(): TimelineOptions {
    return this.#options;
  }
  set options(value: TimelineOptions) {
    // Frameworks set `undefined` for a property that they were not given.
    this.#options = value ?? {};
    this.#request(false);
  }

  get src(): string | null {
    return this.getAttribute("src");
  }
  set src(value: string | null) {
    if (value === null) this.removeAttribute("src");
    else this.setAttribute("src", value);
  }

  /** Reads the data again. */
  reload(): void {
    this.#request(true);
  }

  connectedCallback(): void {
    for (const name of PROPERTIES) {
      // A property that was set before this class was defined hides the accessor.
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    // An element that was moved within the page still has its timeline.
    if (!this.#timeline) this.#request(true);
  }

  disconnectedCallback(): void {
    // A move disconnects and connects at once, so the timeline is removed only if the element stays away.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before !== after && this.isConnected) this.#request(name === "src" || name === "title-from");
  }

  /** Merges all changes of one task. While the page is being parsed, the element's content may be incomplete. */
  #request(reload: boolean): void {
    this.#mustReload ||= reload;
    if (this.#isDue || !this.isConnected) return;
    const page = this.ownerDocument;
    if (page.readyState === "loading" && !isParsed(this)) {
      if (this.#parsing) return;
      this.#parsing = page;
      page.addEventListener("DOMContentLoaded", this.#parsed);
      return;
    }
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (!this.isConnected) return;
      const again = this.#mustReload;
      this.#mustReload = false;
      this.#attempt(() => (again ? this.#load() : this.#apply()));
    });
  }

  readonly #parsed = (): void => {
    this.#parsing?.removeEventListener("DOMContentLoaded", this.#parsed);
    this.#parsing = undefined;
    this.#request(false);
  };

  #load(): void {
    this.#loading?.abort();
    this.#loading = undefined;
    this.removeAttribute("aria-busy");
    if (this.#document !== undefined) return this.#show(this.#document, []);
    const figure = this.querySelector<HTMLElement>(`figure.datelines:not(.${HOST_CLASS} *)`);
    if (figure && !this.#timeline) {
      this.#island = readIsland(figure);
      if (this.#island) {
        this.#timeline = hydrateTimeline(figure, undefined, this.#resolvedOptions());
        return this.#ready([]);
      }
    }
    const inline = this.querySelector<HTMLScriptElement>(":scope > script:not([type*=javascript], [type=module])");
    if (inline?.type) return this.#read(inline.textContent ?? "");
    if (this.src !== null) return void this.#fetch(this.src);
    if (this.#island) this.#show(this.#island.document, []);
  }

  async #fetch(src: string): Promise<void> {
    const loading = new AbortController();
    this.#loading = loading;
    this.setAttribute("aria-busy", "true");
    // The last request counts, whichever response comes last.
    const isLate = (): boolean => this.#loading !== loading;
    try {
      const credentials = credentialsOf(this.getAttribute("credentials"));
      const text = await fetchText(urlOf(src, this.baseURI), { signal: loading.signal, credentials });
      if (!isLate()) this.#read(text);
    } catch (error) {
      if (!isLate()) this.#fail(error, true);
    } finally {
      if (!isLate()) this.removeAttribute("aria-busy");
    }
  }

  #read(text: string): void {
    const { document, issues } = readDocument(text, this.getAttribute("title-from") ?? undefined);
    if (document === undefined) throw new FetchError(issues[0]?.message.replace(/\.$/, "") ?? "");
    this.#show(document, issues);
  }

  #show(read: unknown, issues: readonly Issue[]): void {
    // Whatever it is, the timeline reads it and reports what is wrong.
    const document = read as DocumentInput;
    const options = this.#resolvedOptions();
    if (this.#timeline) this.#timeline.update({ document, options, reset: true });
    else {
      for (const stale of this.querySelectorAll(`:scope > .${HOST_CLASS}`)) stale.remove();
      const host = this.ownerDocument.createElement("div");
      host.className = HOST_CLASS;
      this.append(host);
      try {
        this.#timeline = createTimeline(host, document, { ...options, idPrefix: options.idPrefix ?? freeId(this) });
      } catch (error) {
        host.remove();
        throw error;
      }
      this.#fallback = [...this.childNodes].filter((node) => !(node as Element).matches?.(NO_FALLBACK));
      for (const node of this.#fallback) node.remove();
    }
    this.#ready(issues);
  }

  #ready(issues: readonly Issue[]): void {
    this.querySelector(":scope > .dl-load-status")?.remove();
    if (issues.length > 0) this.#dispatch("issues", { issues });
    this.#dispatch("ready", {});
  }

  /** Applies a change of options only. */
  #apply(): void {
    this.#timeline?.update({ options: this.#resolvedOptions(), reset: true });
  }

  #resolvedOptions(): TimelineOptions {
    const given = { ...optionsFromText((name) => this.getAttribute(name)), ...omitUndefined(this.#options) };
    const idPrefix = given.idPrefix ?? this.#timeline?.element.id;
    return { ...this.#island?.options, ...given, ...(idPrefix ? { idPrefix } : {}) };
  }

  #attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#fail(error, false);
    }
  }

  /** Shows one error message below what the element showed before. */
  #fail(error: unknown, canRetry: boolean): void {
    const locale = this.#options.locale ?? en;
    const reason = error instanceof Error ? error.message : String(error);
    const message = `${word(locale, "loadFailed")}: ${reason}.`;
    const page = this.ownerDocument;
    this.querySelector(":scope > .dl-load-status")?.remove();
    const status = page.createElement("p");
    status.className = "dl-load-status";
    status.setAttribute("role", "status");
    status.textContent = message;
    if (canRetry) {
      const button = page.createElement("button");
      button.type = "button";
      button.textContent = word(locale, "retry");
      button.addEventListener("click", () => this.reload());
      status.append(" ", button);
    }
    this.append(status);
    this.#dispatch("error", { message });
  }

  #dispatch(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`datelines:${type}`, { detail, bubbles: true }));
  }

  #stop(): void {
    this.#loading?.abort();
    this.#loading = undefined;
    this.#parsing?.removeEventListener("DOMContentLoaded", this.#parsed);
    this.#parsing = undefined;
    this.#timeline?.destroy();
    this.#timeline = undefined;
    for (const own of this.querySelectorAll(`:scope > :is(.${HOST_CLASS}, .dl-load-status)`)) own.remove();
    this.append(...this.#fallback);
    this.#fallback = [];
    this.removeAttribute("aria-busy");
  }
}

/** Whether the parser is past the end of an element. */
function isParsed(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (at.nextSibling) return true;
  return false;
}

function urlOf(src: string, base: string): URL {
  try {
    return new URL(src, base);
  } catch {
    throw new FetchError(`"${src}" is no address`);
  }
}

function credentialsOf(text: string | null): "omit" | "same-origin" | "include" {
  return text === "include" || text === "same-origin" ? text : "omit";
}

/** A prefix of ids that is free in the page; where the element has an id, made of it. */
function freeId(element: Element): string {
  if (/^[A-Za-z][A-Za-z0-9-]*$/.test(element.id)) return `${element.id}-dl`;
  return freeIdPrefix(element);
}
