import type { View } from "../../view.js";
import type { TimelineContext } from "../controller/context.js";
import { transferView } from "../store/transfer-view.js";

/** A view of the current figure that shows the time that was remembered; undefined once the document is another one. */
export type RememberedView = () => View | undefined;

/** Remembers a view across changes of the figure, such as another width. */
export function rememberView(context: TimelineContext, view: View = context.state.view): RememberedView {
  const { document } = context.state;
  const { figure } = context.derived;
  return () => {
    if (context.state.document !== document) return undefined;
    const current = context.derived.figure;
    return current === figure ? view : transferView(view, figure, context.state.view, current);
  };
}
