/** The syntax of a property line, `NAME;PARAMETER=value:value` (RFC 5545, 3.1). */

export interface PropertyLine {
  /** In capitals. */
  readonly name: string;
  /** By name, in small letters; several values of one stand as the file writes them. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly value: string;
}

/** A parameter. Only a quoted value may hold a colon or a semicolon. Old programs write parameters without a value. */
const PARAMETER = /;([^=:;"]*)(?:=((?:"[^"]*"|[^":;]+)*))?/y;
/** How a parameter writes signs that it may not hold (RFC 6868, 3.1). */
const CARET_SIGNS: Readonly<Record<string, string>> = { "^n": "\n", "^'": '"', "^^": "^" };

/** An unfolded line; a text that says what is wrong with it. */
export function readPropertyLine(line: string): PropertyLine | string {
  const name = /^[^:;]*/.exec(line)?.[0] ?? "";
  const parameters: [string, string][] = [];
  let end = name.length;
  while (line[end] === ";") {
    PARAMETER.lastIndex = end;
    const [text = ";", key = "", value = ""] = PARAMETER.exec(line) ?? [];
    parameters.push([key.toLowerCase(), parameterValue(value)]);
    end += text.length;
  }
  if (line[end] === '"') return "a quotation mark is not closed";
  if (line[end] !== ":") return "there is no colon before a value";
  return { name: name.toUpperCase(), parameters: Object.fromEntries(parameters), value: line.slice(end + 1) };
}

function parameterValue(text: string): string {
  const plain = /^"[^"]*"$/.test(text) ? text.slice(1, -1) : text;
  // Outlook escapes the commas of a TZID as in a text.
  return unescapeText(plain.replace(/\^[n'^]/g, (sign) => CARET_SIGNS[sign] as string));
}

/** A TEXT value without its backslashes (RFC 5545, 3.3.11). */
export function unescapeText(text: string): string {
  return text.replace(/\\([nN\\;,])/g, (_, sign: string) => (sign === "n" || sign === "N" ? "\n" : sign));
}
