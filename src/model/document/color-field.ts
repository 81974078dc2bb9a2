/** Reads the `color` of a lane or an era. */
import { PALETTE, readColor } from "../../base/color.js";
import type { Fields } from "./fields.js";
import type { Lane } from "../timeline.js";

/** The colour, or `undefined` where there is none; one that is not allowed is reported. */
export function colorField(fields: Fields): Lane["color"] | undefined {
  const raw = fields.value("color");
  const color = readColor(raw);
  if (raw !== undefined && !color) {
    const hint = `Write one of ${PALETTE.join(", ")}, or a hex colour such as #2a54a6`;
    fields.addIssue("color", "color-invalid", "this is not a colour that is allowed", hint);
  }
  return color;
}
