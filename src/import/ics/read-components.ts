/** The components of an iCalendar text (RFC 5545, 3.1 and 3.4), each with the rows its properties stand on. */
import ICAL from "ical.js";
import type { ImportReport } from "../import-report.js";

/** A property as jCal writes it (RFC 7265): name, parameters, type, values. */
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

/** What stands before the value: names and parameters, of which only a quoted one may hold a colon. */
const HEAD = /^[^:=]*(?:=(?:"[^"]*")?[^:=]*)*/;
/** Far more than any program writes. The library below looks for the colon once for each, which takes its time. */
const MOST_PARAMETERS = 256;

const PROPERTY_LINE = /^[A-Za-z][A-Za-z0-9-]*[;:]/;

/** Lines without their folds. A line that is neither a property nor folded belongs to the one before it. */
function unfold(text: string, report: ImportReport): Line[] {
  const lines: Line[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, i) => {
    const last = lines.at(-1);
    if (/^[ \t]/.test(line) && last) last.text += line.slice(1);
    else if (line.trim() === "") return;
    else if (!PROPERTY_LINE.test(line) && last) {
      last.text += `\\n${line}`;
      report.put("ics-invalid", "this line is no property and is not folded; it is added to the line before", {
        row: i + 1,
        value: line,
        hint: "Begin the second line of a text with a blank",
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
    else report.put("ics-invalid", "this ends what was never begun", { row: line.row, value: line.text });
  }
  for (const { name, row } of open.slice(1)) {
    report.put("ics-invalid", `${name} is begun and never ended`, { row, value: name, hint: `Add END:${name}` });
  }
  return root;
}

function readProperty({ text, row }: Line, report: ImportReport): Property | undefined {
  const parameters = (HEAD.exec(text)?.[0].split(";").length ?? 1) - 1;
  if (parameters > MOST_PARAMETERS) {
    report.put("ics-invalid", `this property has ${parameters} parameters, and at most ${MOST_PARAMETERS} are read`, {
      row,
      value: text,
      hint: "Write NAME:value",
    });
    return undefined;
  }
  try {
    const [name, parameters, type, ...values] = ICAL.parse.property(text) as [
      string,
      Record<string, string>,
      string,
      ...unknown[],
    ];
    return { name: name.toUpperCase(), parameters, type, values, row };
  } catch (error) {
    const problem = `this property cannot be read: ${error instanceof Error ? error.message : ""}`;
    report.put("ics-invalid", problem.replace(/ in '[^]*'$/, "").replace(/"[^]*"$/, "it"), {
      row,
      value: text,
      hint: "Write NAME:value",
    });
    return undefined;
  }
}

export function property({ properties }: Component, name: string): Property | undefined {
  return properties.find((candidate) => candidate.name === name);
}

/** The first value of a property as a text; `undefined` when it says nothing. */
export function textOf(component: Component, name: string): string | undefined {
  const value = property(component, name)?.values[0];
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? undefined : text;
}
