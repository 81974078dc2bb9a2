/** One concern of a live timeline, such as the tooltip or the minimap. Behaviours start in any order. */
export interface Behavior {
  /** Called once, when every behaviour exists and the first picture shows. It may dispatch actions. */
  start?(): void;
  /** Called before the DOM is patched. */
  beforePaint?(): void;
  /** Called after the DOM is patched, and once before `start`. */
  painted?(): void;
  /** Called after the picture was only translated; nothing else has changed. */
  translated?(): void;
  /**
   * Called after document or options changed, and the page shows the change.
   *
   * @param isNewDocument whether the document is another one
   */
  updated?(isNewDocument: boolean): void;
  /** Removes every listener, observer, timer and frame request of the behaviour. */
  stop?(): void;
}

/** Ends several subscriptions. */
export const stopAll = (stops: readonly (() => void)[]): void => {
  for (const stop of stops) stop();
};

/**
 * Listens to several kinds of events of one target.
 *
 * @returns the way to stop
 */
export function listen(
  target: EventTarget,
  handlers: Readonly<Record<string, (event: never) => void>>,
  options?: AddEventListenerOptions,
): () => void {
  const entries = Object.entries(handlers) as [string, EventListener][];
  for (const [type, handler] of entries) target.addEventListener(type, handler, options);
  return () => {
    for (const [type, handler] of entries) target.removeEventListener(type, handler, options);
  };
}
