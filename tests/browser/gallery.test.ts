/** What only a browser can say of the gallery's pictures: where text really stands, how they are parsed, that they hydrate. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { hydrateTimeline } from "../../src/dom/controller/create.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { renderToString } from "../../src/render-to-string.js";
import { GALLERY } from "../../stories/gallery/index.js";
import { LISTED } from "../support/listed-changes.js";
import { allTexts, container, frameTexts, labelTexts, leaving, overlaps, serve } from "./support.js";

/** Lines beside the axis are so much closer than their boxes are high, in px. */
const AXIS_LEADING = 6;

const cases = Object.entries(GALLERY);
const widthOf = (make: (typeof GALLERY)[string]): number => make().options?.width ?? 960;

afterEach(() => {
  document.body.replaceChildren();
});

describe("pictures in Chromium", () => {
  test.each(cases)("%s has no label text that overlaps another", (_, make) => {
    const { document: data, options } = make();
    const host = container(widthOf(make));
    serve(host, renderToHtml(data, options));
    expect(overlaps(labelTexts(host))).toEqual([]);
    // The file by itself has the same labels, and a key and a note of its own.
    serve(host, renderToString(data, options));
    expect(overlaps([...labelTexts(host), ...frameTexts(host)])).toEqual([]);
  });

  test.each(cases)("%s as a file has no text that leaves the picture or overlaps another", (_, make) => {
    const { document: data, options } = make();
    const host = container(widthOf(make));
    serve(host, renderToString(data, options));
    // In a window, what lies at its edge is cut, and what lies beyond it is not seen.
    if (options?.initialView !== undefined) return;
    expect(leaving(host)).toEqual([]);
    // Words of the axis have no letters below the line that would meet the next.
    expect(overlaps(allTexts(host), 0.5, AXIS_LEADING)).toEqual([]);
  });

  test("a control: a text that leaves the picture is found, and one that is cut by an inner viewport", () => {
    const host = container(400);
    serve(
      host,
      `<svg width="200" height="60"><text x="180" y="20">One text</text>
      <svg x="0" y="0" width="50" height="60"><text x="20" y="40">Another</text></svg><text x="90" y="50">In</text></svg>`,
    );
    expect(leaving(host)).toHaveLength(2);
  });

  test.each(cases)("%s is parsed alike as XML and as HTML", (_, make) => {
    const { document: data, options } = make();
    const text = renderToString(data, options);
    const xml = new DOMParser().parseFromString(text, "image/svg+xml");
    expect(xml.querySelector("parsererror")).toBeNull();
    const html = new DOMParser().parseFromString(text, "text/html").body.firstElementChild as Element;
    const names = (root: Element): string[] =>
      [...root.querySelectorAll("*")].map((element) => `${element.tagName} ${element.textContent}`);
    expect(names(html)).toEqual(names(xml.documentElement));
  });

  test.each(cases)("%s is hydrated without a change but roles, states and visible buttons", (_, make) => {
    const { document: data, options } = make();
    const host = container(widthOf(make));
    serve(host, renderToHtml(data, options));
    const warned = vi.spyOn(console, "error");
    const observer = new MutationObserver(() => undefined);
    observer.observe(host, { subtree: true, childList: true, attributes: true, characterData: true });
    // Words of a language come with a script, not with the page.
    const timeline = hydrateTimeline(host, undefined, options?.locale ? { locale: options.locale } : undefined);
    const changes = observer.takeRecords().filter(({ attributeName }) => !LISTED.test(attributeName ?? ""));
    observer.disconnect();
    expect(
      changes.map(
        (record) =>
          `${record.type} ${record.attributeName ?? ""} ${(record.target as Element).outerHTML?.slice(0, 80)}`,
      ),
    ).toEqual([]);
    expect(warned).not.toHaveBeenCalled();
    timeline.destroy();
    warned.mockRestore();
  });

  test("a control: two texts at one place are found to overlap", () => {
    const host = container(400);
    serve(
      host,
      '<svg><g class="dl-label"><text x="5" y="20">One text</text><text x="9" y="22">Another</text></g></svg>',
    );
    expect(overlaps(labelTexts(host))).toHaveLength(1);
  });

  test("a control: a word that is set back over the date before it is found to overlap", () => {
    const host = container(400);
    const date = (dx: number): string =>
      `<text x="300" y="20" direction="rtl"><tspan>1951</tspan><tspan dx="${dx}">بلا مصدر</tspan></text>`;
    serve(host, `<svg width="400"><g class="dl-label">${date(12)}</g></svg>`);
    expect(overlaps(labelTexts(host))).toHaveLength(1);
    serve(host, `<svg width="400"><g class="dl-label">${date(-12)}</g></svg>`);
    expect(overlaps(labelTexts(host))).toEqual([]);
  });
});

describe("a page without scripts", () => {
  test("shows all events, dates and sources, every source a link", async () => {
    const { document: data, options } = (GALLERY["kurskHorizontal"] as NonNullable<(typeof GALLERY)[string]>)();
    const frame = document.createElement("iframe");
    // Without allow-scripts nothing runs; with allow-same-origin we can look.
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.srcdoc = `<!doctype html><body>${renderToHtml(data, options)}`;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener("load", resolve));
    const page = frame.contentDocument as Document;
    const { events, sources } = data as { events: { title: string }[]; sources: Record<string, { url: string }> };
    const list = page.querySelector(".dl-list") as HTMLElement;
    for (const { title } of events) expect(list.textContent).toContain(title);
    expect(list.checkVisibility()).toBe(true);
    const links = new Set(
      [...page.querySelectorAll<HTMLAnchorElement>(".dl-sources a[target]")].map((link) => link.href),
    );
    for (const { url } of Object.values(sources)) expect(links).toContain(new URL(url).href);
    for (const link of page.querySelectorAll("a[target]")) expect(link.getAttribute("rel")).toBe("noopener noreferrer");
  });
});
