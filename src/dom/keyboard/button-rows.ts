/** Rows of buttons, in which arrow keys move the focus. Each row is one tab stop (roving tabindex). */
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";

const ROW = ".dl-toolbar, .dl-story-buttons, .dl-details-buttons";

/** The rows of a figure. They stand near the figure's own children, so the picture and the lists need not be searched. */
const rowsOf = (figure: Element): Element[] =>
  [...figure.children].flatMap((child) =>
    child.matches(ROW) ? [child] : child.matches(".dl-story, .dl-details") ? [...child.querySelectorAll(ROW)] : [],
  );

const buttonsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll("button")];

const isUsable = (button: HTMLElement): boolean => button.closest("[hidden]") === null;

/** Whether an element is in a row of buttons. */
export const isInButtonRow = (target: Element): boolean => target.closest(ROW) !== null;

/** Moves the focus along a row. Returns whether the key does that. */
export function moveAlongButtons(target: Element, key: string, isRightToLeft: boolean): boolean {
  const row = target.closest(ROW);
  const buttons = row ? buttonsOf(row).filter(isUsable) : [];
  const at = buttons.indexOf(target as HTMLElement);
  const forward = isRightToLeft ? -1 : 1;
  const to = { ArrowLeft: at - forward, ArrowRight: at + forward, Home: 0, End: buttons.length - 1 }[key];
  if (to === undefined) return false;
  buttons[to]?.focus();
  return true;
}

/** Keeps the button of each row that was used last as the row's tab stop. */
export function createButtonRows({ element }: TimelineContext): Behavior {
  const lastUsed = new WeakMap<Element, HTMLElement>();
  const rove = (): void => {
    const { activeElement } = element.ownerDocument;
    for (const row of rowsOf(element)) {
      const buttons = buttonsOf(row);
      const usable = buttons.filter(isUsable);
      const current =
        usable.find((button) => button === activeElement) ??
        usable.find((button) => button === lastUsed.get(row)) ??
        usable[0];
      if (current) lastUsed.set(row, current);
      for (const button of buttons) {
        const tabIndex = button === current ? 0 : -1;
        if (button.tabIndex !== tabIndex) button.tabIndex = tabIndex;
      }
    }
  };
  return { painted: rove, stop: listen(element, { focusin: rove }) };
}
