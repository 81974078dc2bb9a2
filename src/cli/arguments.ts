/** Reads the command line. Every mistake is one sentence that names the argument. */
import { parseArgs } from "node:util";
import type { TimelineOptions } from "../options.js";
import { UsageError } from "./usage.js";

export type Command =
  | { readonly name: "help" }
  | { readonly name: "version" }
  | RenderCommand
  | {
      readonly name: "check";
      readonly file: string;
      readonly from: InputFormat;
      readonly json: boolean;
      /** Visit the addresses of the sources. */
      readonly links: boolean;
      readonly allowPrivate: boolean;
      readonly options: TimelineOptions;
    };

export interface RenderCommand {
  readonly name: "render";
  readonly file: string;
  readonly from: InputFormat;
  readonly output: string | undefined;
  readonly format: "svg" | "html";
  readonly isStatic: boolean;
  /** For an iframe: tells the page round it how high it is. */
  readonly isEmbed: boolean;
  readonly options: TimelineOptions;
}

export const INPUT_FORMATS = ["auto", "datelines", "timelinejs"] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

const OPTIONS = {
  output: { type: "string", short: "o" },
  from: { type: "string" },
  format: { type: "string" },
  static: { type: "boolean" },
  embed: { type: "boolean" },
  width: { type: "string" },
  orientation: { type: "string" },
  scale: { type: "string" },
  theme: { type: "string" },
  lang: { type: "string" },
  "time-zone": { type: "string" },
  "date-order": { type: "string" },
  now: { type: "string" },
  json: { type: "boolean" },
  links: { type: "boolean" },
  "allow-private": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** Options that only make sense for one command. */
const RENDER_ONLY = ["output", "format", "static", "embed", "width", "orientation", "scale", "theme", "now"] as const;
const CHECK_ONLY = ["json", "links", "allow-private"] as const;

export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help || (args.length === 0 && positionals.length === 0)) return { name: "help" };
  if (values.version) return { name: "version" };
  const [name, file, ...rest] = positionals;
  if (name !== "render" && name !== "check") {
    throw new UsageError(`unknown command "${name ?? ""}"; the commands are render and check`);
  }
  if (file === undefined) throw new UsageError(`${name} needs a file, or - for standard input`);
  if (rest.length > 0) throw new UsageError(`${name} takes one file; "${rest[0]}" is one too many`);
  const from = oneOf(values.from ?? "auto", INPUT_FORMATS, "--from");
  if (name === "check") {
    const foreign = RENDER_ONLY.find((option) => values[option] !== undefined);
    if (foreign) throw new UsageError(`--${foreign} belongs to render, not to check`);
    const { json = false, links = false, "allow-private": allowPrivate = false } = values;
    if (allowPrivate && !links) throw new UsageError("--allow-private belongs to --links");
    return { name, file, from, json, links, allowPrivate, options: common(values) };
  }
  const foreign = CHECK_ONLY.find((option) => values[option] !== undefined);
  if (foreign) throw new UsageError(`--${foreign} belongs to check, not to render`);
  const format = formatOf(values.format, values.output);
  if (values.static && format === "svg") throw new UsageError("--static belongs to html; an svg has no script");
  if (values.embed && format === "svg") throw new UsageError("--embed belongs to html");
  if (values.embed && values.static) throw new UsageError("--embed needs a script and --static leaves it out");
  return {
    name,
    file,
    from,
    output: values.output,
    format,
    isStatic: values.static ?? false,
    isEmbed: values.embed ?? false,
    options: drawing(values),
  };
}

type Values = ReturnType<typeof parse>["values"];

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's message may go on with advice about positionals; its first sentence says what is wrong.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError((message.split(". ")[0] ?? message).replace(/^\w/, (c) => c.toLowerCase()));
  }
}

function formatOf(format: string | undefined, output: string | undefined): "svg" | "html" {
  if (format !== undefined) return oneOf(format, ["svg", "html"], "--format");
  if (output === undefined || /\.svg$/i.test(output)) return "svg";
  if (/\.html?$/i.test(output)) return "html";
  throw new UsageError(`the name "${output}" does not say a format; end it in .svg or .html, or give --format`);
}

function common(values: Values): TimelineOptions {
  if (values.lang !== undefined) oneOf(values.lang, ["en"], "--lang");
  return {
    timeZone: values["time-zone"],
    dateOrder:
      values["date-order"] === undefined
        ? undefined
        : oneOf(values["date-order"], ["DMY", "MDY", "YMD"], "--date-order"),
  };
}

function drawing(values: Values): TimelineOptions {
  return {
    ...common(values),
    width: values.width === undefined ? undefined : widthOf(values.width),
    orientation:
      values.orientation === undefined
        ? undefined
        : oneOf(values.orientation, ["auto", "horizontal", "vertical"], "--orientation"),
    scale: values.scale === undefined ? undefined : oneOf(values.scale, ["auto", "time", "compressed"], "--scale"),
    theme: values.theme === undefined ? undefined : oneOf(values.theme, ["auto", "light", "dark"], "--theme"),
    now: values.now,
  };
}

function widthOf(text: string): number {
  const width = Number(text);
  if (!/^\d+$/.test(text) || width < 100 || width > 20_000) {
    throw new UsageError(`--width "${text}" must be a whole number of px from 100 to 20000`);
  }
  return width;
}

function oneOf<const T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw new UsageError(`${option} "${value}" must be one of ${allowed.join(", ")}`);
  return found;
}
