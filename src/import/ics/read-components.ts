/** Reads the components of iCalendar text (RFC 5545, 3.1 and 3.4) with the row of each property. */
import type { ImportReport } from "../import-report.js";
import { readPropertyLine } from "./property-line.js";
import { typeOf, valuesOf } from "./property-value.js";

/** A property: its name in capitals, its parameters by name in small letters, its type and its values. */
export interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly type: string;
  readonly values: readonly unknown[];
  readonly row: number;
}

export interface Component {
  readonly name: string;
  readonly row: number;
  readonly properties: Property[];
  readonly children: Component[];
}

interface Line {
  text: string;
  readonly row: number;
}

const PROPERTY_LINE = /^[A-Za-z][A-Za-z0-9-]*[;:]/;

/** Joins folded lines. A line that is neither a property nor folded is appended to the previous one (reported). */
function unfold(text: string, report: ImportReport): Line[] {
  const lines: Line[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, i) => {
    const last = lines.at(-1);
    if (/^[ \t]/.test(line) && last) last.text += line.slice(1);
    else if (line.trim() === "") return;
    else if (!PROPERTY_LINE.test(line) && last) {
      last.text += `\\n${line}`;
      report.put("ics-invalid", "this line is neither a property nor folded; it is appended to the line before", {
        row: i + 1,
        value: line,
        hint: "Begin a continued line with a blank",
      });
    } else lines.push({ text: line, row: i + 1 });
  });
  return lines;
}

export function readComponents(text: string, report: ImportReport): Component {
  const root: Component = { name: "", row: 1, properties: [], children: [] };
  const open: Component[] = [root];
  for (const line of unfold(text, report)) {
    const edge = /^(BEGIN|END):\s*(\S*)\s*$/i.exec(line.text);
    const inner = open.at(-1) as Component;
    if (!edge) {
      const property = readProperty(line, report);
      if (property) inner.properties.push(property);
      continue;
    }
    const name = (edge[2] as string).toUpperCase();
    if ((edge[1] as string).toUpperCase() === "BEGIN") {
      const component: Component = { name, row: line.row, properties: [], children: [] };
      inner.children.push(component);
      open.push(component);
      continue;
    }
    const at = open.map((component) => component.name).lastIndexOf(name);
    if (at > 0) open.length = at;
    else
      report.put("ics-invalid", "END without matching BEGIN", {
        row: line.row,
        value: line.text,
        hint: `Add BEGIN:${name}, or remove this line`,
      });
  }
  for (const { name, row } of open.slice(1)) {
    report.put("ics-invalid", `BEGIN:${name} without matching END`, { row, value: name, hint: `Add END:${name}` });
  }
  return root;
}

function readProperty({ text, row }: Line, report: ImportReport): Property | undefined {
  const line = readPropertyLine(text);
  if (typeof line === "string") {
    const hint = "Write NAME:value";
    report.put("ics-invalid", `this property cannot be read: ${line}`, { row, value: text, hint });
    return undefined;
  }
  const type = typeOf(line);
  return { name: line.name, parameters: line.parameters, type, values: valuesOf(line, type), row };
}

export function property({ properties }: Component, name: string): Property | undefined {
  return properties.find((candidate) => candidate.name === name);
}

/** The first value of a property as text; `undefined` if it is blank or missing. */
export function textOf(component: Component, name: string): string | undefined {
  const value = property(component, name)?.values[0];
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? undefined : text;
}
