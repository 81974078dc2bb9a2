import { type Attributes, type Node, node } from "../scene/node.js";

/**
 * A button; the browser script handles its action.
 *
 * @param content visible text, and the accessible name unless the attributes give one
 */
export function buttonNode(
  action: string,
  content: string | readonly Node[],
  attributes: Attributes = {},
  className = "dl-button",
): Node {
  return node("button", action, { type: "button", className, dataAction: action, ...attributes }, content);
}

/** Width and height of an icon, in px. */
const ICON_SIZE = 16;

/** Outlines of the icons in a square of 16 px. */
const ICONS = {
  minus: "M3 8h10",
  plus: "M3 8h10M8 3v10",
  fit: "M1.5 4.5v7M14.5 4.5v7M4 8h8M6.5 5.5 4 8l2.5 2.5M9.5 5.5 12 8l-2.5 2.5",
  earlier: "M10 3 5 8l5 5",
  later: "M6 3l5 5-5 5",
  back: "M6 3.5 2.5 7 6 10.5M3 7h6.5a3.5 3.5 0 0 1 0 7H7",
  search: "M2 6.75a4.75 4.75 0 1 0 9.5 0a4.75 4.75 0 1 0-9.5 0M10.25 10.25 14 14",
  more: "M3 7.25v1.5M8 7.25v1.5M13 7.25v1.5M2.25 8h1.5M7.25 8h1.5M12.25 8h1.5",
  close: "M3 3l10 10M13 3 3 13",
  down: "M3 6l5 5 5-5",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
} as const;

export type Icon = keyof typeof ICONS;

/** A drawn icon, as large as the text round it makes it. */
export function iconNode(icon: Icon): Node {
  const shape = node("path", "shape", {
    d: ICONS[icon],
    fill: "none",
    stroke: "currentColor",
    strokeWidth: 1.5,
    strokeLinecap: "round",
    strokeLinejoin: "round",
  });
  const viewBox = `0 0 ${ICON_SIZE} ${ICON_SIZE}`;
  return node(
    "svg",
    "icon",
    { className: "dl-glyph dl-icon", width: ICON_SIZE, height: ICON_SIZE, viewBox, ariaHidden: true },
    [shape],
  );
}

/** A button that shows an icon. Its name is read by screen readers and shown on hover and focus. */
export function iconButton(action: string, icon: Icon, name: string, attributes: Attributes = {}): Node {
  return buttonNode(action, [iconNode(icon)], { ariaLabel: name, ...attributes }, "dl-tool");
}
