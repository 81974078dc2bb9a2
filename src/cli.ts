#!/usr/bin/env node
/** The command-line program `datelines`. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Issue } from "./base/issue.js";
import {
  type CheckCommand,
  type Command,
  type ConvertCommand,
  type InputCommand,
  readArguments,
  type RenderCommand,
} from "./cli/arguments.js";
import { checkLinks } from "./cli/check-links.js";
import { convert } from "./cli/convert.js";
import { type FileInput, readFile } from "./cli/read-file.js";
import { loadLocale, localeCodes } from "./cli/load-locale.js";
import { pageOf } from "./cli/html-page.js";
import { toPng } from "./cli/png.js";
import { Progress } from "./cli/progress.js";
import { countBySeverity, isColorful, issueLines, jsonText, summaryLine } from "./cli/report.js";
import { MisuseError, USAGE, UsageError } from "./cli/usage.js";
import { languageOf } from "./model/document/detect-language.js";
import type { DocumentInput } from "./model/document/document.js";
import type { ParsedDocument } from "./model/document/parse-document.js";
import { parseDocument } from "./parse.js";
import { renderToHtml } from "./render-to-html.js";
import { renderToString } from "./render-to-string.js";

async function main(args: readonly string[]): Promise<number> {
  try {
    return await run(await withLocale(readArguments(args)));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const isMisuse = error instanceof MisuseError;
    console.error(`datelines: ${error.message}.${isMisuse ? " See datelines --help." : ""}`);
    return 2;
  }
}

/** Loads the language named by `--lang`. */
async function withLocale(command: Command): Promise<Command> {
  if (!("lang" in command) || command.lang === undefined) return command;
  return { ...command, options: { ...command.options, locale: await loadLocale(command.lang) } };
}

/** Loads the language that the document names or its texts show, unless `--lang` names one. */
async function withDocumentLocale<T extends InputCommand>(command: T, document: unknown): Promise<T> {
  if (command.options.locale) return command;
  const lang = languageOf(document);
  if (lang === undefined) return command;
  const codes = localeCodes();
  const code = [lang, lang.split("-")[0] as string].find((tag) => codes.includes(tag));
  return code === undefined ? command : { ...command, options: { ...command.options, locale: await loadLocale(code) } };
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
    case "convert":
      return convertFile(command);
  }
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return version;
}

const progress = new Progress(process.stderr);

interface Read<T extends InputCommand> extends FileInput {
  /** The command, with the language of the document. */
  readonly command: T;
  readonly timeline: ParsedDocument["timeline"];
}

/** Reads and parses the file. Every issue has its place in the file. */
async function read<T extends InputCommand>(given: T): Promise<Read<T>> {
  const input = readFile(given, progress);
  progress.stage("reading the dates");
  const command = await withDocumentLocale(given, input.document);
  const { timeline, issues } = parseDocument(input.document, command.options);
  return { ...input, command, timeline, issues: [...input.issues, ...input.locate(issues)] };
}

async function check(command: CheckCommand): Promise<number> {
  const { file, json, links, allowPrivate, all } = command;
  const { document, timeline, issues: found, locate } = await read(command);
  progress.end();
  const limits = allowPrivate ? { isPrivate: () => false } : {};
  const visited = links ? await checkLinks(timeline, declaredSources(document), limits) : [];
  const issues = [...found, ...locate(visited)];
  const placed = timeline.events.length;
  const events = placed + timeline.unplaced.length;
  if (json) console.log(jsonText({ file, events, placed, counts: countBySeverity(issues), issues }));
  else {
    const isColored = isColorful(process.stdout, process.env);
    for (const line of issueLines(file, issues, { isColored, all, events })) console.log(line);
    console.log(summaryLine(events, placed, issues));
  }
  return exitStatus(issues);
}

/** Ids of the sources in the document's own list. */
function declaredSources(document: unknown): ReadonlySet<string> {
  const { sources } = (document ?? {}) as { sources?: object };
  return new Set(typeof sources === "object" && sources !== null ? Object.keys(sources) : []);
}

async function render(given: RenderCommand): Promise<number> {
  const { command, document, timeline, issues } = await read(given);
  const { output, format, options } = command;
  progress.stage("drawing");
  const picture = format === "html" ? page(document, timeline, command) : `${renderToString(document, options)}\n`;
  const data = format === "png" ? await toPng(picture) : picture;
  progress.end();
  write(output, data);
  report(command, issues);
  return exitStatus(issues);
}

async function convertFile(given: ConvertCommand): Promise<number> {
  const { command, document, issues: found } = await read(given);
  progress.stage("writing");
  const { text, issues: losses } = convert(document, command.to, command.options);
  const issues = [...found, ...losses];
  progress.end();
  write(command.output, text);
  report(command, issues);
  return exitStatus(issues);
}

/** Prints errors and warnings beside the output; only `check` prints infos. */
function report({ file, json }: InputCommand, issues: readonly Issue[]): void {
  if (json) {
    console.error(jsonText({ file, counts: countBySeverity(issues), issues }));
    return;
  }
  const isColored = isColorful(process.stderr, process.env);
  const shown = issues.filter((issue) => issue.severity !== "info");
  for (const line of issueLines(file, shown, { isColored, all: false })) console.error(line);
}

function page(
  document: unknown,
  timeline: { readonly title?: string; readonly lang?: string },
  { isStatic, isEmbed, options }: Pick<RenderCommand, "isStatic" | "isEmbed" | "options">,
): string {
  const figure = renderToHtml(document as DocumentInput, {
    ...options,
    narrow: true,
    ...(isStatic ? { toolbar: false } : {}),
  });
  const { locale } = options;
  const title = timeline.title ?? locale?.figure.timeline ?? "Timeline";
  const lang = timeline.lang ?? locale?.code ?? "en";
  return pageOf({ title, lang, figure, isStatic, isEmbed, locale: locale?.code });
}

function write(output: string | undefined, data: string | Uint8Array): void {
  if (output === undefined || output === "-") {
    process.stdout.write(data);
    return;
  }
  try {
    writeFileSync(output, data);
  } catch (error) {
    throw new UsageError(`"${output}" cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function exitStatus(issues: readonly Issue[]): number {
  return issues.some((issue) => issue.severity === "error") ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
