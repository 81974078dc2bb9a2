/** Images of events in a page: what is requested, and that nothing moves. The pictures' host is answered here. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium, type Page, type Request } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBrowser } from "../../scripts/find-browser.mjs";
import type { createTimeline } from "../../src/index.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { lighthouseImages, PICTURES } from "../../stories/gallery/images.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PAGE = "http://page.test/";
const { document: lighthouse } = lighthouseImages();

let browser: Browser;
let script: string;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
  const entryPoints = [`${ROOT}src/global.ts`];
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    format: "iife",
    globalName: "datelines",
    write: false,
  });
  script = outputFiles[0]?.text ?? "";
});
afterAll(() => browser?.close());

interface Setting {
  readonly width?: number;
  readonly height?: number;
  /** Live, else a static page. */
  readonly live?: boolean;
  readonly options?: object;
  readonly policy?: string;
  /** Height of what precedes the figure, in px. */
  readonly above?: number;
  /** The pictures' host answers after this. */
  readonly after?: Promise<void>;
  /** The host of the pictures answers with an error. */
  readonly broken?: boolean;
}

interface Opened {
  readonly page: Page;
  readonly requests: Request[];
}

async function open({
  width = 1280,
  height = 800,
  live,
  options,
  policy,
  broken,
  above = 0,
  after,
}: Setting = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const requests: Request[] = [];
  await page.route("**", async (route) => {
    const url = route.request().url();
    if (url === `${PAGE}style.css`) return route.fulfill({ path: `${ROOT}src/style.css`, contentType: "text/css" });
    if (url.startsWith(PAGE)) {
      const body = live ? `<div id="host"></div>` : renderToHtml(lighthouse, { width, ...options });
      return route.fulfill({
        contentType: "text/html",
        headers: policy === undefined ? {} : { "content-security-policy": policy },
        body: `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="stylesheet" href="style.css"><body style="margin:0"><div style="height:${above}px"></div>${body}`,
      });
    }
    requests.push(route.request());
    await after;
    if (broken) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({
      contentType: "image/png",
      body: readFileSync(`${ROOT}stories/pictures/${url.slice(PICTURES.length)}`),
    });
  });
  await page.goto(PAGE);
  if (live) {
    await page.addScriptTag({ content: script });
    await page.evaluate(
      ([document, given]) => {
        const { datelines } = globalThis as unknown as { datelines: { createTimeline: typeof createTimeline } };
        Object.assign(globalThis, { timeline: datelines.createTimeline("#host", document as never, given as object) });
      },
      [lighthouse, options ?? {}] as const,
    );
  }
  return { page, requests };
}

/** Selects an event and waits for its details. */
async function select(page: Page, id: string): Promise<void> {
  await page.evaluate((event) => {
    (globalThis as unknown as { timeline: { select(id: string): void } }).timeline.select(event);
  }, id);
  await page.waitForSelector(".dl-details:not([hidden])");
}

const frames = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

const complete = (page: Page, selector: string): Promise<unknown> =>
  page.waitForFunction((found) => {
    const images = [...document.querySelectorAll<HTMLImageElement>(found)];
    return images.length > 0 && images.every((image) => image.complete);
  }, selector);

const names = (requests: readonly Request[]): string[] => [
  ...new Set(requests.map((request) => request.url().slice(PICTURES.length))),
];

describe("what a figure requests", () => {
  test("is only images of the data, as images, without a referrer", async () => {
    const { page, requests } = await open({ height: 3000 });
    await complete(page, "img");
    expect(names(requests).sort()).toEqual(["light.png", "rock.png", "tower.png", "wood.png"]);
    for (const request of requests) {
      expect(request.resourceType()).toBe("image");
      expect((await request.allHeaders())["referer"]).toBeUndefined();
    }
    await page.context().close();
  });

  test("is nothing while the figure lies far below the window", async () => {
    const { page, requests } = await open({ above: 20_000 });
    await frames(page);
    expect(requests).toEqual([]);
    await page.evaluate(() => window.scrollTo(0, 20_000));
    await complete(page, ".dl-figure img");
    expect(names(requests)).toContain("light.png");
    await page.context().close();
  });

  test.each([[false], [true]])("is nothing without images, live %s", async (live) => {
    const options = { images: false, steps: [{ event: "wood" }] };
    const { page, requests } = await open({ live, options, height: 3000 });
    if (live) await select(page, "stone");
    await page.waitForSelector(".dl-media figcaption");
    expect(await page.locator("img").count()).toBe(0);
    expect(requests).toEqual([]);
    await page.context().close();
  });
});

