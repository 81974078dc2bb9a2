import "../../src/style.css";

/** A container of a width, in the page. */
export function container(width: number): HTMLElement {
  document.body.replaceChildren();
  document.body.style.margin = "0";
  const host = document.createElement("div");
  host.style.width = `${width}px`;
  document.body.append(host);
  return host;
}

/** Puts HTML from our own renderer into a container, as a page from a server would have it. */
export function serve(host: HTMLElement, html: string): void {
  host.innerHTML = html;
}

export async function frames(count = 2): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
}

/** Waits until what fades, rises or glides has come to its end. */
export async function animated({ element }: { readonly element: Element }): Promise<void> {
  await Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished));
}

/** Brings a view that moves to rest at once, as every key does. */
export function comeToRest({ element }: { readonly element: Element }): void {
  element.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift", bubbles: true }));
}

/** A face's line box is higher than its ink, by this much in px for Chinese and Japanese at 13 px. */
const LEADING = 2.5;

/** Pairs of boxes that overlap by more than a hair sideways, and downwards by more than the leading of their face. */
export function overlaps(elements: readonly Element[], slack = 0.5, leading = LEADING): string[] {
  // Numbers of a DOMRect are asked of the browser one by one: every pair would ask for eight.
  const boxes = elements
    .map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { element, left, right, top, bottom };
    })
    .filter(({ left, right }) => right > left);
  const found: string[] = [];
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > slack && down > leading) {
        const [one, other] = [a.element.textContent ?? "", b.element.textContent ?? ""];
        found.push(`"${one}" and "${other}" by ${across.toFixed(1)} × ${down.toFixed(1)}`);
      }
    }
  }
  return found;
}

/** The texts of labels in the picture: date, numbers and title, each line by itself. */
export function labelTexts(root: ParentNode): Element[] {
  return [...root.querySelectorAll(".dl-label text:not(:has(tspan)), .dl-label tspan:not(:has(tspan))")];
}

/** The texts round the labels of a picture that stands alone: names of eras, key and note. */
export function frameTexts(root: ParentNode): Element[] {
  const parts = [".dl-eras", ".dl-foot"];
  return [
    ...root.querySelectorAll(
      parts.map((part) => `${part} text:not(:has(tspan)), ${part} tspan:not(:has(tspan))`).join(),
    ),
  ];
}

/** Each text of a picture, line by line. */
export function allTexts(root: ParentNode): Element[] {
  return [...root.querySelectorAll("svg text:not(:has(tspan)), svg tspan:not(:has(tspan))")];
}

/** Texts that stand partly outside of the picture, or of a viewport in it. */
export function leaving(root: ParentNode, slack = 0.5): string[] {
  return allTexts(root).flatMap((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    // A line box is higher than its letters.
    const height = (bottom - top) / 4;
    const outside = viewportsOf(element).some(
      (box) =>
        left < box.left - slack ||
        right > box.right + slack ||
        top + height < box.top - slack ||
        bottom - height > box.bottom + slack,
    );
    return outside && right > left ? [`"${element.textContent}"`] : [];
  });
}

function viewportsOf(element: Element): DOMRect[] {
  const found: DOMRect[] = [];
  for (let at = element.closest("svg"); at; at = at.parentElement?.closest("svg") ?? null) {
    const around = at.parentElement;
    // The box of an inner viewport is that of its contents; its own size is in its attributes.
    if (!(around instanceof SVGGraphicsElement)) found.push(at.getBoundingClientRect());
    else {
      const { x, y, width, height } = at;
      const matrix = around.getScreenCTM() as DOMMatrix;
      const [a, b] = [
        new DOMPoint(x.baseVal.value, y.baseVal.value).matrixTransform(matrix),
        new DOMPoint(x.baseVal.value + width.baseVal.value, y.baseVal.value + height.baseVal.value).matrixTransform(
          matrix,
        ),
      ];
      const [left, top] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
      found.push(new DOMRect(left, top, Math.abs(b.x - a.x), Math.abs(b.y - a.y)));
    }
  }
  return found;
}
