/** Parses the command line. Every error is one sentence that names the argument. */
import { parseArgs } from "node:util";
import type { TimelineOptions } from "../options.js";
import type { ColumnOptions } from "../import/csv/columns.js";
import type { Format } from "../import/detect.js";
import { DEFAULT_LIMITS, type ImportLimits } from "../import/limits.js";
import { titleTemplate } from "../import/title-template.js";
import { drawingOptions, readingOptions } from "./figure-options.js";
import { oneOf } from "./one-of.js";
import { MisuseError } from "./usage.js";

export type Command =
  | { readonly name: "help" }
  | { readonly name: "version" }
  | RenderCommand
  | ConvertCommand
  | CheckCommand;

/** Options shared by all commands. */
export interface InputCommand {
  readonly file: string;
  readonly from: InputFormat;
  readonly columns: ColumnOptions | undefined;
  /** The row of a table that names the columns, counted from 1. */
  readonly headerRow: number | undefined;
  /** A template of titles: "{Place}, M {Magnitude}". */
  readonly titleFrom: string | undefined;
  readonly limits: Partial<ImportLimits>;
  /** Print one JSON object instead of lines. */
  readonly json: boolean;
  /** Language code of generated words. */
  readonly lang: string | undefined;
  readonly options: TimelineOptions;
}

export interface CheckCommand extends InputCommand {
  readonly name: "check";
  /** Request the address of every source. */
  readonly links: boolean;
  readonly allowPrivate: boolean;
  /** Print every issue instead of grouping equal ones. */
  readonly all: boolean;
}

export interface RenderCommand extends InputCommand {
  readonly name: "render";
  readonly output: string | undefined;
  readonly format: "svg" | "html" | "png";
  readonly isStatic: boolean;
  /** For an iframe: the page reports its height to the embedding page. */
  readonly isEmbed: boolean;
}

export interface ConvertCommand extends InputCommand {
  readonly name: "convert";
  readonly output: string | undefined;
  readonly to: OutputFormat;
}

export type InputFormat = Format | "auto";

const INPUT_FORMATS = [
  ...["auto", "datelines", "csv", "tsv", "timelinejs", "vis", "chrono", "ics", "wikidata", "simile", "records"],
] as readonly InputFormat[];

/** Output formats of `convert`, each with its file name extensions. */
const OUTPUT_EXTENSIONS = {
  datelines: ["json"],
  csv: ["csv"],
  tsv: ["tsv"],
  ics: ["ics"],
  jsonld: ["jsonld"],
  bib: ["bib"],
  ris: ["ris"],
  csl: [],
  timelinejs: [],
} as const satisfies Record<string, readonly string[]>;

export type OutputFormat = keyof typeof OUTPUT_EXTENSIONS;

const OPTIONS = {
  output: { type: "string", short: "o" },
  from: { type: "string" },
  to: { type: "string" },
  column: { type: "string", multiple: true },
  "header-row": { type: "string" },
  title: { type: "string" },
  limit: { type: "string", multiple: true },
  format: { type: "string" },
  static: { type: "boolean" },
  embed: { type: "boolean" },
  story: { type: "boolean" },
  width: { type: "string" },
  height: { type: "string" },
  orientation: { type: "string" },
  scale: { type: "string" },
  form: { type: "string" },
  theme: { type: "string" },
  lang: { type: "string" },
  "time-zone": { type: "string" },
  "date-order": { type: "string" },
  now: { type: "string" },
  "rank-by": { type: "string" },
  json: { type: "boolean" },
  all: { type: "boolean" },
  links: { type: "boolean" },
  "allow-private": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** Options of `render`. */
const RENDER_OPTIONS = [
  "format",
  "static",
  "embed",
  "story",
  "width",
  "height",
  "orientation",
  "scale",
  "form",
  "theme",
  "now",
  "rank-by",
] as const;
const CHECK_OPTIONS = ["links", "allow-private", "all"] as const;
/** Options that a command does not take. */
const REJECTED_OPTIONS = {
  render: ["to", ...CHECK_OPTIONS],
  check: ["output", "to", ...RENDER_OPTIONS],
  convert: [...RENDER_OPTIONS, ...CHECK_OPTIONS],
} as const;

export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help || (args.length === 0 && positionals.length === 0)) return { name: "help" };
  if (values.version) return { name: "version" };
  const [name, file, ...rest] = positionals;
  if (name !== "render" && name !== "check" && name !== "convert") {
    throw new MisuseError(`unknown command "${name ?? ""}"; the commands are render, check and convert`);
  }
  if (file === undefined) throw new MisuseError(`${name} needs a file, or - for standard input`);
  if (rest.length > 0) throw new MisuseError(`${name} takes one file; "${rest[0]}" is a second one`);
  const rejected = REJECTED_OPTIONS[name].find((option) => values[option] !== undefined);
  if (rejected) {
    const isChecking = CHECK_OPTIONS.some((option) => option === rejected);
    const owner =
      rejected === "to" ? "convert" : rejected === "output" ? "render and convert" : isChecking ? "check" : "render";
    throw new MisuseError(`--${rejected} is an option of ${owner}, not of ${name}`);
  }
  const shared: InputCommand = {
    file,
    from: oneOf(values.from ?? "auto", INPUT_FORMATS, "--from"),
    columns: values.column && columnsOf(values.column),
    headerRow: values["header-row"] === undefined ? undefined : rowOf(values["header-row"]),
    titleFrom: values.title === undefined ? undefined : templateOf(values.title),
    limits: limitsOf(values.limit ?? []),
    json: values.json ?? false,
    lang: values.lang,
    options: name === "render" ? drawingOptions(values) : readingOptions(values),
  };
  const { output } = values;
  if (name === "check") {
    const { links = false, "allow-private": allowPrivate = false, all = false } = values;
    if (allowPrivate && !links) throw new MisuseError("--allow-private needs --links");
    return { name, ...shared, links, allowPrivate, all };
  }
  if (name === "convert") return { name, ...shared, output, to: targetOf(values.to, output) };
  const format = formatOf(values.format, output);
  if (values.static && format !== "html") throw new MisuseError(`--static is for html; ${format} has no script`);
  if (values.embed && format !== "html") throw new MisuseError("--embed is for html");
  if (values.story && format !== "html") throw new MisuseError("--story is for html");
  if (values.embed && values.static) throw new MisuseError("--embed needs the script that --static leaves out");
  return { name, ...shared, output, format, isStatic: values.static ?? false, isEmbed: values.embed ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    // Keep the first sentence of Node's message; its advice may span several lines.
    const message = error instanceof Error ? error.message : String(error);
    const [sentence = message] = message.split(/\.?\s*\n|\. /);
    throw new MisuseError(sentence.replace(/^\w/, (c) => c.toLowerCase()));
  }
}

