/** Reads the event elements of a SIMILE XML file. */
import { SaxesParser } from "saxes";
import type { ImportReport } from "../import-report.js";
import type { LineIndex } from "../line-index.js";

export interface XmlEvent {
  readonly fields: Readonly<Record<string, string>>;
  /** Row of the start tag, counted from 1. */
  readonly row: number;
}

/** An ampersand that does not begin a reference; the parser would read a name up to the next semicolon. */
const BARE_AMPERSAND = /&(?!(?:#\d+|#x[\da-f]+|[a-z_][\w.-]*);)/gi;

/** Reads all `event` elements, also before and after a part that is not well-formed. */
export function readXmlEvents(text: string, lines: LineIndex, report: ImportReport): XmlEvent[] {
  const events: XmlEvent[] = [];
  const parser = new SaxesParser({ position: true });
  let open: { fields: Record<string, string>; row: number; text: string[] } | undefined;
  let row = 1;
  let errors = 0;
  const bare = text.search(BARE_AMPERSAND);
  if (bare >= 0) {
    report.put("xml-invalid", "this is not well-formed XML: this ampersand is not escaped; it is read as text", {
      ...lines.place(bare),
      value: text.slice(bare, bare + 20),
      hint: "Write & as &amp;",
    });
  }
  const close = (): void => {
    if (!open) return;
    const description = open.text.join("").trim();
    events.push({ fields: description === "" ? open.fields : { ...open.fields, description }, row: open.row });
    open = undefined;
  };
  parser.on("error", (error) => {
    // A broken tag causes follow-up errors; report only the first.
    if (++errors > 1) return;
    const problem = error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
    report.put("xml-invalid", `this is not well-formed XML: ${problem}`, {
      row: parser.line,
      column: parser.column,
      hint: "Write & as &amp; and < as &lt;, and close every tag",
    });
  });
  parser.on("opentagstart", () => {
    row = parser.line;
  });
  parser.on("opentag", (tag) => {
    if (tag.name.toLowerCase() !== "event") return;
    close();
    open = { fields: Object.fromEntries(Object.entries(tag.attributes)), row, text: [] };
  });
  parser.on("text", (part) => open?.text.push(part));
  parser.on("cdata", (part) => open?.text.push(part));
  parser.on("closetag", (tag) => {
    if (tag.name.toLowerCase() === "event") close();
  });
  try {
    parser.write(text.replace(BARE_AMPERSAND, "&amp;")).close();
  } catch (error) {
    report.put("xml-invalid", `the rest cannot be read: ${error instanceof Error ? error.message : ""}`, {});
  }
  close();
  return events;
}
