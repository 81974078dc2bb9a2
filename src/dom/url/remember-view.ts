import type { View } from "../../view.js";
import { sameTime } from "../controller/transfer-view.js";
import type { Stage } from "../controller/controller.js";

/**
 * Keeps a view for later. Meanwhile the figure may have become another one: it is asked for as a view of the figure there is
 * then, which shows the same time, and there is none once the document is another one.
 */
export function keep(stage: Stage, view: View = stage.view): () => View | undefined {
  const { document, figure } = stage;
  return () => {
    if (stage.document !== document) return undefined;
    return stage.figure === figure ? view : sameTime(view, figure, stage.view, stage.figure);
  };
}
