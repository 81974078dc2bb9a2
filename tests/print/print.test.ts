/** Printing: real PDFs of Chromium, read back as text. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/find-browser.mjs";
import { renderToHtml } from "../../src/render-to-html.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const STYLE = readFileSync(`${ROOT}src/style.css`, "utf8");
/** Poppler's reader of PDFs. */
const HAS_READER = spawnSync("pdftotext", ["-v"]).status === 0;

const { document: kursk } = kurskHorizontal();
const titles = (kursk as unknown as { events: { title: string; shortTitle?: string }[] }).events.map(
  ({ title }) => title,
);
const crowd = {
  title: "Many events",
  events: Array.from({ length: 130 }, (_, i) => ({
    id: `e${i}`,
    title: `Event number ${i}`,
    date: `${1900 + (i % 100)}-0${1 + (i % 9)}`,
    sources: [`https://a.example/${i}`],
  })),
};

let browser: Browser;
let folder: string;
let script: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "datelines-print-"));
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}src/global.ts`],
    bundle: true,
    format: "iife",
    globalName: "datelines",
    write: false,
    logLevel: "error",
  });
  script = outputFiles[0]?.text ?? "";
  const executablePath = findBrowser();
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Paper = Parameters<Page["pdf"]>[0];
const A4: Paper = { format: "A4", margin: { top: "11mm", right: "11mm", bottom: "11mm", left: "11mm" } };
const PAPERS: readonly (readonly [string, Paper])[] = [
  ["A4", A4],
  ["A4 landscape", { ...A4, landscape: true }],
  ["Letter", { ...A4, format: "Letter" }],
  ["Letter landscape", { ...A4, format: "Letter", landscape: true }],
];

const pageOf = (figure: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><style>body{margin:0}${STYLE}</style><body><div id="host">${figure}</div>`;

async function open(figure: string, width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.setContent(pageOf(figure));
  return page;
}

async function openLive(document: unknown, options = {}): Promise<Page> {
  const page = await open("");
  await page.addScriptTag({ content: script });
  await page.evaluate(
    ([given, chosen]) => {
      const { datelines } = globalThis as unknown as { datelines: { createTimeline(...args: unknown[]): unknown } };
      Object.assign(globalThis, { timeline: datelines.createTimeline("#host", given, chosen) });
    },
    [document, options] as const,
  );
  return page;
}

/** The text of each page, with single blanks. */
async function print(page: Page, paper: Paper): Promise<readonly string[]> {
  const path = join(folder, "page.pdf");
  await page.pdf({ ...paper, path });
  const { stdout } = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  return stdout
    .split("\f")
    .slice(0, -1)
    .map((text) => text.replace(/\s+/g, " "));
}

/** Where the last event of the picture ends on the page, as a part of the page's width. */
async function pictureOnPaper(page: Page): Promise<{ right: number; bottom: number; pageHeight: number }> {
  await page.emulateMedia({ media: "print" });
  return page.evaluate(() => {
    const marks = [...document.querySelectorAll(".dl-view .dl-mark")].map((mark) => mark.getBoundingClientRect());
    return {
      right: Math.max(...marks.map(({ right }) => right)),
      bottom: Math.max(...marks.map(({ bottom }) => bottom)),
      pageHeight: window.innerHeight,
    };
  });
}

