/**
 * Each criterion of WCAG 2.2 that bites a timeline has one test here, with its number in the title; `tests/criteria.test.ts`
 * keeps the list complete. They look at the flagship with everything open; other files look closer at single parts.
 */
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { dense } from "../../stories/gallery/dense.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { AxTree, nameOf, roleOf, stateOf } from "./ax-tree.js";
import {
  clippedTexts,
  faintControls,
  faintMarks,
  faintTexts,
  focusRing,
  isUncovered,
  smallTargets,
  TARGETS,
} from "./checks.js";
import { focused, press } from "./keys.js";
import { live, part } from "./live.js";
import { click, hover, middleOf } from "./pointer.js";
import { SCHEMES, scheme } from "./schemes.js";
import { tabStops, withArrows } from "./stops.js";
import { animated, frames } from "./support.js";

const { document: kursk } = kurskHorizontal();

/** Everything that can be open at once: details, find, a story, a menu of files. */
async function everythingOpen(width = 1000): Promise<Timeline> {
  const timeline = await live(
    kursk,
    {
      selected: "prisoners",
      steps: [{ event: "museum" }, { event: "prisoners" }],
      downloads: ["svg", "csv"],
    },
    width,
  );
  part(timeline, '[data-action="find"]').click();
  part<HTMLDetailsElement>(timeline, ".dl-find-more").open = true;
  await animated(timeline);
  await frames();
  return timeline;
}

/** Two buttons of the page, before and after the figure. */
function neighbours(): [before: HTMLButtonElement, after: HTMLButtonElement] {
  const [before, after] = ["before", "after"].map((text) => {
    const button = document.createElement("button");
    button.textContent = text;
    return button;
  }) as [HTMLButtonElement, HTMLButtonElement];
  document.body.prepend(before);
  document.body.append(after);
  return [before, after];
}

const isShown = (element: Element): boolean => (element as HTMLElement).checkVisibility({ visibilityProperty: true });

beforeEach(() => page.viewport(1280, 800));
afterEach(async () => {
  await scheme("");
  document.documentElement.style.fontSize = "";
  document.adoptedStyleSheets = [];
  await page.viewport(1280, 800);
});

