/** Sources for a reader: cards, copies, and the way from the picture to the page of a source. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { createTimeline, hydrateTimeline } from "../../src/dom/controller/create.js";
import { loadSourceFormats } from "../../src/dom/panels/lazy-modules.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { toJsonLd } from "../../src/export/json-ld.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { part } from "./live.js";
import { container, serve } from "./support.js";

vi.mock("../../src/dom/panels/lazy-modules.js", { spy: true });

const { document: kursk } = kurskHorizontal();
const made: Timeline[] = [];

function create(options = {}): Timeline {
  const timeline = createTimeline(container(1000), kursk, options);
  made.push(timeline);
  return timeline;
}

afterEach(async () => {
  await userEvent.unhover(document.body);
  for (const timeline of made.splice(0)) timeline.destroy();
  document.body.replaceChildren();
  vi.mocked(loadSourceFormats).mockReset();
});

const numberOf = (timeline: Timeline, event: string): SVGAElement =>
  timeline.element.querySelector(
    `.dl-label[data-event="${event}"] a[data-source], [data-event="${event}"] a[data-source]`,
  ) as SVGAElement;
const cardOf = (timeline: Timeline): HTMLElement => timeline.element.querySelector(".dl-card") as HTMLElement;

describe("the card of a source", () => {
  test("opens when the pointer is on its number, can be entered, and closes when the pointer leaves", async () => {
    const timeline = create();
    const card = cardOf(timeline);
    await userEvent.hover(numberOf(timeline, "nis-disclosure"));
    await expect.poll(() => card.hidden).toBe(false);
    expect(card.textContent).toContain("KBS World, 18 October 2024, world.kbs.co.kr");
    await userEvent.hover(card.querySelector("a") as Element);
    expect(card.hidden).toBe(false);
    await userEvent.hover(timeline.element.querySelector("h2") as Element);
    await expect.poll(() => card.hidden).toBe(true);
  });

  test("closes with Escape wherever the focus is, and leaves the selection", async () => {
    const timeline = create({ selected: "prisoners" });
    const card = cardOf(timeline);
    await userEvent.hover(numberOf(timeline, "nis-disclosure"));
    await expect.poll(() => card.hidden).toBe(false);
    await userEvent.keyboard("{Escape}");
    expect([card.hidden, timeline.view.selected]).toEqual([true, "prisoners"]);
  });

  test("opens on keyboard focus and describes the link; its own links are no tab stops", async () => {
    const timeline = create();
    const card = cardOf(timeline);
    const number = numberOf(timeline, "nis-disclosure");
    (timeline.element.querySelector("button") as HTMLElement).focus();
    await userEvent.keyboard("{Tab}");
    number.focus();
    expect(card.hidden).toBe(false);
    expect(number.getAttribute("aria-describedby")).toBe(card.id);
    expect([...card.querySelectorAll("a")].every((link) => link.tabIndex === -1)).toBe(true);
    number.blur();
    expect([card.hidden, number.hasAttribute("aria-describedby")]).toEqual([true, false]);
  });

  test("is inside the figure, below the number or above it", async () => {
    const timeline = create();
    const card = cardOf(timeline);
    const numbers = [...timeline.element.querySelectorAll<SVGAElement>(".dl-figure a[data-source]")];
    for (const number of [numbers[0], numbers[20], numbers.at(-1)] as SVGAElement[]) {
      await userEvent.hover(number);
      // The card has its id while it describes a number.
      await expect.poll(() => card.id !== "" && number.getAttribute("aria-describedby") === card.id).toBe(true);
      const [box, root] = [card.getBoundingClientRect(), timeline.element.getBoundingClientRect()];
      expect([box.left >= root.left - 0.5, box.right <= root.right + 0.5]).toEqual([true, true]);
      await userEvent.hover(timeline.element.querySelector("h2") as Element);
      await expect.poll(() => card.hidden).toBe(true);
    }
  });

  test("leaves nothing behind: no node, no description, no listener of the page", async () => {
    const timeline = create();
    const added = vi.spyOn(document, "addEventListener");
    const removed = vi.spyOn(document, "removeEventListener");
    await userEvent.hover(numberOf(timeline, "nis-disclosure"));
    await expect.poll(() => cardOf(timeline).hidden).toBe(false);
    const opened = added.mock.calls.filter(([type, , capture]) => type === "keydown" && capture === true);
    timeline.destroy();
    expect(opened).toHaveLength(1);
    expect(removed.mock.calls.some(([type, listener]) => type === "keydown" && listener === opened[0]?.[1])).toBe(true);
    expect(document.querySelector(".dl-card")).toBeNull();
  });
});

describe("the number beside an account of the date", () => {
  const prisoners = (): HTMLElement =>
    create({ selected: "prisoners" }).element.querySelector<HTMLElement>(".dl-details") as HTMLElement;
  const hrefs = (details: HTMLElement, links: string): string[] =>
    [...details.querySelectorAll<HTMLAnchorElement>(links)].map((link) => link.href);

  test("is no tab stop, and leads where one of the sources beside it leads", () => {
    const details = prisoners();
    const numbers = hrefs(details, ".dl-account-source");
    expect(numbers).toHaveLength(2);
    expect(hrefs(details, ".dl-event-sources .dl-source-title")).toEqual(expect.arrayContaining(numbers));
    expect([...details.querySelectorAll<HTMLElement>(".dl-account-source")].every((link) => link.tabIndex === -1)).toBe(
      true,
    );
  });

  test("stays a tab stop on a page without a script", () => {
    const page = new DOMParser().parseFromString(renderToHtml(kursk, { selected: "prisoners" }), "text/html");
    const links = [...page.querySelectorAll<HTMLElement>(".dl-account-source")];
    expect(links.map((link) => link.hasAttribute("tabindex"))).toEqual([false, false]);
  });
});

describe("the bibliography", () => {
  const buttonOf = (timeline: Timeline, action: string): HTMLElement =>
    timeline.element.querySelector(`[data-action="${action}"]`) as HTMLElement;

  test.each([
    ["copy-text", "1. Putin, Kim sign strategic partnership treaty. The Financial Express (AFP), 19 June 2024", "text"],
    ["copy-bibtex", "@misc{financialexpress-2024-06-19,", "BibTeX"],
    ["copy-csl", '"id": "financialexpress-2024-06-19"', "CSL-JSON"],
    ["copy-ris", "TY  - ELEC\r\nID  - financialexpress-2024-06-19", "RIS"],
  ])("%s copies all sources and says so", async (action, expected, name) => {
    const timeline = create();
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await userEvent.click(part(timeline, '[data-action="more"]'));
    await userEvent.click(buttonOf(timeline, action));
    await expect
      .poll(() => timeline.element.querySelector(".dl-copied")?.textContent)
      .toBe(`31 sources copied as ${name}.`);
    expect(write.mock.calls[0]?.[0]).toContain(expected);
    write.mockRestore();
  });

  test("offers the text to copy by hand where the clipboard is refused", async () => {
    const timeline = create();
    const write = vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("refused"));
    await userEvent.click(part(timeline, '[data-action="more"]'));
    await userEvent.click(buttonOf(timeline, "copy-bibtex"));
    await expect.poll(() => timeline.element.querySelector("textarea")?.value).toContain("@misc{");
    expect(document.activeElement).toBe(timeline.element.querySelector("textarea"));
    write.mockRestore();
  });

  test("are formatted by a module that loads when a button has the focus, so that a click does not wait", () => {
    const timeline = create();
    expect(loadSourceFormats).not.toHaveBeenCalled();
    part(timeline, ".dl-menu").showPopover();
    buttonOf(timeline, "copy-ris").focus();
    expect(loadSourceFormats).toHaveBeenCalled();
  });

  test("say so where that module cannot be loaded", async () => {
    const timeline = create();
    vi.mocked(loadSourceFormats).mockRejectedValue(new Error("gone"));
    await userEvent.click(part(timeline, '[data-action="more"]'));
    await userEvent.click(buttonOf(timeline, "copy-ris"));
    await expect.poll(() => timeline.element.querySelector(".dl-copied")?.textContent).toContain("RIS could not");
    expect(timeline.element.querySelector("textarea")).toBeNull();
  });

  test("one by one are copied by a button in the details", async () => {
    const timeline = create();
    timeline.select("prisoners");
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await userEvent.click(timeline.element.querySelector('.dl-details [data-action="copy-one"]') as Element);
    await expect.poll(() => write.mock.calls.length).toBe(1);
    expect(write.mock.calls[0]?.[0]).toMatch(/^14\. Ukraine captures 2 North Korean soldiers\. UPI, .*\n$/);
    write.mockRestore();
  });

  test("say in the name of each link that it opens in a new tab, in the picture too", () => {
    const { element } = create();
    const links = [...element.querySelectorAll('a[target="_blank"]')];
    expect(links.length).toBeGreaterThan(60);
    const silent = links.filter((link) => !(link.ariaLabel ?? link.textContent ?? "").endsWith(", opens in a new tab"));
    expect(silent).toEqual([]);
  });

  test("and its JSON-LD stay through hydration and the next paint", () => {
    const host = container(1000);
    serve(host, renderToHtml(kursk, { width: 1000, jsonLd: toJsonLd(kursk) }));
    const script = host.querySelector(".dl-json-ld");
    const timeline = hydrateTimeline(host);
    made.push(timeline);
    timeline.select("prisoners");
    expect(host.querySelector(".dl-json-ld")).toBe(script);
  });
});

describe("a new reader who wants to know who first reported the deployment", () => {
  const FIRST = "http://world.kbs.co.kr/service/news_view.htm?lang=e&Seq_Code=188550";

  test("is on the page in two clicks", async () => {
    const timeline = create();
    const mark = timeline.element.querySelector(
      '[data-event="nis-disclosure"] .dl-mark, [data-event="nis-disclosure"] text',
    ) as Element;
    await userEvent.click(mark);
    const source = timeline.element.querySelector<HTMLAnchorElement>(".dl-details .dl-source-title");
    expect(source?.href).toBe(FIRST);
    let followed = "";
    timeline.element.addEventListener("click", (event) => {
      followed = event.defaultPrevented ? "" : ((event.target as Element).closest("a")?.href ?? "");
      event.preventDefault();
    });
    await userEvent.click(source as Element);
    expect(followed).toBe(FIRST);
  });
});
