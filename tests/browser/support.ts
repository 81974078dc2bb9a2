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

/** A face's line box is higher than its ink, by this much in px for Chinese and Japanese at 13 px. */
const LEADING = 2.5;

/** Pairs of boxes that overlap by more than a hair sideways, and downwards by more than the leading of their face. */
export function overlaps(elements: readonly Element[], slack = 0.5): string[] {
  const boxes = elements
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0);
  const found: string[] = [];
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length; j++) {
      const [a, b] = [boxes[i]?.box as DOMRect, boxes[j]?.box as DOMRect];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > slack && down > LEADING) {
        const text = (k: number): string => boxes[k]?.element.textContent ?? "";
        found.push(`"${text(i)}" and "${text(j)}" by ${across.toFixed(1)} × ${down.toFixed(1)}`);
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
