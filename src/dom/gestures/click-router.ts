/**
 * Every click in the figure arrives here. The table in `controller/behaviors.ts` says who may take it, in which order; the
 * first handler that takes a click ends the search.
 */
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { hitTest } from "./hit-test.js";

export interface Click {
  readonly event: MouseEvent;
  /** The element under the pointer. */
  readonly target: Element;
  /** The element that the click means: of several small marks the nearest. */
  readonly hit: Element;
  /** The button that was clicked, unless it has nothing to do now. */
  readonly button: HTMLElement | undefined;
  /** The `data-action` of the button. */
  readonly action: string | undefined;
  /** Whether a key or a screen reader made the click: it has no pointer position. */
  readonly isFromKeyboard: boolean;
}

export interface ClickHandler {
  /**
   * Whether the handler also takes clicks with a modifier key or another button, and clicks that the page has prevented.
   * On a link those open a tab or a download, so the handlers of links leave them to the browser. Default false.
   */
  readonly anyClick?: boolean;
  /** Handles the click and returns true, or leaves it to the next handler. */
  handle(click: Click): boolean;
}

/** Handles the buttons that a table names, by their `data-action`. */
export function buttonHandler(
  actions: Readonly<Record<string, (click: Click) => void>>,
  anyClick = false,
): ClickHandler {
  return {
    anyClick,
    handle(click) {
      const { action } = click;
      if (action === undefined || !Object.hasOwn(actions, action)) return false;
      actions[action]?.(click);
      return true;
    },
  };
}

export function createClickRouter(context: TimelineContext, handlers: readonly ClickHandler[]): Behavior {
  const onClick = (event: MouseEvent): void => {
    const isPlain = isPlainClick(event);
    const click = clickOf(event);
    // A link around a button leads to what the button does, where there is no script.
    if (isPlain && click.button && click.hit.closest("a")) event.preventDefault();
    for (const handler of handlers) if ((isPlain || handler.anyClick) && handler.handle(click)) return;
  };
  return { stop: listen(context.element, { click: onClick }) };
}

function clickOf(event: MouseEvent): Click {
  const target = event.target as Element;
  const button = target.closest<HTMLElement>("[data-action]:not([aria-disabled])") ?? undefined;
  const action = button?.dataset["action"];
  return { event, target, hit: hitTest(event), button, action, isFromKeyboard: event.detail === 0 };
}

function isPlainClick({ defaultPrevented, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return !(defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey);
}