function extensionOf(output: string): string {
  return /\.([a-z]+)$/i.exec(output)?.[1]?.toLowerCase() ?? "";
}

function formatOf(format: string | undefined, output: string | undefined): RenderCommand["format"] {
  if (format !== undefined) return oneOf(format, ["svg", "html", "png"], "--format");
  const extension = output === undefined || output === "-" ? "svg" : extensionOf(output);
  if (extension === "svg" || extension === "png") return extension;
  if (extension === "html" || extension === "htm") return "html";
  throw new MisuseError(`the name "${output}" has no known extension; end it in .svg, .html or .png, or add --format`);
}

function targetOf(to: string | undefined, output: string | undefined): OutputFormat {
  const names = Object.keys(OUTPUT_EXTENSIONS) as OutputFormat[];
  if (to !== undefined) return oneOf(to, names, "--to");
  if (output === undefined || output === "-")
    throw new MisuseError(`convert needs -o with a file name whose extension names the format, or --to`);
  const extension = extensionOf(output);
  const found = names.find((name) => (OUTPUT_EXTENSIONS[name] as readonly string[]).includes(extension));
  if (found) return found;
  throw new MisuseError(`the name "${output}" has no known extension; add --to with one of ${names.join(", ")}`);
}

/** Reads `--column title=Headline`. A repeated field names several columns, for sources. */
function columnsOf(pairs: readonly string[]): ColumnOptions {
  const columns: Record<string, string[]> = {};
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    if (at < 1) throw new MisuseError(`--column "${pair}" must be a field and a header, such as title=Headline`);
    const field = pair.slice(0, at);
    columns[field] = [...(columns[field] ?? []), pair.slice(at + 1)];
  }
  return columns as ColumnOptions;
}

function templateOf(text: string): string {
  if (titleTemplate(text)) return text;
  throw new MisuseError(`--title "${text}" must name a column in braces, such as "{Place}, M {Magnitude}"`);
}

function rowOf(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) {
    throw new MisuseError(`--header-row "${text}" must be the number of the row that names the columns, from 1 on`);
  }
  return Number(text);
}

/** Default limit of bytes. Larger than that of the library: the user of a command knows the file. */
const COMMAND_BYTES_MAX = 256 * 1024 * 1024;

function limitsOf(pairs: readonly string[]): Partial<ImportLimits> {
  const limits: Record<string, number> = { bytes: COMMAND_BYTES_MAX };
  for (const pair of pairs) {
    const [name = "", value = ""] = pair.split("=");
    if (!Object.hasOwn(DEFAULT_LIMITS, name) || !/^[1-9]\d*$/.test(value)) {
      const names = Object.keys(DEFAULT_LIMITS).join(", ");
      throw new MisuseError(
        `--limit "${pair}" must be a name and a whole number, such as events=200000; the names are ${names}`,
      );
    }
    limits[name] = Number(value);
  }
  return limits;
}