describe("WCAG 2.2", { timeout: 300_000 }, () => {
  test("1.3.1 info and relationships: lanes are lists of events, entries a list, and headings stand over what they head", async () => {
    await live(kursk, { selected: "prisoners" });
    const tree = await AxTree.read();
    const lists = tree.within("graphics-document").filter((node) => roleOf(node) === "list");
    expect(lists.map(nameOf)).toEqual([
      "Diplomacy, 5 events",
      "Deployment, 7 events",
      "Disclosure, 5 events",
      "Remembrance, 4 events",
    ]);
    const marks = tree.within("graphics-document").filter((node) => roleOf(node) === "button");
    expect(marks.every((mark) => tree.inside(mark, "listitem"))).toBe(true);
    const levels = tree.nodes.filter((node) => roleOf(node) === "heading").map((node) => stateOf(node, "level"));
    expect(levels).toEqual([2, 3]);
  });

  test("1.4.1 use of colour: what is selected, switched off or a link differs by line as well", async () => {
    const timeline = await everythingOpen();
    expect(part<SVGElement>(timeline, ".dl-ring").getBoundingClientRect().width).toBeGreaterThan(12);
    const lane = part(timeline, '[data-find="lane"]');
    await click(middleOf(lane));
    expect(getComputedStyle(part(timeline, '[data-find="lane"][aria-pressed="false"]')).textDecorationLine).toBe(
      "line-through",
    );
    for (const link of timeline.element.querySelectorAll(".dl-details a, .dl-sources a"))
      expect(getComputedStyle(link).textDecorationLine).toBe("underline");
  });

  test("1.4.3 contrast (minimum): text has 4.5:1 in every scheme, with everything open", async () => {
    const timeline = await everythingOpen();
    part<HTMLDetailsElement>(timeline, ".dl-list-box").open = true;
    // Details fade in.
    await animated(timeline);
    for (const name of SCHEMES) {
      await scheme(name);
      expect(faintTexts(timeline.element), name).toEqual([]);
      const { violations } = await axe.run(timeline.element, { runOnly: { type: "rule", values: ["color-contrast"] } });
      expect(
        violations.flatMap(({ nodes }) => nodes.map((node) => node.html)),
        name,
      ).toEqual([]);
    }
  });

  test("1.4.4 resize text: with a root font of 200 % all text is twice as large, in the picture too, and none is cut", async () => {
    const sizesOf = (elements: Iterable<Element>): number[] =>
      [...elements].map((element) => {
        const drawn = element.closest("svg") ? ((element as unknown as SVGGraphicsElement).getScreenCTM()?.a ?? 0) : 1;
        return Number.parseFloat(getComputedStyle(element).fontSize) * drawn;
      });
    const around = ({ element }: Timeline) =>
      sizesOf(element.querySelectorAll(".dl-heading, .dl-details h3, .dl-details p, .dl-button"));
    const inPicture = ({ element }: Timeline) => sizesOf(element.querySelectorAll(".dl-figure text"));
    const plain = around(await everythingOpen());
    // Labels choose their form by the room they have: twice the text in the same width is half the room.
    const half = inPicture(await everythingOpen(500));
    document.body.replaceChildren();
    document.documentElement.style.fontSize = "32px";
    const timeline = await everythingOpen();
    const doubled = (sizes: readonly number[]): number[] => sizes.map((size) => Math.round(size * 20) / 10);
    const rounded = (sizes: readonly number[]): number[] => sizes.map((size) => Math.round(size * 10) / 10);
    expect(rounded(around(timeline))).toEqual(doubled(plain));
    expect(rounded(inPicture(timeline))).toEqual(doubled(half));
    expect(Math.min(...inPicture(timeline))).toBeGreaterThanOrEqual(24);
    expect(clippedTexts(timeline.element)).toEqual([]);
    expect(part<SVGElement>(timeline, ".dl-figure").getBoundingClientRect().width).toBeLessThanOrEqual(1001);
  });

  test("1.4.10 reflow: at 320 × 256 px, which is 1280 px at 400 %, nothing scrolls sideways and nothing is cut", async () => {
    await page.viewport(320, 256);
    const timeline = await everythingOpen(320);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    for (const element of timeline.element.querySelectorAll(".dl-view, .dl-details, .dl-find, .dl-list-box")) {
      expect(element.scrollWidth, element.className).toBeLessThanOrEqual(element.clientWidth + 1);
    }
    expect(clippedTexts(timeline.element)).toEqual([]);
  });

  test("1.4.11 non-text contrast: marks, edges of controls and the ring of what is selected have 3:1 in every scheme", async () => {
    const timeline = await everythingOpen();
    for (const name of SCHEMES) {
      await scheme(name);
      expect(faintMarks(timeline.element), name).toEqual([]);
      expect(faintControls(timeline.element), name).toEqual([]);
    }
  });

  test("1.4.12 text spacing: with the reader's spacing nothing is cut", async () => {
    const timeline = await everythingOpen();
    const sheet = new CSSStyleSheet();
    sheet.insertRule(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
    );
    sheet.insertRule("p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [sheet];
    await frames();
    expect(clippedTexts(timeline.element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1280);
  });

  test("1.4.13 content on hover or focus: the tip stays while the pointer is on it, and Escape takes it away", async () => {
    const { document: data, options } = dense();
    const timeline = await live(data, { ...options, width: undefined });
    const tip = part(timeline, ".dl-tip");
    const dot = [...timeline.element.querySelectorAll(".dl-event:not(:has(.dl-label)) .dl-mark")].find((mark) => {
      const { x, y } = middleOf(mark);
      return mark.contains(document.elementFromPoint(x, y));
    }) as SVGElement;
    // By pointer: it can be entered.
    await hover(middleOf(dot));
    await expect.poll(() => tip.hidden).toBe(false);
    await hover(middleOf(tip));
    await frames(20);
    expect(tip.hidden).toBe(false);
    // Escape closes it with the pointer still there, and nothing else.
    await hover({ x: 5, y: 5 });
    await expect.poll(() => tip.hidden).toBe(true);
    part(timeline, ".dl-list-box > summary").focus({ preventScroll: true });
    await hover(middleOf(dot));
    await expect.poll(() => tip.hidden).toBe(false);
    await press("Escape");
    expect([tip.hidden, timeline.view.selected]).toEqual([true, null]);
    // On focus it names a button that is an icon, and Escape closes it there, too.
    part(timeline, ".dl-list-box > summary").focus();
    part(timeline, "button.dl-tool").focus();
    await press("ArrowRight", "ArrowLeft");
    const onFocus = tip.hidden;
    await press("Escape");
    expect([onFocus, tip.hidden, focused().matches("button.dl-tool")]).toEqual([false, true, true]);
  });

  test("2.1.1 keyboard: whatever can be pressed is reached by keys, or leads where something leads that is reached", async () => {
    for (const width of [1000, 360]) {
      const timeline = await everythingOpen(width);
      const [before, after] = neighbours();
      const reached = new Set<Element>();
      for (const stop of await tabStops(before, after)) {
        for (const element of await withArrows(stop as HTMLElement)) reached.add(element);
      }
      const links = new Set([...reached].map((element) => element.getAttribute("href")).filter(Boolean));
      const missed = [...timeline.element.querySelectorAll(TARGETS)]
        .filter((element) => isShown(element) && !reached.has(element))
        .filter((element) => !links.has(element.getAttribute("href")))
        .map((element) => element.outerHTML.slice(0, 120));
      expect(missed, `${width} px`).toEqual([]);
      expect([...reached].filter((element) => element.matches("a.dl-mark")).length).toBeGreaterThanOrEqual(21);
    }
  });

  test("2.1.2 no keyboard trap: Tab leads through everything and out, forwards and backwards, and out of the dialog", async () => {
    const timeline = await everythingOpen();
    const [before, after] = neighbours();
    const forwards = await tabStops(before, after);
    const backwards = await tabStops(after, before, "Shift+Tab");
    expect(backwards.length).toBeGreaterThanOrEqual(forwards.length - 1);
    await press("Tab", "Tab", "?");
    expect(part<HTMLDialogElement>(timeline, "dialog").open).toBe(true);
    await press("Escape");
    await expect.poll(() => timeline.element.querySelector("dialog")).toBeNull();
    expect(timeline.element.contains(focused())).toBe(true);
  });

  test("2.1.4 character key shortcuts: + − 0 ? do nothing while the focus is elsewhere, and are letters in a field", async () => {
    const timeline = await live(kursk);
    const [before] = neighbours();
    const whole = timeline.view;
    before.focus();
    await press("+", "-", "0", "?", "ArrowRight", "PageDown");
    expect(timeline.view).toEqual(whole);
    expect(timeline.element.querySelector("dialog")).toBeNull();
    part(timeline, '[data-action="find"]').click();
    await userEvent.keyboard("+-0?");
    expect(part<HTMLInputElement>(timeline, ".dl-find input").value).toBe("+-0?");
    expect(timeline.element.querySelector("dialog")).toBeNull();
    expect([timeline.view.start, timeline.view.end]).toEqual([whole.start, whole.end]);
  });

  test("2.4.3 focus order: Tab goes down the document, and opening and closing lead in and back", async () => {
    for (const width of [1000, 360]) {
      const timeline = await everythingOpen(width);
      const [before, after] = neighbours();
      const stops = await tabStops(before, after);
      const follows = stops.slice(1).map((stop, i) => {
        const last = stops[i] as Element;
        return (last.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      });
      expect(follows.every(Boolean)).toBe(true);
      expect(timeline.element.querySelector('[tabindex]:not([tabindex="0"], [tabindex="-1"])')).toBeNull();
      // What stands in the details is seen from top to bottom, or from left to right, in that order.
      part(timeline, ".dl-details").scrollTop = 0;
      const boxes = stops.filter((stop) => stop.closest(".dl-details")).map((stop) => stop.getBoundingClientRect());
      if (width < 480)
        for (const [i, box] of boxes.slice(1).entries()) {
          const { top, left } = boxes[i] as DOMRect;
          expect(box.top > top || (box.top === top && box.left > left)).toBe(true);
        }
      document.body.replaceChildren();
    }
    const timeline = await live(kursk);
    part<SVGElement>(timeline, '.dl-figure [tabindex="0"]').focus();
    const mark = focused();
    await press("Enter");
    expect(focused().matches(".dl-details h3")).toBe(true);
    await press("Escape");
    expect(focused()).toBe(mark);
  });

  test("2.4.7 focus visible: every stop has a ring of 2 px with 3:1, in every scheme", async () => {
    const timeline = await everythingOpen();
    const [before, after] = neighbours();
    const stops = await tabStops(before, after);
    for (const name of SCHEMES) {
      await scheme(name);
      before.focus();
      await press("Tab");
      const weak = stops.flatMap((stop) => {
        (stop as HTMLElement).focus();
        const { width, ratio } = focusRing(stop, timeline.element);
        return width >= 2 && ratio >= 3 ? [] : [`${stop.outerHTML.slice(0, 100)} ${width} px ${ratio.toFixed(2)}:1`];
      });
      expect(weak, name).toEqual([]);
    }
  });

  test("2.4.11 focus not obscured (minimum): no stop is covered, in a large window and in one of 320 × 256 px", async () => {
    for (const [width, height] of [
      [1280, 800],
      [320, 256],
    ] as const) {
      await page.viewport(width, height);
      await everythingOpen(width);
      const [before, after] = neighbours();
      for (const key of ["Tab", "Shift+Tab"]) {
        const [from, to] = key === "Tab" ? [before, after] : [after, before];
        from.focus();
        const covered: string[] = [];
        for (let i = 0; i < 300; i++) {
          await press(key);
          if (focused() === to) break;
          if (!isUncovered(focused())) covered.push(focused().outerHTML.slice(0, 100));
        }
        expect(covered, `${width} px, ${key}`).toEqual([]);
      }
      document.body.replaceChildren();
    }
  });

  test("2.5.7 dragging movements: buttons, pressed once, pan and zoom as dragging does", async () => {
    const timeline = await live(kursk);
    const whole = timeline.view;
    for (const action of ["zoom-in", "earlier", "later", "zoom-out"]) {
      const { start, end } = timeline.view;
      const button = part(timeline, `[data-action="${action}"]`);
      // The menu closes by a press beside it, which presses nothing else.
      const menu = part(timeline, ".dl-menu");
      if (menu.contains(button) && !menu.matches(":popover-open"))
        await click(middleOf(part(timeline, '[data-action="more"]')));
      else if (!menu.contains(button)) menu.hidePopover();
      await click(middleOf(button));
      expect([timeline.view.start, timeline.view.end], action).not.toEqual([start, end]);
    }
    await click(middleOf(part(timeline, '[data-action="fit"]')));
    expect(timeline.view).toEqual(whole);
    // The overview: what is pressed beside its window comes into view.
    const third = (whole.end - whole.start) / 3;
    timeline.setView({ start: whole.start + third, end: whole.end - third });
    part<SVGElement>(timeline, ".dl-strip").scrollIntoView({ block: "center" });
    await frames();
    const { start } = timeline.view;
    const line = part<SVGElement>(timeline, ".dl-axis line").getBoundingClientRect();
    await click({
      x: line.right - 4,
      y: part<SVGElement>(timeline, ".dl-window rect").getBoundingClientRect().top + 8,
    });
    await frames();
    expect(timeline.view.start).toBeGreaterThan(start);
  });

  test("2.5.8 target size (minimum): every target has 24 px or stands free, with everything open", async () => {
    for (const width of [1000, 320]) {
      const timeline = await everythingOpen(width);
      part<HTMLDetailsElement>(timeline, ".dl-list-box").open = true;
      for (const folded of timeline.element.querySelectorAll("details")) folded.open = true;
      expect(smallTargets(timeline.element), `${width} px`).toEqual([]);
    }
  });

  test("3.1.1 and 3.1.2 language: the figure says its language; titles of events and sources theirs", async () => {
    const timeline = await live(
      {
        title: "Chronik",
        lang: "de",
        events: [
          {
            id: "treaty",
            title: "Le traité est signé",
            date: "1920",
            lang: "fr",
            sources: [{ url: "https://a.example", title: "条約", language: "ja" }],
          },
        ],
      },
      { selected: "treaty" },
    );
    const langOf = (text: string): (string | null | undefined)[] =>
      [...timeline.element.querySelectorAll("*")]
        .filter((element) => element.children.length === 0 && element.textContent?.includes(text))
        .filter((element) => !element.closest("script, [hidden], .dl-cited"))
        .map((element) => element.closest("[lang]")?.getAttribute("lang"));
    expect(timeline.element.lang).toBe("de");
    expect(new Set(langOf("traité"))).toEqual(new Set(["fr"]));
    expect(langOf("traité").length).toBeGreaterThanOrEqual(3);
    expect(new Set(langOf("条約"))).toEqual(new Set(["ja"]));
  });

  test("4.1.2 name, role, value: every control has a role and a name, and says whether it is open, pressed or where it stands", async () => {
    const timeline = await everythingOpen();
    // The overview is there while a part is in view.
    const { start, end } = timeline.view;
    timeline.setView({ start, end: (start + end) / 2 });
    await frames();
    const tree = await AxTree.read();
    // The end of the figure, where "Skip to the end" leads, is a paragraph that takes the focus; it is no control.
    const controls = tree.nodes.filter(
      (node) => stateOf(node, "focusable") === true && !["RootWebArea", "paragraph"].includes(roleOf(node)),
    );
    expect(controls.filter((node) => nameOf(node).trim() === "").map((node) => roleOf(node))).toEqual([]);
    expect([...new Set(controls.map(roleOf))].sort()).toEqual([
      "DisclosureTriangle",
      "button",
      "checkbox",
      "combobox",
      "heading",
      "link",
      "option",
      "searchbox",
      "slider",
    ]);
    const found = (name: RegExp, role = "button") =>
      controls.find((node) => roleOf(node) === role && name.test(nameOf(node)));
    expect(stateOf(found(/^Ukraine takes two/) as never, "expanded")).toBe(true);
    expect(stateOf(found(/^Find/) as never, "expanded")).toBe(true);
    expect(stateOf(found(/^Diplomacy$/) as never, "pressed")).toBe("true");
    const slider = part(timeline, ".dl-window");
    expect(slider.getAttribute("aria-valuetext")).toMatch(/ to /);
    const now = slider.getAttribute("aria-valuenow");
    part(timeline, '[data-action="zoom-in"]').click();
    part(timeline, '[data-action="later"]').click();
    await frames();
    expect(part(timeline, ".dl-window").getAttribute("aria-valuenow")).not.toBe(now);
  });

  test("4.1.3 status messages: what changes is said in a region that stood there before, and the focus stays", async () => {
    const timeline = await live(kursk);
    const region = part(timeline, "[role=status]");
    expect([region.textContent, getComputedStyle(region).display]).toEqual(["", "block"]);
    const button = part(timeline, '[data-action="zoom-in"]');
    button.focus();
    await press("Enter");
    await expect.poll(() => region.textContent).toMatch(/^Showing .+\. \d+ of 21 events\.$/);
    expect(focused()).toBe(button);
    expect(region.isConnected).toBe(true);
  });
});
