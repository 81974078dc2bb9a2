/** Checks of our own where axe is blind: sizes of targets, contrast of text and marks in SVG, ids, rings that are covered. */

/** Elements that can be pressed. */
export const TARGETS = "a[href], button, input, select, summary, [role=slider]";

const isShown = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && (element as HTMLElement).checkVisibility({ visibilityProperty: true });
};

interface Target {
  readonly element: Element;
  readonly box: DOMRect;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
}

/**
 * Targets smaller than 24 px, unless a circle of 24 px round their middle touches no other small target's circle, they are
 * words in a line of text, or they are source numbers whose address is reached from the bibliography (WCAG 2.2, 2.5.8).
 */
export function smallTargets(root: Element, least = 24): string[] {
  const all = [...root.querySelectorAll(TARGETS)].filter(isShown).map((element): Target => {
    const box = element.getBoundingClientRect();
    return { element, box, x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  const equivalent = addressesOfBibliography(all, least);
  return all
    .filter((target) => isSmall(target, least))
    .filter(({ element }) => !isInText(element))
    .filter(({ element }) => {
      if (!element.matches(SOURCE_NUMBER)) return true;
      return !equivalent.has(element.getAttribute("href")) && !hasMarkFor(element, all, least);
    })
    .filter(({ x, y, element }) =>
      all.some(
        (other) =>
          other.element !== element && !other.element.contains(element) && Math.hypot(other.x - x, other.y - y) < least,
      ),
    )
    .map(({ element, box }) => `${name(element)} ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
}

const SOURCE_NUMBER = ".dl-figure a.dl-source-link";
const isSmall = ({ box }: Target, least: number): boolean => box.width < least - 0.5 || box.height < least - 0.5;

/**
 * Addresses to which a link of the bibliography leads that meets the criterion by itself: it has 24 px, or a circle of 24 px
 * round its middle touches neither another target of the bibliography nor the circle of a small one.
 */
function addressesOfBibliography(all: readonly Target[], least: number): Set<string | null> {
  const own = all.filter(({ element }) => element.closest(".dl-sources"));
  const isFree = (target: Target): boolean =>
    own.every((other) => {
      if (other === target) return true;
      const { left, right, top, bottom } = other.box;
      const [across, down] = [
        Math.max(left - target.x, target.x - right, 0),
        Math.max(top - target.y, target.y - bottom, 0),
      ];
      if (Math.hypot(across, down) < least / 2) return false;
      return !isSmall(other, least) || Math.hypot(other.x - target.x, other.y - target.y) >= least;
    });
  const meeting = own.filter((target) => !isSmall(target, least) || isFree(target));
  return new Set(meeting.map(({ element }) => element.getAttribute("href")));
}

/** Whether a source without an address, whose number leads to its entry, is also shown by the mark of its event. */
function hasMarkFor(element: Element, all: readonly Target[], least: number): boolean {
  const entry = document.getElementById((element.getAttribute("href") ?? "").replace(/^#/, ""));
  const mark = element.closest("[data-event]")?.querySelector("a.dl-mark");
  const target = all.find((one) => one.element === mark);
  return entry?.closest(".dl-sources") != null && target !== undefined && !isSmall(target, least);
}

/** A link in running text, or a field with a label that can be pressed as well. */
function isInText(element: Element): boolean {
  return element.closest("p, li, dd, label") !== null && element.closest("svg") === null;
}

const name = (element: Element): string =>
  `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} "${element.getAttribute("aria-label") ?? element.textContent?.slice(0, 40)}"`;

type Rgb = readonly [number, number, number, number];

const canvas = document
  .createElement("canvas")
  .getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;

/** Any CSS colour as sRGB. */
function rgb(color: string): Rgb {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = "#000";
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

const over = ([r, g, b, a]: Rgb, [x, y, z]: Rgb): Rgb => [
  r * a + x * (1 - a),
  g * a + y * (1 - a),
  b * a + z * (1 - a),
  1,
];

function luminance([r, g, b]: Rgb): number {
  const linear = (c: number): number => (c <= 10.31475 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Opacity of an element with that of everything round it. */
function opacityOf(element: Element, root: Element): number {
  let opacity = 1;
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
    opacity *= Number(getComputedStyle(at).opacity);
  }
  return opacity;
}

/** The darkest ground that text of the picture may stand on: the surface under two bands of eras. */
function ground(root: Element): Rgb {
  const { backgroundColor, color } = getComputedStyle(root);
  const surface = rgb(backgroundColor);
  const [r, g, b] = rgb(color);
  const band = [...root.querySelectorAll<SVGElement>(".dl-band")].map((one) =>
    Number(getComputedStyle(one).fillOpacity),
  );
  return band.length > 0 ? over([r, g, b, Math.max(...band)], surface) : surface;
}

/** Text of the picture with less than 4.5:1, or smaller than 12 px. */
export function faintTexts(root: Element): string[] {
  const under = ground(root);
  return [...root.querySelectorAll<SVGElement>(".dl-figure text")].filter(isShown).flatMap((text) => {
    const { fill, fillOpacity, fontSize } = getComputedStyle(text);
    const [r, g, b, a] = rgb(fill);
    const seen = over([r, g, b, a * Number(fillOpacity) * opacityOf(text, root)], under);
    const ratio = contrast(seen, under);
    const size = Number.parseFloat(fontSize);
    return ratio < 4.5 || size < 12 ? [`"${text.textContent}" ${ratio.toFixed(2)}:1 at ${size} px`] : [];
  });
}

/** Marks whose strongest line or fill has less than 3:1 against the surface. */
export function faintMarks(root: Element): string[] {
  const surface = rgb(getComputedStyle(root).backgroundColor);
  return [...root.querySelectorAll<SVGElement>(".dl-mark")].filter(isShown).flatMap((mark) => {
    const shapes = [...mark.querySelectorAll<SVGElement>("path, circle, rect, line")].filter(
      (shape) => shape.getAttribute("pointer-events") !== "all",
    );
    const ratios = shapes.flatMap((shape) => {
      const { fill, fillOpacity, stroke, strokeOpacity } = getComputedStyle(shape);
      const opacity = opacityOf(shape, root);
      return [
        [fill, fillOpacity],
        [stroke, strokeOpacity],
      ].flatMap(([paint = "none", own]) => {
        if (paint === "none") return [];
        const [r, g, b, a] = rgb(paint);
        return [contrast(over([r, g, b, a * Number(own) * opacity], surface), surface)];
      });
    });
    const best = Math.max(0, ...ratios);
    return best < 3 ? [`${name(mark)} ${best.toFixed(2)}:1`] : [];
  });
}

export function repeatedIds(root: ParentNode): string[] {
  const ids = [...root.querySelectorAll("[id]")].map((element) => element.id);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

/** References by id that lead nowhere. */
export function brokenReferences(root: Element): string[] {
  const known = (id: string): boolean => document.getElementById(id) !== null;
  return ["aria-labelledby", "aria-describedby", "aria-controls"].flatMap((attribute) =>
    [...root.querySelectorAll(`[${attribute}]`)].flatMap((element) =>
      (element.getAttribute(attribute) ?? "").split(/\s+/).filter((id) => !known(id)),
    ),
  );
}

/** Links that lead nowhere even when they are followed: entries of long lists are made then. */
export async function deadLinks(links: Iterable<Element>): Promise<string[]> {
  const ids = new Set([...links].map((link) => (link.getAttribute("href") ?? "").slice(1)));
  const dead: string[] = [];
  for (const id of ids) if (!document.getElementById(id) && !(await isMadeFor(id))) dead.push(id);
  return dead;
}

async function isMadeFor(id: string): Promise<boolean> {
  const { pathname, search } = window.location;
  const changed = new Promise((done) => window.addEventListener("hashchange", done, { once: true }));
  window.location.hash = id;
  await changed;
  window.history.replaceState(null, "", pathname + search);
  return document.getElementById(id) !== null;
}

/** Whether what has the focus can be seen: one of four points just inside its corners, or its middle, is on top. */
export function isUncovered(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const points = [
    [left + 2, top + 2],
    [right - 2, top + 2],
    [left + 2, bottom - 2],
    [right - 2, bottom - 2],
    [x, y],
  ];
  return points.some(([px = 0, py = 0]) => {
    const found = document.elementFromPoint(px, py);
    return found !== null && (element.contains(found) || found.contains(element));
  });
}

/** Width in px and contrast of what shows that an element has the focus. */
export function focusRing(element: Element, root: Element): { width: number; ratio: number } {
  const under = rgb(getComputedStyle(root).backgroundColor);
  const ringed = element.closest(".dl-figure")
    ? element.querySelector(element.matches(".dl-window") ? ":scope > :first-child" : '[pointer-events="all"]')
    : element;
  const style = getComputedStyle(ringed ?? element);
  if (ringed && element.closest(".dl-figure")) {
    const shown = style.stroke !== "none";
    return {
      width: shown ? Number.parseFloat(style.strokeWidth) : 0,
      ratio: shown ? contrast(over(rgb(style.stroke), under), under) : 1,
    };
  }
  const shown = style.outlineStyle !== "none";
  return {
    width: shown ? Number.parseFloat(style.outlineWidth) : 0,
    ratio: contrast(over(rgb(style.outlineColor), under), under),
  };
}

/** How well the words of a part round the picture stand out. */
export function textContrast(element: Element, root: Element): number {
  const under = rgb(getComputedStyle(root).backgroundColor);
  return contrast(over(rgb(getComputedStyle(element).color), under), under);
}

/** Controls that can be used and whose edge has less than 3:1. */
export function faintControls(root: Element): string[] {
  const under = rgb(getComputedStyle(root).backgroundColor);
  return [...root.querySelectorAll(".dl-button:not([aria-disabled]), input:not([type=checkbox]), select")]
    .filter(isShown)
    .flatMap((control) => {
      const ratio = contrast(over(rgb(getComputedStyle(control).borderTopColor), under), under);
      return ratio < 3 ? [`${name(control)} ${ratio.toFixed(2)}:1`] : [];
    });
}

/** HTML text that its own box cuts off. */
export function clippedTexts(root: Element): string[] {
  return [...root.querySelectorAll<HTMLElement>("p, h2, h3, li, button, span, summary, label, dt, dd")]
    .filter((element) => element.checkVisibility() && !element.closest(".dl-hidden, .dl-skip, svg"))
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const cut = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";
      return (
        (cut(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (cut(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    })
    .map((element) => element.textContent ?? "");
}
