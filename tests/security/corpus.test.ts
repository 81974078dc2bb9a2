/**
 * The attack corpus in a real browser: every text in every place, through every path, without a policy and with the
 * strict one. On a CI run the vectors share documents; with DATELINES_PROOF=full each has a page of its own.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBrowser } from "../../scripts/find-browser.mjs";
import { figure } from "../../scripts/figures.mjs";
import { parseDocument, renderToHtml, renderToString } from "../../src/index.js";
import { ALL_PATHS, attackDocument } from "./attack-document.js";
import { brokenBuild } from "./control.js";
import { CORPUS, type Vector } from "./corpus.js";
import { type Findings, inspect, listen, provoke } from "./oracle.js";
import { reactPage } from "./react-page.js";
import { Tally } from "./tally.js";
import { openSite, PATHS, type PageText, type Site } from "./site.js";

const FULL = process.env["DATELINES_PROOF"] === "full";
const GROUP = FULL ? 1 : 30;
const groups = Array.from({ length: Math.ceil(CORPUS.length / GROUP) }, (_, i) =>
  CORPUS.slice(i * GROUP, (i + 1) * GROUP),
);
const LONGEST_SHARED = 400;
/** Limit of clicks on a page: each click may redraw everything, which is slow on crowded pages. */
const MOST_CLICKS = FULL ? 200 : 12;

/** Texts of a load. Where many vectors share it, two texts of each stay, and the endless ones are shortened. */
function textsOf(vectors: readonly Vector[]): readonly string[] {
  if (FULL) return vectors.flatMap((vector) => vector.texts);
  return vectors.flatMap(({ texts }) => texts.slice(0, 2).map((text) => text.slice(0, LONGEST_SHARED)));
}

/** Options that take any text. */
function optionsOf(text: string): Record<string, unknown> {
  return { now: text, timeZone: text, selected: text, initialView: { from: text, to: text } };
}

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
  site = await openSite({ "/react-page.js": await reactPage() });
});
const tally = new Tally();
afterAll(async () => {
  tally.tell(`Chromium ${browser.version()}`);
  await browser.close();
  await site.close();
});

interface Load extends Findings {
  readonly beacons: readonly number[];
  /** Dialogs, windows, navigations and requests that must not be. */
  readonly escapes: readonly string[];
}

