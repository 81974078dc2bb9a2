/** What the HTML parts share. */
import type { FigureLayout } from "../layout/figure-layout.js";
import type { SceneContext } from "../scene/context.js";

export interface HtmlContext extends SceneContext {
  /** A script is in charge: buttons work. Without one they stay hidden. */
  readonly live: boolean;
  readonly layout: FigureLayout;
}

/** What the words of events and sources need to know: nothing of the view, so that they can be kept from frame to frame. */
export type WordContext = Pick<HtmlContext, "timeline" | "locale" | "idPrefix">;
