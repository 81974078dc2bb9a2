/** Something that goes on while a timeline lives: it may look before and after each painting, and it can be stopped. */
export interface Part {
  /** Before the DOM is changed. */
  before?(): void;
  /** After it was. */
  painted?(): void;
  /** After the picture was moved and nothing else changed. */
  moved?(): void;
  /**
   * After document or options were changed, and what they make was painted.
   *
   * @param another the document is another one
   */
  updated?(another: boolean): void;
  /** Leaves no listener, observer, timer or frame. */
  stop(): void;
}

/** What a click is to do: the action of the button that it met, if that has any now, among those that a selector picks. */
export function actionOf({ target }: Event, selector = ""): string | undefined {
  return (target as Element).closest<HTMLElement>(`${selector} [data-action]:not([aria-disabled])`)?.dataset["action"];
}

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
  const all = Object.entries(handlers) as [string, EventListener][];
  for (const [type, handler] of all) target.addEventListener(type, handler, options);
  return () => {
    for (const [type, handler] of all) target.removeEventListener(type, handler, options);
  };
}
