/**
 * The one table of how attributes are written. The text painter and the DOM painter both read it, so that a server and a
 * browser produce the same.
 */
import type { Attributes, Node } from "../scene/node.js";

/** Written names that differ from the property name. */
const NAMES: Readonly<Record<string, string>> = {
  className: "class",
  viewBox: "viewBox",
  ariaLabel: "aria-label",
  ariaLabelledby: "aria-labelledby",
  ariaDescribedby: "aria-describedby",
  ariaRoledescription: "aria-roledescription",
  ariaHidden: "aria-hidden",
  ariaCurrent: "aria-current",
  ariaExpanded: "aria-expanded",
  ariaControls: "aria-controls",
  ariaPressed: "aria-pressed",
  ariaDisabled: "aria-disabled",
  ariaKeyshortcuts: "aria-keyshortcuts",
  fillOpacity: "fill-opacity",
  strokeWidth: "stroke-width",
  strokeOpacity: "stroke-opacity",
  strokeDasharray: "stroke-dasharray",
  strokeLinecap: "stroke-linecap",
  strokeLinejoin: "stroke-linejoin",
  paintOrder: "paint-order",
  fontFamily: "font-family",
  fontSize: "font-size",
  fontWeight: "font-weight",
  textAnchor: "text-anchor",
  pointerEvents: "pointer-events",
  dataEvent: "data-event",
  dataCluster: "data-cluster",
  dataEvents: "data-events",
  dataAggregate: "data-aggregate",
  dataAction: "data-action",
  dataLane: "data-lane",
  dataOrientation: "data-orientation",
  dataNarrow: "data-narrow",
  dataPhone: "data-phone",
  dataZoomed: "data-zoomed",
  dataTheme: "data-theme",
  dataTwin: "data-twin",
  dataInk: "data-ink",
  dataSurface: "data-surface",
  dataStatus: "data-status",
  dataSource: "data-source",
  dataStep: "data-step",
  dataLive: "data-live",
  dataSelected: "data-selected",
  dataFind: "data-find",
  dataFold: "data-fold",
  dataChapter: "data-chapter",
  dataSlot: "data-slot",
};

/** Attributes whose `true` is written as presence; all others write the word "true". */
const BOOLEAN: ReadonlySet<string> = new Set(["hidden", "open"]);

/** The written name of an attribute. */
export function attributeName(property: string): string {
  return NAMES[property] ?? property;
}

/** The written value of an attribute, or `undefined` when it is omitted. */
export function attributeValue(property: string, value: unknown): string | undefined {
  if (value === undefined || value === false) return undefined;
  if (value === true) return BOOLEAN.has(property) ? "" : "true";
  if (typeof value === "number") return numberText(value);
  return String(value);
}

/** A number rounded to hundredths, never -0 and never with an exponent. */
function numberText(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  if (!Number.isFinite(rounded)) return "0";
  return rounded === 0 ? "0" : String(rounded);
}

/** The written attributes of a node, in the given order. */
export function attributesOf(node: Node): [name: string, value: string][] {
  const written: [string, string][] = [];
  const { attributes } = node;
  for (const property in attributes) {
    const value = attributeValue(property, attributes[property as keyof Attributes]);
    if (value !== undefined) written.push([attributeName(property), value]);
  }
  return written;
}
