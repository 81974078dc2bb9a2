/** The command `datelines`. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Issue } from "./base/issue.js";
import { readArguments, type Command, type RenderCommand } from "./cli/arguments.js";
import { checkLinks } from "./cli/check-links.js";
import { readInput } from "./cli/input.js";
import { pageOf } from "./cli/page.js";
import { countBySeverity, issueLine, jsonText, summaryLine } from "./cli/report.js";
import { USAGE, UsageError } from "./cli/usage.js";
import { parseDocument } from "./model/parse-document.js";
import { renderToHtml } from "./render-to-html.js";
import { renderToString } from "./render-to-string.js";

async function main(args: readonly string[]): Promise<number> {
  try {
    return await run(readArguments(args));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`datelines: ${error.message}. See datelines --help.`);
    return 2;
  }
}

function run(command: Command): number | Promise<number> {
  switch (command.name) {
    case "help":
      process.stdout.write(USAGE);
      return 0;
    case "version":
      console.log(version());
      return 0;
    case "check":
      return check(command);
    case "render":
      return render(command);
  }
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return version;
}

async function check(command: Extract<Command, { name: "check" }>): Promise<number> {
  const { file, from, json, links, allowPrivate, options } = command;
  const input = readInput(file, from);
  const { timeline, issues: found } = parseDocument(input.document, options);
  const limits = allowPrivate ? { isPrivate: () => false } : {};
  const visited = links ? await checkLinks(timeline, declaredSources(input.document), limits) : [];
  const issues = [...input.issues, ...[...found, ...visited].map(input.locate)];
  const placed = timeline.events.length;
  const events = placed + timeline.unplaced.length;
  if (json) console.log(jsonText({ file, events, placed, counts: countBySeverity(issues), issues }));
  else {
    for (const issue of issues) console.log(issueLine(file, issue));
    console.log(summaryLine(events, placed, issues));
  }
  return exitStatus(issues);
}

/** Ids of the sources that stand in the document's own list. */
function declaredSources(document: unknown): ReadonlySet<string> {
  const { sources } = (document ?? {}) as { sources?: object };
  return new Set(typeof sources === "object" && sources !== null ? Object.keys(sources) : []);
}

function render({ file, from, output, format, isStatic, isEmbed, options }: RenderCommand): number {
  const input = readInput(file, from);
  const { timeline, issues: found } = parseDocument(input.document, options);
  const issues = [...input.issues, ...found.map(input.locate)];
  const text =
    format === "svg"
      ? `${renderToString(input.document, options)}\n`
      : page(input.document, timeline, { isStatic, isEmbed, options });
  write(output, text);
  // Remarks are for `check`; errors and warnings are said here too, beside the picture.
  for (const issue of issues) if (issue.severity !== "info") console.error(issueLine(file, issue));
  return exitStatus(issues);
}

function page(
  document: unknown,
  timeline: { readonly title?: string; readonly lang?: string },
  { isStatic, isEmbed, options }: Pick<RenderCommand, "isStatic" | "isEmbed" | "options">,
): string {
  const figure = renderToHtml(document, isStatic ? { ...options, toolbar: false } : options);
  return pageOf({ title: timeline.title ?? "Timeline", lang: timeline.lang ?? "en", figure, isStatic, isEmbed });
}

function write(output: string | undefined, text: string): void {
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(output, text);
  } catch (error) {
    throw new UsageError(`"${output}" cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function exitStatus(issues: readonly Issue[]): number {
  return issues.some((issue) => issue.severity === "error") ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
