/**
 * The accessibility tree that the browser makes of each layout: as many events as the data has, each with its date and its
 * certainty in words, and every source a link. The trees of small figures are kept as text, to be read.
 */
import { describe, expect, test } from "vitest";
import { he } from "../../src/locales/he.js";
import type { Locale } from "../../src/time/locale.js";
import { en } from "../../src/locales/en.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import { certainty, dateInWords } from "../../src/scene/accessible-names.js";
import { dense } from "../../stories/gallery/dense.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { compact } from "../../stories/gallery/scales.js";
import { rightToLeft } from "../../stories/gallery/scripts.js";
import { dateVocabulary } from "../../stories/gallery/vocabulary.js";
import { type AxNode, AxTree, nameOf, roleOf, stateOf } from "./ax-tree.js";
import { live, part } from "./live.js";
import { frames } from "./support.js";

const { document: kursk } = kurskHorizontal();
const STATES = ["expanded", "pressed", "level"] as const;
const SILENT = new Set(["StaticText", "InlineTextBox", "ListMarker", "none", "generic", "SvgRoot", "image"]);

/** One line a node: its role, name, description and states, indented by its depth. */
function written(tree: AxTree, role: string): string {
  return tree
    .within(role)
    .filter((node) => !SILENT.has(roleOf(node)) || (roleOf(node) === "StaticText" && !tree.inside(node, "button")))
    .map((node) => {
      const states = STATES.filter((name) => stateOf(node, name) !== undefined).map(
        (name) => `${name} ${stateOf(node, name)}`,
      );
      const text = [roleOf(node), nameOf(node) && `"${nameOf(node)}"`, ...states].filter(Boolean).join(" ");
      return `${"  ".repeat(tree.depth(node, role))}${text}`;
    })
    .join("\n");
}

/** The number of events that a mark or a cluster stands for. */
function standsFor(mark: AxNode): number {
  const [, count] = /^([\d,]+) events from /.exec(nameOf(mark)) ?? [];
  return count === undefined ? 1 : Number(count.replace(",", ""));
}

describe("the accessibility tree", () => {
  test.each<[string, unknown, object, number, boolean]>([
    ["horizontal", kursk, { selected: "prisoners" }, 1000, true],
    ["vertical", kursk, {}, 360, true],
    ["compact", compact().document, { ...compact().options, width: undefined }, 640, true],
    ["date-vocabulary", dateVocabulary().document, {}, 1000, true],
    ["right-to-left", rightToLeft().document, { locale: he }, 960, true],
    ["dense", dense().document, {}, 1000, false],
  ])(
    "of the %s figure holds every event with its date, certainty and sources",
    { timeout: 300_000 },
    async (name, data, options, width, kept) => {
      const timeline = await live(data, options, width);
      const locale: Locale = (options as { locale?: Locale }).locale ?? en;
      for (const box of timeline.element.querySelectorAll<HTMLDetailsElement>(".dl-list-box, .dl-sources-box")) {
        box.open = true;
      }
      await frames();
      // A long list is made chapter by chapter, as it is opened.
      for (const chapter of timeline.element.querySelectorAll<HTMLDetailsElement>(".dl-chapter")) chapter.open = true;
      await frames();
      const model = parseDocument(data as never).timeline;
      const { length: total } = (data as { events: unknown[] }).events;
      const tree = await AxTree.read();

      const marks = tree.within("graphics-document").filter((node) => roleOf(node) === "button");
      expect(marks.reduce((sum, mark) => sum + standsFor(mark), 0)).toBe(total - model.unplaced.length);
      const names = marks.map(nameOf);
      // Several events of the dense figure have one title; a name belongs to one whose date and certainty it says as well.
      const eventOf = (one: string) =>
        model.events.find(
          (event) =>
            one.startsWith(event.title) &&
            [dateInWords(event, locale), ...certainty(event, locale)].every((words) => one.includes(words)),
        );
      const single = names.filter((_, i) => !/^[\d,]+ events from /.test(names[i] as string));
      expect(single.length).toBeGreaterThan(0);
      expect(single.filter((one) => eventOf(one) === undefined)).toEqual([]);
      // Nobody speaks these; titles are the author's.
      for (const one of names) {
        const { title = "" } = eventOf(one) ?? {};
        expect(one.slice(title.length)).not.toMatch(/[~?%/–—…→]/);
      }

      const entries = [...timeline.element.querySelectorAll(".dl-list > li")];
      expect(entries).toHaveLength(total);
      const said = tree.nodes.filter((node) => roleOf(node) === "StaticText").map(nameOf);
      for (const event of model.events) {
        for (const words of [dateInWords(event, locale), event.title, certainty(event, locale).join(" ")])
          if (words !== "") expect(said, event.title).toContain(words);
      }
      const links = tree.nodes.filter((node) => roleOf(node) === "link").map(nameOf);
      // A name goes on with what the link does: it opens a new tab.
      for (const source of model.sources.filter(({ href }) => href)) {
        const name = source.title ?? source.publisher ?? source.host ?? "";
        expect(
          links.some((link) => link.startsWith(name)),
          name,
        ).toBe(true);
      }
      const cited = [...model.events, ...model.unplaced].flatMap((event) => event.sources.filter(({ href }) => href));
      expect(timeline.element.querySelectorAll(".dl-list .dl-source-title[href]")).toHaveLength(cited.length);

      if (kept) await expect(`${written(tree, "graphics-document")}\n`).toMatchFileSnapshot(`read/tree-${name}.txt`);
    },
  );

  test("a control: an event that lost its name is found", async () => {
    const timeline = await live(kursk);
    part<SVGElement>(timeline, "a.dl-mark").removeAttribute("aria-label");
    const names = (await AxTree.read())
      .within("graphics-document")
      .filter((node) => roleOf(node) === "button")
      .map(nameOf);
    expect(names.filter((name) => !/\d/.test(name))).toHaveLength(1);
  });
});
