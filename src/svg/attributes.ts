/**
 * How each attribute of a node is written. The only table of its kind: the text painter and the DOM painter both read it,
 * so that what a server writes and what a browser builds are the same.
 */
import type { Attributes, Node } from "../scene/node.js";

/** Names that are not simply the property in kebab case. */
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
  dataAction: "data-action",
  dataOrientation: "data-orientation",
  dataNarrow: "data-narrow",
  dataTheme: "data-theme",
  dataStatus: "data-status",
  dataSource: "data-source",
  dataSelected: "data-selected",
  dataFind: "data-find",
  dataFold: "data-fold",
  dataChapter: "data-chapter",
  dataSlot: "data-slot",
};

/** Attributes whose `true` is their presence; everywhere else it is the word "true". */
const BOOLEAN: ReadonlySet<string> = new Set(["hidden", "open"]);

/** The attribute's name as it is written. */
export function attributeName(property: string): string {
  return NAMES[property] ?? property;
}

/** The attribute's value as it is written, or `undefined` when it is left out. */
export function attributeValue(property: string, value: unknown): string | undefined {
  if (value === undefined || value === false) return undefined;
  if (value === true) return BOOLEAN.has(property) ? "" : "true";
  if (typeof value === "number") return numberText(value);
  return String(value);
}

/** Hundredths are enough for a picture; -0 and exponents never appear. */
function numberText(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  if (!Number.isFinite(rounded)) return "0";
  return rounded === 0 ? "0" : String(rounded);
}

/** The attributes of a node as they are written, in the order they were given. */
export function attributesOf(node: Node): [name: string, value: string][] {
  const written: [string, string][] = [];
  const { attributes } = node;
  for (const property in attributes) {
    const value = attributeValue(property, attributes[property as keyof Attributes]);
    if (value !== undefined) written.push([attributeName(property), value]);
  }
  return written;
}
