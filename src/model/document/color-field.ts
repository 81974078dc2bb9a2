/** Reads the `color` of a lane or an era. */
import { PALETTE, readColor } from "../../base/color.js";
import type { Fields } from "./fields.js";
import type { Lane } from "../timeline.js";

/** The colour; `undefined` when the field is absent or reported as invalid. */
export function colorField(fields: Fields): Lane["color"] | undefined {
  const raw = fields.value("color");
  const color = readColor(raw);
  if (raw !== undefined && !color) {
    const hint = `Write one of ${PALETTE.join(", ")}, or a hex colour such as #2a54a6`;
    fields.addIssue("color", "color-invalid", "this is not an allowed colour", hint);
  }
  return color;
}
