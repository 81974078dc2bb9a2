/** axe over the whole gallery in three schemes and three widths, and our own checks where axe is blind. */
import axe from "axe-core";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { createTimeline } from "../../src/dom/controller/create.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { GALLERY } from "../../stories/gallery/index.js";
import { kurskHorizontal, kurskVertical } from "../../stories/gallery/kursk.js";
import {
  brokenReferences,
  deadLinks,
  faintMarks,
  faintTexts,
  isUncovered,
  repeatedIds,
  smallTargets,
} from "./checks.js";
import { focused, press } from "./keys.js";
import { SCHEMES, scheme } from "./schemes.js";
import { animated, container, frames, serve } from "./support.js";
import type { DocumentInput } from "../../src/model/document/document.js";

/**
 * Entries of a list are all alike, and axe compares each with each: of thousands it takes minutes and finds what it finds in
 * twenty. The picture, where the crowd is, stays whole.
 */
const MOST_ENTRIES = 20;
/** What every run looks at; `npm run test:accessibility` looks at the whole gallery, which takes a quarter of an hour. */
const ALWAYS = new Set([
  "kurskHorizontal",
  "kurskVertical",
  "dateVocabulary",
  "rangesAndEras",
  "hebrewVertical",
  "rightToLeftSources",
  "errors",
]);
const ALL = (import.meta as unknown as { env: Record<string, string> }).env["VITE_WHOLE_GALLERY"] === "1";
const CASES = Object.entries(GALLERY).filter(([name]) => ALL || ALWAYS.has(name));

const WIDTHS = [320, 800, 1280] as const;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const made: Timeline[] = [];
/** A page is a picture in one width and one scheme. */
const looked = { pictures: 0, pages: 0, violations: 0 };

function make(data: DocumentInput, options: object, width: number): Timeline {
  const timeline = createTimeline(container(width), data, { ...options, width: undefined });
  made.push(timeline);
  return timeline;
}

afterEach(async () => {
  for (const timeline of made.splice(0)) timeline.destroy();
  document.body.replaceChildren();
  await scheme("");
});

/** Leaves the words of the first entries of each long list; the others stay, as what links lead to. */
function thinOut(root: Element): void {
  for (const list of root.querySelectorAll(".dl-list, .dl-sources")) {
    for (const entry of [...list.children].slice(MOST_ENTRIES)) entry.replaceChildren();
  }
}