async function load(
  page: PageText,
  strict: boolean,
  titles: readonly string[],
  at: Site = site,
  clicks = MOST_CLICKS,
): Promise<Load> {
  const context = await browser.newContext();
  const tab: Page = await context.newPage();
  const escapes: string[] = [];
  let address = "";
  at.beacons.length = 0;
  at.strays.length = 0;
  const canaries: number[] = [];
  await context.exposeFunction("canaryCalled", (n: number) => canaries.push(n));
  await tab.addInitScript(listen);
  await context.route("**", async (route) => {
    const url = route.request().url();
    if (url.startsWith(at.origin)) return route.continue();
    const isImage = route.request().resourceType() === "image" && url.startsWith("https://");
    if (isImage && route.request().headers()["referer"] === undefined) return route.abort();
    escapes.push(`request ${url.slice(0, 100)}`);
    return route.abort();
  });
  tab.on("dialog", (dialog) => {
    escapes.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("page", (other) => {
    if (other !== tab) escapes.push(`window ${other.url().slice(0, 100)}`);
  });
  tab.on("framenavigated", (frame) => {
    if (frame.url().split("#")[0] !== address) escapes.push(`navigation ${frame.url().slice(0, 100)}`);
  });
  address = at.put(page, strict);
  try {
    await tab.goto(address, {
      waitUntil: at === site ? "load" : "domcontentloaded",
      timeout: at === site ? 60_000 : 10_000,
    });
    // The control fetches the injected addresses, so the page may never become idle.
    if (at !== site) await tab.waitForLoadState("load", { timeout: 1000 }).catch(() => undefined);
    await tab.evaluate(provoke, clicks);
    // Wait for frames and a task, so that triggered scripts have run; the control waits longer.
    await tab.evaluate(
      async (frames) => {
        for (let i = 0; i < frames; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => setTimeout(resolve));
      },
      at === site ? 2 : 12,
    );
    const findings = await tab.evaluate(inspect, titles);
    return {
      ...findings,
      canaries: [...new Set([...canaries, ...findings.canaries])],
      beacons: [...new Set(at.beacons)],
      escapes: [...escapes, ...at.strays.map((path) => `request ${path}`)],
    };
  } catch (error) {
    // The page navigated away.
    if (!/context was destroyed|has been closed/.test(String(error))) throw error;
    escapes.push("navigation");
    return { strange: [], canaries, violations: [], elements: 0, beacons: [...new Set(at.beacons)], escapes };
  } finally {
    await context.close();
  }
}

const ours = { renderToHtml, renderToString };

describe("the corpus", () => {
  test("has sixty vectors, each with texts", () => {
    expect(CORPUS.map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    for (const { texts } of CORPUS) expect(texts.length).toBeGreaterThan(0);
  });

  test("is put into every text of the document's types, and into no field that the reader does not know", () => {
    const { document, paths } = attackDocument(["attack"]);
    expect(ALL_PATHS.length).toBeGreaterThan(60);
    const missed = ALL_PATHS.filter((path) => !paths.has(path));
    figure(`texts of the schema, ${ALL_PATHS.length} places: without an attack`, missed.length, { exactly: 0 });
    expect(missed).toEqual([]);
    const { issues } = parseDocument(document);
    expect(issues.filter(({ code }) => code === "field-unknown")).toEqual([]);
  });

  // A CI run presses few buttons; the long run covers what they open.
  test("is looked for beside every element that the figure and the parts around it are made of", () => {
    const src = fileURLToPath(new URL("../../src/", import.meta.url));
    const unions = [...readFileSync(`${src}scene/node.ts`, "utf8").matchAll(/export type (?:Svg|Html)Tag =([^;]+);/g)];
    const nodes = unions.flatMap(([, union = ""]) => union.match(/\w+/g) ?? []);
    const dom = readdirSync(`${src}dom`, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    const made = dom.flatMap((name) => [
      ...readFileSync(`${src}dom/${name}`, "utf8").matchAll(/createElement\("(\w+)"/g),
    ]);
    const tags = [...nodes, ...made.map(([, tag = ""]) => tag)].filter((tag) => tag !== "canvas");
    expect(nodes.length).toBeGreaterThan(20);
    expect(made.length).toBeGreaterThan(5);
    const known = new Set(inspect.toString().match(/\w+/g));
    expect(tags.filter((tag) => !known.has(tag))).toEqual([]);
  });
});

describe.each(PATHS.map((path) => [path.name, path] as const))("shown as %s", (_, path) => {
  test.skipIf(path.missing).each([
    ["without a policy", false],
    ["under the strict policy", true],
  ])("does nothing but show it, %s", { timeout: FULL ? 600_000 : 60_000 }, async (_, strict) => {
    for (const vectors of groups) {
      const texts = textsOf(vectors);
      const { document, options } = attackDocument(texts, optionsOf(texts[0] ?? ""));
      const { timeline } = parseDocument(document);
      const titles = [...timeline.events, ...timeline.unplaced].map(({ title }) => title);
      const { elements, ...found } = await load(path.page(document, options, ours), strict, titles);
      tally.add(found);
      const name = `vectors ${vectors.map(({ id }) => id).join(" ")}`;
      expect({ name, ...found }).toEqual({
        name,
        strange: [],
        canaries: [],
        violations: [],
        beacons: [],
        escapes: [],
      });
      expect(elements).toBeGreaterThan(texts.length);
    }
  });
});

describe("a control that escapes and checks nothing", () => {
  test("is caught: at least 25 vectors run, and the strict policy reports", { timeout: 120_000 }, async () => {
    const { renderer, script } = await brokenBuild();
    const broken = await openSite({ "/datelines.min.js": script });
    const inline = PATHS.find(({ name }) => name === "HTML inline") as (typeof PATHS)[number];
    const fired = new Set<number>();
    let strange = 0;
    for (const vector of CORPUS) {
      const { document } = attackDocument(vector.texts.slice(0, 4).map((text) => text.slice(0, 300)));
      const found = await load(inline.page(document, {}, renderer), false, [], broken, 100);
      if (found.canaries.length > 0 || found.beacons.length > 0) fired.add(vector.id);
      if (found.strange.length > 0) strange++;
    }
    const { document } = attackDocument(CORPUS[1]?.texts ?? []);
    const policed = await load(inline.page(document, {}, renderer), true, [], broken);
    await broken.close();
    figure("a control without escaping: vectors of 60 that ran", fired.size, { least: 25 });
    figure("a control without escaping: vectors of 60 that the DOM oracle found", strange, { least: 25 });
    figure("a control without escaping: reports of the strict policy", policed.violations.length, { least: 1 });
    expect(fired.size).toBeGreaterThanOrEqual(25);
    expect(strange).toBeGreaterThanOrEqual(25);
    expect(policed.violations.length).toBeGreaterThan(0);
  });
});
