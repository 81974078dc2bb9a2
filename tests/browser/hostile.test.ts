/** A page whose own rules for elements would break any picture, and a reader or a printer without colours. */
import { afterEach, describe, expect, test } from "vitest";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { everyStatus } from "../../stories/gallery/sources.js";
import { live, part } from "./live.js";
import { frames } from "./support.js";

const { document: kursk } = kurskHorizontal();

const HOSTILE = `
  * { box-sizing: content-box; letter-spacing: 0.3em; word-spacing: 1em; text-transform: uppercase; transition: all 3s; padding: 3px }
  svg { width: 50px; height: 50px; fill: red; max-width: 100%; float: right; padding: 9px }
  rect, path, circle, line, svg path { fill: red; stroke: lime; stroke-width: 9; opacity: 0.3 }
  g { opacity: 0.5; transform: rotate(2deg) }
  text { font-size: 40px; font-weight: 900; fill: red; text-anchor: end }
  tspan { font-size: 8px }
  a { display: block; color: lime; padding: 9px; text-decoration: line-through; border-bottom: 3px solid red }
  h2, h3 { color: lime; font-size: 60px; text-align: center; margin: 2em }
  p { line-height: 4; text-indent: 3em; color: lime }
  ul, ol { list-style: square; padding: 60px }
  li { display: inline-block; margin: 20px }
  button { background: lime; border: 9px solid red; width: 300px; float: left; font-size: 30px }
  input, select { width: 10px; background: red }
  section, figure, figcaption, details { padding: 40px; margin: 40px; border: 5px solid red; display: flex }
  summary, dialog { display: none }
  strong, span { color: red; font-size: 3px }
`;
const LOOKS = [
  "fill",
  "stroke",
  "stroke-width",
  "opacity",
  "color",
  "background-color",
  "font-size",
  "font-weight",
  "letter-spacing",
  "text-transform",
  "text-decoration-line",
  "border-top-width",
  "display",
] as const;

interface Look {
  readonly name: string;
  readonly place: readonly number[];
  readonly style: string;
}

/** Position and style of each element. */
function looks(timeline: Timeline): Look[] {
  // What opens is looked at when it is open.
  for (const animation of timeline.element.getAnimations({ subtree: true })) animation.finish();
  const root = timeline.element.getBoundingClientRect();
  return [timeline.element, ...timeline.element.querySelectorAll("*")].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      name: `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`,
      place: [left - root.left, top - root.top, width, height],
      style: LOOKS.map((look) => `${look}: ${style.getPropertyValue(look)}`).join("; "),
    };
  });
}

/** Elements that look otherwise, or stand elsewhere by more than a pixel; nothing of what takes no room. */
function changed(before: readonly Look[], after: readonly Look[]): string[] {
  return after.flatMap(({ name, place, style }, i) => {
    const old = before[i] as Look;
    if (place[2] === 0 && place[3] === 0 && old.place[2] === 0) return [];
    const moved = place.some((px, k) => Math.abs(px - (old.place[k] as number)) > 1);
    return moved || style !== old.style
      ? [`${name} ${place.join(" ")} ${style}, was ${old.place.join(" ")} ${old.style}`]
      : [];
  });
}

afterEach(() => {
  document.adoptedStyleSheets = [];
  for (const style of document.head.querySelectorAll("style[data-hostile]")) style.remove();
});

async function withHostile(where: "before" | "after"): Promise<void> {
  const style = document.createElement("style");
  style.dataset["hostile"] = "";
  // The page decides where the figure is.
  for (const around of document.querySelectorAll<HTMLElement>("html, body, body > div")) around.style.padding = "0";
  style.textContent = HOSTILE;
  if (where === "before") document.head.prepend(style);
  else document.head.append(style);
  await frames();
}