/** What axe finds wrong. Rules about a whole page (its title, its landmarks) are the page's. */
async function violations(root: Element, only?: readonly string[]): Promise<string[]> {
  const { violations: found } = await axe.run(root, {
    resultTypes: ["violations"],
    runOnly: only ? { type: "rule", values: [...only] } : { type: "tag", values: RULES },
    rules: {
      region: { enabled: false },
      "page-has-heading-one": { enabled: false },
      "landmark-one-main": { enabled: false },
    },
  });
  const faults: typeof found = [];
  for (const fault of found) {
    // It cannot know what a link makes once it is followed; we follow it.
    const links = fault.id === "skip-link" ? fault.nodes.map(({ target }) => linkAt(target)) : undefined;
    if (!links || (await deadLinks(links)).length > 0) faults.push(fault);
  }
  return faults.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)} ${nodes[0]?.failureSummary ?? ""}`);
}

function linkAt(target: axe.NodeResult["target"]): Element {
  const found = document.querySelector(String(target[0]));
  if (!found) throw new Error(`axe names ${String(target[0])}, which is not there`);
  return found;
}

describe("axe finds nothing", () => {
  afterAll(() => {
    const { pictures, pages, violations: count } = looked;
    console.log(`axe: ${count} violations (goal: 0) in ${pages} pages, ${pictures} of ${CASES.length} pictures`);
  });

  test.each(CASES)("in %s, in any width and scheme", { timeout: 900_000 }, async (_, build) => {
    const { document: data, options = {} } = build();
    const found: string[] = [];
    looked.pictures++;
    for (const width of WIDTHS) {
      const timeline = make(data, options, width);
      thinOut(timeline.element);
      found.push(...(await violations(timeline.element)).map((fault) => `${width} px: ${fault}`));
      // Schemes change colours and nothing else.
      for (const name of SCHEMES) {
        await scheme(name);
        const faint = await violations(timeline.element, ["color-contrast"]);
        found.push(...faint.map((fault) => `${width} px, ${name}: ${fault}`));
        looked.pages++;
      }
      await scheme("");
    }
    looked.violations += found.length;
    expect(found).toEqual([]);
  });

  test("with details, find, story and keys open", async () => {
    const { document: data } = kurskHorizontal();
    for (const width of WIDTHS) {
      const timeline = make(
        data,
        { selected: "prisoners", steps: [{ event: "museum" }, { event: "prisoners" }] },
        width,
      );
      const pushed = (action: string): void =>
        timeline.element.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
      pushed("find");
      pushed("zoom-in");
      await animated(timeline);
      expect(await violations(timeline.element)).toEqual([]);
      pushed("help");
      expect(await violations(timeline.element)).toEqual([]);
    }
  });

  test("a control: a button without a name is found", async () => {
    const host = container(300);
    serve(host, "<button></button>");
    expect(await violations(host)).toHaveLength(1);
  });
});

describe("our own checks", () => {
  test.each(CASES)(
    "%s has targets of 24 px, readable text and marks, in every scheme",
    { timeout: 300_000 },
    async (_, build) => {
      const { document: data, options = {} } = build();
      const timeline = make(data, options, options.width ?? 960);
      await frames();
      // A long bibliography is closed, and a press on its heading opens it.
      for (const folded of timeline.element.querySelectorAll<HTMLDetailsElement>(".dl-sources-box")) folded.open = true;
      expect(smallTargets(timeline.element)).toEqual([]);
      expect(repeatedIds(document)).toEqual([]);
      expect(brokenReferences(timeline.element)).toEqual([]);
      expect(await deadLinks(timeline.element.querySelectorAll('a[href^="#"]'))).toEqual([]);
      for (const name of SCHEMES) {
        await scheme(name);
        expect(faintTexts(timeline.element), name).toEqual([]);
        expect(faintMarks(timeline.element), name).toEqual([]);
      }
    },
  );

  test("buttons are 32 px high, and 24 px targets at 1, 50, 500 and 5,000 events", async () => {
    for (const count of [1, 50, 500, 5000]) {
      const events = Array.from({ length: count }, (_, i) => ({
        title: `Event ${i}`,
        date: new Date(Date.UTC(2000, 0, 1 + ((i * 7919) % 5000))).toISOString().slice(0, 10),
        sources: ["https://a.example"],
      }));
      const { element } = make(events, {}, 1000);
      expect(smallTargets(element), `${count} events`).toEqual([]);
      for (const button of element.querySelectorAll("button:not([hidden])")) {
        if ((button as HTMLElement).checkVisibility())
          expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(31.5);
      }
    }
  });

  test("controls: the bibliography excuses a small number of a source only while its own link can be hit", () => {
    const host = container(300);
    const numbers = (entries: string): string[] => {
      serve(
        host,
        `<figure class="datelines"><svg class="dl-figure" width="200" height="60"><g class="dl-label">
         <a href="https://a.example" class="dl-source-link"><rect x="20" y="20" width="8" height="14"/></a>
         <a href="https://b.example" class="dl-source-link"><rect x="30" y="20" width="8" height="14"/></a></g></svg>
         <ol class="dl-sources">${entries}</ol></figure>`,
      );
      return smallTargets(host.firstElementChild as Element);
    };
    const entry = (letter: string, height: number): string =>
      `<li><a href="https://${letter}.example" style="display:block;height:${height}px;overflow:hidden">${letter}</a></li>`;
    expect(numbers(entry("a", 24) + entry("b", 24))).toEqual([]);
    // Another address, none at all, a closed list, and entries so low that each is in the circle of the next.
    expect(numbers(entry("a", 24) + entry("c", 24))).toEqual([expect.stringContaining("dl-source-link")]);
    expect(numbers("")).toHaveLength(2);
    expect(numbers(`<li hidden><ul>${entry("a", 24)}${entry("b", 24)}</ul></li>`)).toHaveLength(2);
    expect(numbers(entry("a", 8) + entry("b", 8))).toHaveLength(2);
  });

  test("controls: the mark of an event excuses a small number of a source without an address while it has 24 px", () => {
    const host = container(300);
    const numbers = (mark: number, id: string): string[] => {
      serve(
        host,
        `<figure class="datelines"><svg class="dl-figure" width="200" height="60"><g data-event="e">
         <a href="#e" class="dl-mark"><rect x="50" y="4" width="${mark}" height="24"/></a><g class="dl-label">
         <a href="#s" class="dl-source-link"><rect x="50" y="20" width="8" height="14"/></a></g></g></svg>
         <ol class="dl-sources"><li id="${id}">no address</li></ol></figure>`,
      );
      return smallTargets(host.firstElementChild as Element);
    };
    expect(numbers(24, "s")).toEqual([]);
    expect(numbers(24, "t")).toHaveLength(1);
    expect(numbers(12, "s")).toHaveLength(2);
  });

  test("ids are unique over three timelines of one page", () => {
    document.body.replaceChildren();
    for (const idPrefix of ["one", "two", "three"]) {
      const host = document.createElement("div");
      document.body.append(host);
      made.push(createTimeline(host, kurskHorizontal().document, { idPrefix, selected: "prisoners" }));
    }
    expect(repeatedIds(document)).toEqual([]);
  });

  test("the focus ring is 2 px, has 3:1, and nothing covers it, in the flagship and above the sheet", async () => {
    for (const [{ document: data }, width] of [
      [kurskHorizontal(), 1000],
      [kurskVertical(), 360],
    ] as const) {
      const timeline = make(data, {}, width);
      await document.fonts.ready;
      await frames();
      timeline.element.querySelector<SVGElement>('.dl-figure [tabindex="0"]')?.focus();
      const next = width === 360 ? "ArrowDown" : "ArrowRight";
      for (const key of [next, next, "Enter", "Escape", next, next]) {
        await press(key);
        expect(isUncovered(focused()), `${key} ${focused().outerHTML.slice(0, 90)}`).toBe(true);
      }
      const target = getComputedStyle(focused().querySelector('[pointer-events="all"]') as Element);
      expect(Number.parseFloat(target.strokeWidth)).toBeGreaterThanOrEqual(2);
      expect(target.stroke).not.toBe("none");
    }
  });

  test("controls: a small target, faint text, an id twice, dead links and a covered element are found", async () => {
    const host = container(300);
    serve(
      host,
      `<figure class="datelines" data-theme="light"><svg class="dl-figure" width="200" height="60"><text x="5" y="20" fill="#999">faint</text>
       <a href="#x" class="dl-mark"><circle cx="20" cy="40" r="4" fill="#ddd"/></a><a href="#y" class="dl-mark"><circle cx="32" cy="40" r="4" fill="#000"/></a></svg>
       <b id="twice" aria-labelledby="nothing"></b><b id="twice"></b></figure>`,
    );
    const root = host.firstElementChild as Element;
    expect(smallTargets(root)).toHaveLength(2);
    expect(faintTexts(root)).toHaveLength(1);
    expect(faintMarks(root)).toHaveLength(1);
    expect(repeatedIds(host)).toEqual(["twice"]);
    expect(await deadLinks(root.querySelectorAll("a"))).toEqual(["x", "y"]);
    expect(brokenReferences(root)).toEqual(["nothing"]);
    const cover = document.createElement("div");
    cover.style.cssText = "position:fixed;inset:0;background:#fff";
    document.body.append(cover);
    expect(isUncovered(root)).toBe(false);
  });
});
