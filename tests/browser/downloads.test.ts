/** Files of the download menu: made in the page, named after the title, the same as the exporters make. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { hydrateTimeline } from "../../src/dom/controller/create.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { toCsv, toJson } from "../../src/export.js";
import { de } from "../../src/locales/de.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { renderToString } from "../../src/render-to-string.js";
import { live, part } from "./live.js";
import { container, serve } from "./support.js";

const DATA = {
  title: 'What: a "test"? / 1848…',
  events: [
    { id: "a", title: "A", date: "1848-02-21", tags: ["x"], sources: ["https://a.example/"] },
    { id: "b", title: "B", date: "1850", end: "1851", sources: ["https://a.example/"] },
  ],
};
const ALL = ["svg", "png", "csv", "json"] as const;

interface Taken {
  readonly name: string;
  readonly file: Blob;
}
const taken: Promise<Taken>[] = [];

// The test catches each file before the browser saves it.
beforeEach(() => {
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    const name = this.download;
    taken.push(fetch(this.href).then(async (answer) => ({ name, file: await answer.blob() })));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  taken.length = 0;
});

const menuOf = (timeline: Timeline): HTMLElement => part(timeline, ".dl-downloads");
const openMenu = (timeline: Timeline): Promise<void> => userEvent.click(part(timeline, '[data-action="more"]'));

async function take(timeline: Timeline, format: string): Promise<Taken> {
  const menu = menuOf(timeline);
  if (!menu.checkVisibility()) await openMenu(timeline);
  await userEvent.click(menu.querySelector(`[data-action="download-${format}"]`) as Element);
  await expect.poll(() => taken).toHaveLength(1);
  return (await taken[0]) as Taken;
}

/** Fails once, like an image that the page's policy refuses. */
const refuse = () => vi.spyOn(HTMLImageElement.prototype, "decode").mockRejectedValue(new Error("refused"));

describe("the download menu", () => {
  test("is absent without the option", async () => {
    const timeline = await live(DATA);
    expect(timeline.element.querySelector(".dl-downloads")).toBeNull();
  });

  test("has the formats of the option, in its order", async () => {
    const timeline = await live(DATA, { downloads: ["json", "svg"] });
    const names = [...menuOf(timeline).querySelectorAll("button")].map((button) => button.textContent);
    expect(names).toEqual(["JSON", "SVG"]);
  });

  test("has no button in the figure of a server until it is hydrated", () => {
    const host = container(1000);
    serve(host, renderToHtml(DATA, { downloads: ALL }));
    const more = host.querySelector('[data-action="more"]') as HTMLElement;
    expect(more.checkVisibility()).toBe(false);
    const timeline = hydrateTimeline(host);
    expect(more.checkVisibility()).toBe(true);
    timeline.destroy();
  });

  test("makes the SVG that renderToString makes", async () => {
    const timeline = await live(DATA, { downloads: ALL, theme: "dark" });
    const { name, file } = await take(timeline, "svg");
    expect(name).toBe("What a test 1848….svg");
    expect(file.type).toBe("image/svg+xml");
    expect(await file.text()).toBe(renderToString(DATA, { width: 1000, theme: "dark", downloads: ALL }));
  });

  test("makes an SVG of the current view and selection", async () => {
    const timeline = await live(DATA, { downloads: ALL });
    timeline.setView({ start: Date.UTC(1850, 0), end: Date.UTC(1850, 5) });
    const { file } = await take(timeline, "svg");
    const svg = await file.text();
    expect(svg).toMatch(/\bB<\/t/);
    expect(svg).not.toBe(renderToString(DATA, { width: 1000 }));
  });

  test("makes a PNG of two pixels for each px of the picture, which is not empty", async () => {
    const timeline = await live(DATA, { downloads: ALL });
    const { name, file } = await take(timeline, "png");
    expect([name, file.type]).toEqual(["What a test 1848….png", "image/png"]);
    const picture = await createImageBitmap(file);
    const height = Number(/height="(\d+)"/.exec(renderToString(DATA, { width: 1000 }))?.[1]);
    expect([picture.width, picture.height]).toEqual([2000, 2 * height]);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const pen = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
    pen.drawImage(picture, 0, 0);
    const colors = new Set(new Uint32Array(pen.getImageData(0, 0, picture.width, picture.height).data.buffer));
    expect(colors.size).toBeGreaterThan(10);
  });

  test("says so in its language where the page does not allow a PNG, and makes no file", async () => {
    const timeline = await live(DATA, { downloads: ALL, locale: de });
    refuse();
    const menu = menuOf(timeline);
    await openMenu(timeline);
    await userEvent.click(menu.querySelector('[data-action="download-png"]') as Element);
    await expect.poll(() => menu.textContent).toContain("PNG ließ sich nicht erzeugen");
    expect(taken).toEqual([]);
  });

  test("makes CSV with a byte order mark, and JSON, as the exporters do", async () => {
    const timeline = await live(DATA, { downloads: ALL });
    const csv = await take(timeline, "csv");
    // `text()` removes the byte order mark.
    expect(new Uint8Array(await csv.file.arrayBuffer()).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    expect(await csv.file.text()).toBe(toCsv(DATA).text);
    expect(csv.name).toBe("What a test 1848….csv");
    taken.length = 0;
    const json = await take(timeline, "json");
    expect(await json.file.text()).toBe(toJson(DATA).text);
  });

  test("says that CSV cannot hold everything, where it cannot", async () => {
    const timeline = await live({ ...DATA, eras: [{ title: "E", date: "1848" }] }, { downloads: ALL });
    await take(timeline, "csv");
    await expect.poll(() => menuOf(timeline).textContent).toContain("CSV cannot hold all of this timeline.");
  });

  test("is in the menu, whose items arrow keys reach, and which closes with Escape", async () => {
    const timeline = await live(DATA, { downloads: ["svg", "csv"] });
    const more = part(timeline, '[data-action="more"]');
    part(timeline, '[data-action="zoom-in"]').focus();
    await userEvent.keyboard("{End}");
    expect(document.activeElement).toBe(more);
    await userEvent.keyboard("{Enter}{Tab}{End}");
    expect(document.activeElement?.textContent).toBe("CSV");
    await userEvent.keyboard("{Escape}");
    expect([menuOf(timeline).checkVisibility(), document.activeElement]).toEqual([false, more]);
  });

  test("stays open while the view changes", async () => {
    const timeline = await live(DATA, { downloads: ALL });
    await openMenu(timeline);
    timeline.setView({ start: Date.UTC(1850, 0), end: Date.UTC(1850, 5) });
    expect(menuOf(timeline).checkVisibility()).toBe(true);
  });
});
