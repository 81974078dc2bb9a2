import type { HtmlContext } from "./context.js";

/** A figure below this width is read on a phone, in px. */
const PHONE_BELOW = 480;

/** Whether a figure is as narrow as a phone. */
export function isPhone({ layout }: Pick<HtmlContext, "layout">): boolean {
  return layout.width < PHONE_BELOW;
}