describe.skipIf(!HAS_READER)("a reader prints", () => {
  test.each(PAPERS)("a live figure on %s: every title, and the picture on the first page", async (_, paper) => {
    const page = await openLive(kursk);
    const pages = await print(page, paper);
    const all = pages.join(" ");
    for (const title of titles) expect(all).toContain(title);
    const [first = ""] = pages;
    expect(first).toContain("How the deployment to Kursk came to light");
    // The last event of the picture.
    expect(first).toContain("23 Oct 2025");
    expect(all).toContain("<https://");
    await page.close();
  });

  test.each(PAPERS)(
    "a figure without a script on %s: every title, and the picture on the first page",
    async (_, paper) => {
      const page = await open(renderToHtml(kursk, { width: 1280 }));
      const pages = await print(page, paper);
      for (const title of titles) expect(pages.join(" ")).toContain(title);
      expect(pages[0]).toContain("23 Oct 2025");
      await page.close();
    },
  );

  test("a vertical figure without a script: the picture beside the list, on the first page", async () => {
    const page = await open(renderToHtml(kursk, { width: 360 }), 360);
    const pages = await print(page, A4);
    for (const title of titles) expect(pages.join(" ")).toContain(title);
    expect(pages[0]).toContain("23 Oct 2025");
    expect(pages[0]).toContain("All events (21)");
    await page.close();
  });

  test("a page of two pictures from a phone: the wide one", async () => {
    const page = await open(renderToHtml(kursk, { narrow: true }), 360);
    const [first = ""] = await print(page, A4);
    expect(first).toContain("23 Oct 2025");
    // The head of a lane in a horizontal picture.
    expect(first).toContain("5 events");
    await page.close();
  });

  test("a zoomed figure in which an event is selected: the whole, and then sees what was there before", async () => {
    const page = await openLive(kursk);
    const state = () =>
      page.evaluate(() => {
        const { timeline } = globalThis as unknown as { timeline: { view: unknown; element: Element } };
        const nodes = [...timeline.element.querySelectorAll(".dl-figure *")].map((element) =>
          [element.getAttribute("transform"), element.getAttribute("class"), element.textContent].join(" "),
        );
        return [timeline.view, timeline.element.querySelector(".dl-details")?.textContent, ...nodes];
      });
    await page.evaluate(() => {
      const { timeline } = globalThis as unknown as {
        timeline: { select(id: string): void; setView(view: object): void };
      };
      timeline.setView({ start: Date.UTC(2024, 11, 1), end: Date.UTC(2025, 1, 1) });
      timeline.select("prisoners");
    });
    const before = await state();
    const [first = ""] = await print(page, A4);
    expect(first).toContain("19 Jun 2024");
    expect(first).toContain("23 Oct 2025");
    expect(await state()).toEqual(before);
    await page.close();
  });

  test.each([30, 130])("%i of many events: every title, in two columns from 31 on", async (count) => {
    const page = await openLive({ ...crowd, events: crowd.events.slice(0, count) });
    const pages = await print(page, A4);
    const all = pages.join(" ");
    for (const { title } of crowd.events.slice(0, count)) expect(all).toMatch(new RegExp(`${title}\\b`));
    const columns = await page.evaluate(() => {
      window.dispatchEvent(new Event("beforeprint"));
      return document.querySelectorAll(".dl-list > li").length;
    });
    expect(columns).toBe(count);
    await page.emulateMedia({ media: "print" });
    const style = await page.$eval(".dl-list", (list) => getComputedStyle(list).columnCount);
    expect(style).toBe(count > 30 ? "2" : "auto");
    await page.close();
  });

  test("sources as numbers, whose addresses are in the bibliography", async () => {
    const page = await open(renderToHtml(kursk, { width: 1280 }));
    const pages = await print(page, A4);
    const all = pages.join(" ");
    const list = all.slice(0, all.indexOf("<https://"));
    // The title of a source is in the bibliography alone.
    expect(list.split("NATO chief decries North Korean deployment").length - 1).toBeLessThanOrEqual(1);
    for (let number = 1; number <= 31; number++) expect(all).toContain(`${number}. `);
    expect(list).toContain("[3, 4]");
    await page.close();
  });

  test("and no mark is beyond the edge of the paper", async () => {
    const page = await open(renderToHtml(kursk, { width: 1280 }), 718);
    const { right } = await pictureOnPaper(page);
    expect(right).toBeLessThanOrEqual(718);
    await page.close();
  });
});
