/** What the HTML parts share. */
import type { FigureLayout } from "../layout/figure-layout.js";
import type { SceneContext } from "../scene/context.js";

export interface HtmlContext extends SceneContext {
  /** A script is in charge: buttons work. Without one they stay hidden. */
  readonly live: boolean;
  readonly layout: FigureLayout;
}
