/** Legend entries of aggregates: piles, bars, thin bars, ribbons, and the dots on the line beside them. */
import { CALENDAR_UNITS, type CalendarUnit } from "../../time/calendar-units.js";
import { counted, fill, type Locale } from "../../time/locale.js";
import { perUnit, word } from "../accessible-names.js";
import { type Node, node } from "../node.js";
import { boxPath } from "../path.js";
import { BARS_FORM } from "./legend-contents.js";
import type { LegendEntry } from "./legend-entry.js";

/** Heights of the bars and ends of the thin bars of the examples, in px. */
const STEPS = [5, 8, 3, 11, 6] as const;
const STEP = 4;
const WIDTH = STEPS.length * STEP;
/** Diameters of a dot of a pile, of one on the line and of a named disc, in px. */
const PILE_DOT = 5;
const LINE_DOT = 5.5;
const NAMED_DOT = 10;

/** @param form an id of `LegendContents.forms` */
export function formEntry(form: string, locale: Locale): LegendEntry[] {
  const entry = (label: string, width: number, draw: LegendEntry["draw"]): LegendEntry[] => [
    { id: form.replace(/:.*/, ""), label, width, draw },
  ];
  if (form.startsWith(BARS_FORM)) {
    const unit = CALENDAR_UNITS[Number(form.slice(BARS_FORM.length))] as CalendarUnit;
    const label = fill(word(locale, "keyBars"), perUnit(unit, locale, true));
    return entry(label, WIDTH, (x, y) => [
      filled(STEPS.map((high, i) => boxPath(x + i * STEP, y + 5 - high, STEP, high)).join("")),
    ]);
  }
  switch (form) {
    case "pile":
      return entry(word(locale, "keyPile"), 3 * PILE_DOT + 1, (x, y) =>
        [2, 3, 1].flatMap((high, i) =>
          Array.from({ length: high }, (_, k) =>
            disc(x + PILE_DOT / 2 + i * (PILE_DOT + 0.5), y + 5 - k * PILE_DOT, PILE_DOT - 0.5, `${i}-${k}`),
          ),
        ),
      );
    case "thin-bars":
      return entry(word(locale, "keyThin"), WIDTH, (x, y) => [
        filled(STEPS.map((short, i) => boxPath(x + i, y - 5 + i * 2.25, WIDTH - short, 1.5)).join("")),
      ]);
    case "ribbon":
      return entry(word(locale, "keyRibbon"), WIDTH, (x, y) => {
        const line = `M${x} ${y + 3}h5v-4h5v-4h4v5h6v2`;
        return [
          node("path", "area", { d: `${line}v3H${x}z`, fill: "currentColor", fillOpacity: 0.22 }),
          node("path", "line", { d: line, fill: "none", stroke: "currentColor", strokeWidth: 1.25 }),
        ];
      });
    case "dot":
      return entry(counted(locale, locale.figure.events, 1), LINE_DOT, (x, y) => [disc(x + LINE_DOT / 2, y, LINE_DOT)]);
    case "named":
      return entry(word(locale, "keyNamed"), NAMED_DOT, (x, y) => [disc(x + NAMED_DOT / 2, y, NAMED_DOT)]);
    default:
      return [];
  }
}

function filled(d: string): Node {
  return node("path", "shape", { d, fill: "currentColor" });
}

function disc(cx: number, cy: number, diameter: number, key = "disc"): Node {
  return node("circle", key, { cx, cy, r: diameter / 2, fill: "currentColor" });
}
