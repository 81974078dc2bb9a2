/** Reads fields of raw objects and checks their types. A field of a wrong type is reported and left out, never thrown. */
import { cleanText } from "../../base/clean-text.js";
import { type Issue, type IssueCode, makeIssue } from "../../base/issue.js";

/** Collects the issues of a document while it is read. */
export class Report {
  private readonly found: (Issue | (() => Issue[]))[] = [];
  private made: readonly Issue[] | undefined;
  private readonly counts = new Map<string, number>();

  add(code: IssueCode, problem: string, path: string, value?: unknown, hint?: string): void {
    this.found.push(makeIssue(code, problem, { path, value, hint }));
  }

  /** Adds an issue that many places share, once: the first place, and how many there are. */
  addOnce(code: IssueCode, problem: string, path: string, value?: unknown): void {
    const known = this.counts.get(problem);
    this.counts.set(problem, (known ?? 0) + 1);
    if (known !== undefined) return;
    this.addLater(() => {
      const count = this.counts.get(problem) as number;
      return [makeIssue(code, count === 1 ? problem : `${problem} (${count} times)`, { path, value })];
    });
  }

  push(issue: Issue): void {
    this.found.push(issue);
  }

  /** Adds issues that are created when `issues` is first read, because a million unread issues should cost nothing. */
  addLater(make: () => Issue[]): void {
    this.found.push(make);
  }

  get issues(): readonly Issue[] {
    this.made ??= this.found.flatMap((issue) => (typeof issue === "function" ? issue() : issue));
    return this.made;
  }
}

export type RawObject = Readonly<Record<string, unknown>>;

/** False also for a proxy of the caller that throws: it cannot be read. */
export function isObject(value: unknown): value is RawObject {
  return typeTag(value) === "[object Object]";
}

export function isList(value: unknown): value is readonly unknown[] {
  return typeTag(value) === "[object Array]";
}

/** "[object Object]", "[object Array]" or "[object Date]", also of other realms; empty for anything else. */
export function typeTag(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  try {
    if (Array.isArray(value)) return "[object Array]";
    const kind = Object.prototype.toString.call(value);
    return kind === "[object Date]" ? kind : "[object Object]";
  } catch {
    return "";
  }
}

/** The message of an error that the caller's getter or proxy threw. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : "a getter or proxy threw";
}

/** A raw object with its path in the document. */
export class Fields {
  /**
   * @param base path of the object, or of the list it is an item of
   * @param index index in that list; the path is composed only when an issue needs it
   */
  constructor(
    protected readonly raw: RawObject,
    readonly base: string,
    readonly report: Report,
    readonly index: number = -1,
  ) {}

  get path(): string {
    return this.index < 0 ? this.base : `${this.base}[${this.index}]`;
  }

  /** Names of the fields that are given. */
  names(): readonly string[] {
    return keysOf(this.raw);
  }

  at(name: string): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }

  value(name: string): unknown {
    try {
      const value = Object.hasOwn(this.raw, name) ? this.raw[name] : undefined;
      return value === null ? undefined : value;
    } catch (error) {
      // The reader of events reports the whole event.
      if (this.index >= 0) throw error;
      this.report.add("field-type", `this cannot be read: ${errorMessage(error)}`, this.at(name));
      return undefined;
    }
  }

  /** Text without forbidden characters; blank text counts as absent. A number is converted to text. */
  text(name: string): string | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    if (typeof value === "number" && Number.isFinite(value)) return String(value);
    if (typeof value !== "string") {
      this.wrongType(name, value, "a text");
      return undefined;
    }
    const text = cleanText(value);
    if (text !== value) {
      this.addIssue(name, "text-characters", "characters that XML does not allow are shown as \ufffd");
    }
    return text.trim() || undefined;
  }

  /** The items of a list; empty when the field is absent or not a list. */
  list(name: string): readonly unknown[] {
    const value = this.value(name);
    if (value === undefined) return [];
    try {
      if (isList(value)) return [...value];
    } catch {
      // A proxy or getter of the caller.
    }
    this.wrongType(name, value, "a list");
    return [];
  }

  object(name: string): RawObject | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    if (isObject(value)) return value;
    this.wrongType(name, value, "an object");
    return undefined;
  }

  wrongType(name: string, value: unknown, expected: string): void {
    this.addIssue(name, "field-type", `this must be ${expected}`, `Write ${expected} or leave it out`, value);
  }

  /** Reports an issue of a field. */
  addIssue(name: string, code: IssueCode, problem: string, hint?: string, value: unknown = this.value(name)): void {
    this.report.add(code, problem, this.at(name), value, hint);
  }

  /** The objects of a list. Items that are not objects are reported and left out. */
  objects(name: string, expected: string, known?: readonly string[]): Fields[] {
    return this.list(name).flatMap((raw, i) => {
      const item = `${name}[${i}]`;
      if (!isObject(raw)) {
        this.wrongType(item, raw, expected);
        return [];
      }
      const fields = new Fields(raw, this.at(item), this.report);
      if (known) fields.unknown(known);
      return fields;
    });
  }

  /** Reports fields that have no meaning here, with the name that was probably meant. */
  unknown(known: readonly string[]): void {
    for (const name of this.names()) {
      if (known.includes(name) || name.startsWith("$")) continue;
      const near = known.find((candidate) => isNear(candidate, name));
      const hint = near ? `Did you mean ${near}` : "Move it into data to keep it";
      const path = this.at(name);
      // A misspelt name loses data, so it is a warning; a foreign field is only an info.
      const severity = near ? "warning" : undefined;
      this.report.push(makeIssue("field-unknown", "this field is not known and is not used", { path, hint }, severity));
    }
  }
}

/** Names of an object's own fields; empty for a proxy of the caller that throws. */
export function keysOf(raw: RawObject): readonly string[] {
  try {
    return Object.keys(raw);
  } catch {
    return [];
  }
}

/** Whether two names differ in case and at most one typing error: a letter added, omitted or changed, or two swapped. */
export function isNear(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x === y) return true;
  if (Math.abs(x.length - y.length) > 1) return false;
  let i = 0;
  while (i < x.length && x[i] === y[i]) i++;
  const [restX, restY] = [x.slice(i), y.slice(i)];
  return (
    restX.slice(1) === restY ||
    restX === restY.slice(1) ||
    restX.slice(1) === restY.slice(1) ||
    (restX.slice(2) === restY.slice(2) && restX[0] === restY[1] && restX[1] === restY[0])
  );
}