describe("an image that comes late", () => {
  test.each([
    ["a static page", 1280, false],
    ["a static page on a phone", 360, false],
    ["a live figure", 1280, true],
    ["a live figure on a phone", 360, true],
  ] as const)("moves nothing: %s", async (_, width, live) => {
    let answer = (): void => {};
    const after = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { page } = await open({ width, height: 4000, live, after });
    const boxes = (): Promise<number[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll(".dl-list li, .dl-media, .dl-label, .dl-image")].map((element) => {
          const { top, height } = element.getBoundingClientRect();
          return Math.round(top * 100 + height);
        }),
      );
    await page.waitForSelector(".dl-list img");
    const before = await boxes();
    answer();
    await complete(page, ".dl-list img");
    expect(await boxes()).toEqual(before);
    await page.context().close();
  });

  test("shifts no layout as Chromium counts it, in details, list, label and story", async () => {
    let answer = (): void => {};
    const after = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { page } = await open({ live: true, height: 2400, after, options: { steps: [{ event: "wood" }] } });
    await select(page, "stone");
    await frames(page);
    await page.evaluate(() => {
      Object.assign(globalThis, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          (globalThis as never as { shift: number }).shift += (entry as never as { value: number }).value;
        }
      }).observe({ type: "layout-shift" });
    });
    answer();
    await complete(page, ".dl-details img, .dl-list img, .dl-figure img, .dl-story img");
    await frames(page);
    expect(await page.evaluate(() => (globalThis as never as { shift: number }).shift)).toBe(0);
    await page.context().close();
  });
});

describe("an image that cannot be had", () => {
  const readable = async (page: Page): Promise<void> => {
    const media = page.locator('.dl-list li[data-event="wood"] .dl-media');
    expect(await media.locator("figcaption").innerText()).toMatch(/seen from the north.*Print: town museum/s);
    const link = media.locator("a");
    expect(await link.getAttribute("href")).toBe("https://museum.example/prints/12");
    expect(await link.evaluate((element) => element.textContent)).toContain("opens in a new tab");
    const box = await media.locator("img").boundingBox();
    expect([box?.width, box?.height]).toEqual([232, 160]);
    expect(await media.locator("img").evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(0);
  };

  test("leaves its room, text alternative, caption and link when it is broken", async () => {
    const { page } = await open({ broken: true, height: 3000 });
    await complete(page, "img");
    await readable(page);
    await page.context().close();
  });

  test("leaves the same when the page's policy blocks it, and is not requested", async () => {
    const { page, requests } = await open({
      policy: "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'",
      height: 3000,
    });
    await complete(page, "img");
    await readable(page);
    expect(requests).toEqual([]);
    await page.context().close();
  });

  test("is shown under a policy that names its host", async () => {
    const { page } = await open({
      policy: `default-src 'none'; style-src 'self' 'unsafe-inline'; img-src ${PICTURES}`,
      height: 3000,
    });
    await complete(page, "img");
    const widths = await page.evaluate(() => [...document.images].map(({ naturalWidth }) => naturalWidth));
    expect(new Set(widths)).toEqual(new Set([464]));
    await page.context().close();
  });
});

test("the details show the image of the event that the reader goes to", async () => {
  const { page } = await open({ live: true });
  await select(page, "wood");
  const image = page.locator(".dl-details img");
  expect(await image.getAttribute("alt")).toBe("A dark wooden tower on the rock at sunset");
  await select(page, "survey");
  expect(await image.getAttribute("src")).toBe(`${PICTURES}rock.png`);
  const box = await image.boundingBox();
  expect([box?.width, box?.height]).toEqual([232, 160]);
  await page.context().close();
});

test("an image is not printed; its caption is", async () => {
  const { page } = await open();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".dl-list img:visible").count()).toBe(0);
  expect(await page.locator(".dl-list figcaption:visible").count()).toBeGreaterThan(3);
  await page.context().close();
});
