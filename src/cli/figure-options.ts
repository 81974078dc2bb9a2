/** Reads the options of the figure from the command line. */
import type { TimelineOptions } from "../options.js";
import { LANE_FORMS } from "../model/document/document.js";
import { parseDate } from "../time/parse-date.js";
import { oneOf } from "./one-of.js";
import { MisuseError } from "./usage.js";

/** Texts of the command line by the names of their options. */
type Values = Readonly<
  Partial<
    Record<
      "time-zone" | "date-order" | "width" | "height" | "orientation" | "scale" | "form" | "theme" | "now" | "rank-by",
      string
    > & { readonly story: boolean }
  >
>;

/** Options that every command has. */
export function readingOptions(values: Values): TimelineOptions {
  return {
    timeZone: values["time-zone"],
    dateOrder:
      values["date-order"] === undefined
        ? undefined
        : oneOf(values["date-order"], ["DMY", "MDY", "YMD"], "--date-order"),
  };
}

/** Options of `render`. */
export function drawingOptions(values: Values): TimelineOptions {
  const scales = ["auto", "time", "segmented", "compressed", "equal", "log"] as const;
  const orientations = ["auto", "horizontal", "vertical"] as const;
  return {
    ...readingOptions(values),
    width: values.width === undefined ? undefined : pixels(values.width, "--width"),
    height: values.height === undefined ? undefined : pixels(values.height, "--height"),
    orientation:
      values.orientation === undefined ? undefined : oneOf(values.orientation, orientations, "--orientation"),
    scale: values.scale === undefined ? undefined : oneOf(values.scale, scales, "--scale"),
    form: values.form === undefined ? undefined : oneOf(values.form, LANE_FORMS, "--form"),
    theme: values.theme === undefined ? undefined : oneOf(values.theme, ["auto", "light", "dark"], "--theme"),
    now: values.now === undefined ? undefined : present(values.now),
    rankBy: values["rank-by"],
    steps: values.story ? "all" : undefined,
  };
}

/** Reads `--now`. A command may use the clock; the library never does. */
function present(text: string): string {
  if (text === "today") return new Date().toISOString().slice(0, 10);
  const { span, issues } = parseDate(text);
  const [error] = issues.filter(({ severity }) => severity === "error");
  if (error) throw new MisuseError(`--now ${error.message}`);
  if (!span || !Number.isFinite(span.start)) {
    throw new MisuseError(`--now "${text}" is not a date; write a date such as 2024-06-19, or today`);
  }
  return text;
}

/** Limits of `--width` and `--height`, in px. */
const WIDTH_MIN = 100;
const WIDTH_MAX = 20_000;

function pixels(text: string, option: string): number {
  const size = Number(text);
  if (!/^\d+$/.test(text) || size < WIDTH_MIN || size > WIDTH_MAX) {
    throw new MisuseError(`${option} "${text}" must be a whole number of px from ${WIDTH_MIN} to ${WIDTH_MAX}`);
  }
  return size;
}
