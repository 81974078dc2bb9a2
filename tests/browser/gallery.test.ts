/** What only a browser can say of the gallery's pictures: where text really stands, how they are parsed, that they hydrate. */
import { afterAll, describe, expect, test, vi } from "vitest";
import { hydrateTimeline } from "../../src/dom/controller/create.js";
import { LISTED } from "../support/listed-changes.js";
import { CASES, picture } from "../support/pictures.js";
import { allTexts, container, frameTexts, labelTexts, leaving, overlaps, serve } from "./support.js";

/** Lines beside the axis are so much closer than their boxes are high, in px. */
const AXIS_LEADING = 6;

let last: { readonly key: string; readonly host: HTMLElement } | undefined;

/** A picture in the page, which stays while test after test asks for it. */
function shown(name: string, form: "svg" | "html"): HTMLElement {
  const key = `${name} ${form}`;
  if (last?.key !== key || !last.host.isConnected) {
    const host = container(picture(name).case.options?.width ?? 960);
    serve(host, picture(name)[form]);
    last = { key, host };
  }
  return last.host;
}

afterAll(() => {
  document.body.replaceChildren();
});

describe.each(CASES)("%s in Chromium", (name) => {
  test("as a file has no text of a label, the key or the note that overlaps another", () => {
    const host = shown(name, "svg");
    expect(overlaps([...labelTexts(host), ...frameTexts(host)])).toEqual([]);
  });

  test("as a file has no text that leaves the picture or overlaps another", () => {
    // In a window, what lies at its edge is cut, and what lies beyond it is not seen.
    if (picture(name).case.options?.initialView !== undefined) return;
    const host = shown(name, "svg");
    expect(leaving(host)).toEqual([]);
    // Words of the axis have no letters below the line that would meet the next.
    expect(overlaps(allTexts(host), 0.5, AXIS_LEADING)).toEqual([]);
  });

  test("is parsed alike as XML and as HTML", () => {
    const xml = new DOMParser().parseFromString(picture(name).svg, "image/svg+xml");
    expect(xml.querySelector("parsererror")).toBeNull();
    const html = new DOMParser().parseFromString(picture(name).svg, "text/html").body.firstElementChild as Element;
    const words = (root: Element): string =>
      [...root.querySelectorAll("*")].map((element) => `${element.tagName} ${element.textContent}`).join("\n");
    expect(words(html)).toBe(words(xml.documentElement));
  });

  test("in a page has no label text that overlaps another", () => {
    expect(overlaps(labelTexts(shown(name, "html")))).toEqual([]);
  });

  // The last of these tests, since hydration adds buttons to the page.
  test("is hydrated without a change but roles, states and visible buttons", () => {
    const host = shown(name, "html");
    const { options } = picture(name).case;
    const warned = vi.spyOn(console, "error");
    const observer = new MutationObserver(() => undefined);
    observer.observe(host, { subtree: true, childList: true, attributes: true, characterData: true });
    // The data in the page cannot hold a locale: the caller gives it again.
    const timeline = hydrateTimeline(host, undefined, options?.locale ? { locale: options.locale } : undefined);
    const isListed = ({ attributeName, target }: MutationRecord): boolean =>
      LISTED.test(attributeName ?? "") ||
      // Where the details of a selected event point is known once the page is laid out.
      (attributeName === "style" && (target as Element).matches(".dl-details"));
    const changes = observer.takeRecords().filter((record) => !isListed(record));
    observer.disconnect();
    expect(
      changes.map(
        (record) =>
          `${record.type} ${record.attributeName ?? ""} ${(record.target as Element).outerHTML?.slice(0, 80)}`,
      ),
    ).toEqual([]);
    expect(warned).not.toHaveBeenCalled();
    timeline.destroy();
    last = undefined;
    warned.mockRestore();
  });
});

describe("a control", () => {
  test("a text that leaves the picture is found, and one that is cut by an inner viewport", () => {
    const host = container(400);
    serve(
      host,
      `<svg width="200" height="60"><text x="180" y="20">One text</text>
      <svg x="0" y="0" width="50" height="60"><text x="20" y="40">Another</text></svg><text x="90" y="50">In</text></svg>`,
    );
    expect(leaving(host)).toHaveLength(2);
  });

  test("two texts at one place are found to overlap", () => {
    const host = container(400);
    serve(
      host,
      '<svg><g class="dl-label"><text x="5" y="20">One text</text><text x="9" y="22">Another</text></g></svg>',
    );
    expect(overlaps(labelTexts(host))).toHaveLength(1);
  });

  test("a word that is set back over the date before it is found to overlap", () => {
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
    const { case: made, html } = picture("kurskHorizontal");
    const frame = document.createElement("iframe");
    // Without allow-scripts nothing runs; with allow-same-origin we can look.
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.srcdoc = `<!doctype html><body>${html}`;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener("load", resolve));
    const page = frame.contentDocument as Document;
    const { events, sources } = made.document as unknown as {
      events: { title: string }[];
      sources: Record<string, { url: string }>;
    };
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
