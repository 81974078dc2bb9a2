/** Reads raw fields with their type checked. A field of a wrong type is reported and left out; it never throws. */
import { cleanText } from "../../base/clean-text.js";
import { type Issue, type IssueCode, makeIssue } from "../../base/issue.js";

/** Collects what is wrong while a document is read. */
export class Report {
  private readonly found: (Issue | (() => Issue[]))[] = [];
  private made: readonly Issue[] | undefined;

  add(code: IssueCode, problem: string, path: string, value?: unknown, hint?: string): void {
    this.found.push(makeIssue(code, problem, { path, value, hint }));
  }

  push(issue: Issue): void {
    this.found.push(issue);
  }

  /** Issues that are worded when somebody reads them: a million remarks nobody asks for cost nothing. */
  addLater(make: () => Issue[]): void {
    this.found.push(make);
  }

  get issues(): readonly Issue[] {
    this.made ??= this.found.flatMap((issue) => (typeof issue === "function" ? issue() : issue));
    return this.made;
  }
}

export type RawObject = Readonly<Record<string, unknown>>;

/** A proxy of the caller may throw at any question; it is then no object that can be read. */
export function isObject(value: unknown): value is RawObject {
  return typeTag(value) === "[object Object]";
}

export function isList(value: unknown): value is readonly unknown[] {
  return typeTag(value) === "[object Array]";
}

/** "[object Object]", "[object Array]", "[object Date]" of any realm; empty where even this question throws. */
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

/** What an item threw when it was read, as the end of a sentence. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : "it threw";
}

/** One raw object with the path that leads to it. */
export class Fields {
  /**
   * @param base path of the object, or of the list it is an item of
   * @param index place in that list; a path is text that is only put together where something is wrong
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
      // Of an event the whole is reported, by its reader.
      if (this.index >= 0) throw error;
      this.report.add("field-type", `this cannot be read: ${errorMessage(error)}`, this.at(name));
      return undefined;
    }
  }

  /** A text without forbidden characters; blank counts as absent. A number is taken as the text it prints as. */
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
      this.addIssue(name, "text-characters", "characters that no document may hold are shown as \ufffd");
    }
    return text.trim() || undefined;
  }

  /** An array, or nothing. */
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

  /** Reports what is wrong with a field. */
  addIssue(name: string, code: IssueCode, problem: string, hint?: string, value: unknown = this.value(name)): void {
    this.report.add(code, problem, this.at(name), value, hint);
  }

  /** The objects of a list, each with its place in it. Whatever else stands there is reported and left out. */
  objects(name: string, expected: string, known?: readonly string[]): Fields[] {
    return this.list(name).flatMap((raw, i) => {
      const place = `${name}[${i}]`;
      if (!isObject(raw)) {
        this.wrongType(place, raw, expected);
        return [];
      }
      const fields = new Fields(raw, this.at(place), this.report);
      if (known) fields.unknown(known);
      return fields;
    });
  }

  /** Names fields that mean nothing here, and what was probably meant. */
  unknown(known: readonly string[]): void {
    for (const name of this.names()) {
      if (known.includes(name) || name.startsWith("$")) continue;
      const near = known.find((candidate) => isNear(candidate, name));
      const hint = near ? `Did you mean ${near}` : "Put it into data to keep it";
      const path = this.at(name);
      // A slip of the pen loses what was written; a field of somebody else's is a remark.
      const severity = near ? "warning" : undefined;
      this.report.push(makeIssue("field-unknown", "this field is not known and is not used", { path, hint }, severity));
    }
  }
}

/** Names of an object's own fields; none where a proxy of the caller does not tell. */
export function keysOf(raw: RawObject): readonly string[] {
  try {
    return Object.keys(raw);
  } catch {
    return [];
  }
}

/** One letter added, left out, changed, or two swapped; case aside. */
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
