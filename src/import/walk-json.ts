/** Scans JSON text (RFC 8259) token by token, to locate the first syntax error and duplicate keys. */

export interface JsonMistake {
  readonly offset: number;
  readonly what: string;
}

export interface DuplicateKey {
  readonly name: string;
  /** Offset of the second key. */
  readonly offset: number;
  /** The beginning of the first value. */
  readonly before: string;
  /** The beginning of the second value. */
  readonly written: string;
}

/** Numbers, also incomplete ones: "1." and "1e". */
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d*)?(?:(?<=\d)e[+-]?\d*)?/iy;
const WORD = /[^ \t\r\n{}[\]":,/]+/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u(?:[\da-fA-F]{4})?)?/y;
const EXCERPT_LENGTH = 40;

/** @returns the first syntax error, if there is one; `onDuplicate` is called for each duplicate key before it */
export function walkJson(text: string, onDuplicate?: (double: DuplicateKey) => void): JsonMistake | undefined {
  /** Per open bracket: the keys of an object with the beginnings of their values; `undefined` for a list. */
  const open: (Map<string, string> | undefined)[] = [];
  let state: "value" | "name" | "colon" | "rest" = "value";
  /** Directly after an opening bracket, which may be closed without an entry. */
  let first = false;
  let key: { name: string; offset: number } | undefined;
  let i = 0;
  for (;;) {
    while (/[ \t\r\n]/.test(text.charAt(i))) i++;
    const offset = i;
    const token = tokenAt(text, i);
    if ("what" in token) return { offset, what: token.what };
    i = token.end;
    const sign = text.charAt(offset);
    const object = open.at(-1);
    let what: string | undefined;
    if (state === "rest" && open.length === 0) {
      if (sign === "") return undefined;
      what = "end of file expected";
    } else if ((first || state === "rest") && open.length > 0 && sign === (object ? "}" : "]")) {
      open.pop();
      state = "rest";
    } else if ((first || state === "rest") && sign === "" && open.length > 0) {
      what = object ? "close brace expected" : "close bracket expected";
    } else if (state === "rest") {
      if (sign !== ",") what = "comma expected";
      state = object ? "name" : "value";
    } else if (state === "colon") {
      if (sign !== ":") what = "colon expected";
      state = "value";
    } else if (state === "name") {
      if (sign !== '"') what = first && sign === "," ? "value expected" : "property name expected";
      else key = { name: JSON.parse(text.slice(offset, i)) as string, offset };
      state = "colon";
    } else if (sign === "" || "}]:,".includes(sign)) {
      what = "value expected";
    } else {
      if (key && object && onDuplicate) {
        const written = text.slice(offset, Math.min(i, offset + EXCERPT_LENGTH));
        const before = object.get(key.name);
        if (before !== undefined) onDuplicate({ ...key, before, written });
        object.set(key.name, written);
      }
      key = undefined;
      first = sign === "{" || sign === "[";
      if (first) open.push(sign === "{" ? new Map() : undefined);
      state = sign === "{" ? "name" : first ? "value" : "rest";
      continue;
    }
    if (what !== undefined) return { offset, what };
    first = false;
  }
}

/** The end of a token, or the fault in it. */
function tokenAt(text: string, offset: number): { readonly end: number } | { readonly what: string } {
  const sign = text.charAt(offset);
  if (sign === '"') return stringAt(text, offset);
  if ("{}[]:,".includes(sign)) return { end: offset + sign.length };
  if (sign === "/" && /[/*]/.test(text.charAt(offset + 1))) return { what: "invalid comment token" };
  const number = matchAt(NUMBER, text, offset);
  if (number) return /\d$/.test(number) ? { end: offset + number.length } : { what: "unexpected end of number" };
  const word = matchAt(WORD, text, offset) ?? "";
  return /^(?:true|false|null)$/.test(word) ? { end: offset + word.length } : { what: "invalid symbol" };
}

/** Scans a string. A loop, because a pattern would need memory for each character of a long string. */
function stringAt(text: string, offset: number): { readonly end: number } | { readonly what: string } {
  for (let i = offset + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 34) return { end: i + 1 };
    if (unit === 10 || unit === 13) break;
    if (unit < 32) return { what: "invalid character" };
    if (unit !== 92) continue;
    const escaped = matchAt(ESCAPE, text, i) as string;
    if (i + 1 === text.length) break;
    if (escaped.length === 1) return { what: "invalid escape character" };
    if (escaped === "\\u") return { what: "invalid unicode" };
    i += escaped.length - 1;
  }
  return { what: "unexpected end of string" };
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}