describe("a page with CSS rules for elements", () => {
  test.each(["before", "after"] as const)(
    "that come %s our stylesheet does not change the figure",
    { timeout: 300_000 },
    async (where) => {
      for (const width of [1000, 360]) {
        const timeline = await live(kursk, { selected: "prisoners", steps: [{ event: "museum" }] }, width);
        part(timeline, '[data-action="find"]').click();
        await frames();
        const clean = looks(timeline);
        await withHostile(where);
        const marred = looks(timeline);
        expect(changed(clean, marred).slice(0, 8)).toEqual([]);
        for (const style of document.head.querySelectorAll("style[data-hostile]")) style.remove();
      }
    },
  );

  test("a control: the same rules break a picture that is not guarded", async () => {
    const timeline = await live(kursk);
    const clean = looks(timeline);
    timeline.element.classList.remove("datelines");
    part<SVGElement>(timeline, ".dl-figure").classList.remove("dl-figure");
    await withHostile("before");
    expect(changed(clean, looks(timeline)).length).toBeGreaterThan(clean.length / 2);
  });

  test("colours of ours are still set by custom properties", async () => {
    await withHostile("before");
    const timeline = await live(kursk);
    timeline.element.style.setProperty("--dl-surface", "rgb(1, 2, 3)");
    timeline.element.style.setProperty("--dl-blue", "rgb(4, 5, 6)");
    expect(getComputedStyle(timeline.element).backgroundColor).toBe("rgb(1, 2, 3)");
    expect(getComputedStyle(part<SVGElement>(timeline, ".dl-blue .dl-fill")).fill).toBe("rgb(4, 5, 6)");
  });

  test("custom details follow the page's rules", async () => {
    const timeline = await live(kursk, {
      selected: "prisoners",
      details: () => {
        const own = document.createElement("em");
        own.textContent = "own";
        return own;
      },
    });
    const sheet = new CSSStyleSheet();
    sheet.insertRule("em { color: rgb(9, 8, 7) }");
    document.adoptedStyleSheets = [sheet];
    expect(getComputedStyle(part(timeline, ".dl-details-custom em")).color).toBe("rgb(9, 8, 7)");
  });
});

/** What a glyph of the key paints, in grey: one number a pixel, at twice the size. */
async function inGrey(glyph: SVGElement): Promise<number[]> {
  const copy = glyph.cloneNode(true) as SVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("color", "#444");
  for (const colored of copy.querySelectorAll<SVGElement>("[fill^='#'], [stroke^='#']")) {
    const grey = (name: string): void => {
      const value = colored.getAttribute(name);
      if (value?.startsWith("#") && value !== "#ffffff") colored.setAttribute(name, "#444");
    };
    grey("fill");
    grey("stroke");
  }
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [96, 48];
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, 96, 48);
  pen.drawImage(image, 0, 0, image.width * 2, image.height * 2);
  const { data } = pen.getImageData(0, 0, 96, 48);
  return Array.from({ length: data.length / 4 }, (_, i) => data[i * 4] as number);
}

/** Pixels that differ by more than a quarter of the way from black to white. */
const differing = (a: readonly number[], b: readonly number[]): number =>
  a.filter((value, i) => Math.abs(value - (b[i] as number)) > 64).length;

describe("without colours", () => {
  test("each status differs by shape or stroke", async () => {
    const timeline = await live(everyStatus().document);
    const entries = [...timeline.element.querySelectorAll(".dl-key > li")];
    const names = entries.map((entry) => entry.textContent ?? "");
    expect(names).toEqual(
      expect.arrayContaining(["confirmed", "reported", "presumed", "disputed", "denied", "planned"]),
    );
    const pictures = await Promise.all(entries.map((entry) => inGrey(entry.querySelector("svg") as SVGElement)));
    const alike: string[] = [];
    for (let i = 0; i < names.length; i++)
      for (let j = i + 1; j < names.length; j++) {
        const count = differing(pictures[i] as number[], pictures[j] as number[]);
        if (count < 24) alike.push(`${names[i]} and ${names[j]}: ${count} px`);
      }
    expect(alike).toEqual([]);
    expect(differing(pictures[0] as number[], pictures[0] as number[])).toBe(0);
  });
});
