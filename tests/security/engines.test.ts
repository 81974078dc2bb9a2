/**
 * The attack corpus in Firefox and WebKit, as far as they are on this machine; run by `npm run test:engines`. Vectors share
 * documents, as they do on a CI run of Chromium.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { figure } from "../../scripts/figures.mjs";
import { parseDocument, renderToHtml, renderToString } from "../../src/index.js";
import { attackDocument } from "./attack-document.js";
import { brokenBuild } from "./control.js";
import { CORPUS } from "./corpus.js";
import { type Engine, FIREFOX, HAS_DISPLAY, openFirefox, openWebKit, WEBKIT } from "./engine.js";
import { type Findings, inspect, listen, provoke } from "./oracle.js";
import { reactPage } from "./react-page.js";
import { Tally } from "./tally.js";
import { openSite, PATHS, type PageText, type Site } from "./site.js";

const ASKED = process.env["DATELINES_ENGINES"] !== undefined;
/**
 * A canary is told to the server as well, once, and to the address that the page had at first: a script in a link may put
 * its own value in place of the page, and with the page goes all that it remembers.
 */
function tellOnce(): void {
  const { origin } = location;
  const told = new Set<number>();
  (globalThis as unknown as { canaryCalled(n: number): void }).canaryCalled = (n) => {
    if (!told.has(n)) navigator.sendBeacon(`${origin}/beacon/${n}`);
    told.add(n);
  };
}
const LISTEN = `(${tellOnce.toString()})();(${listen.toString()})();`;
/** Milliseconds in which a page must have drawn some frames. */
const SETTLED = 60_000;
const GROUPS = [CORPUS.slice(0, 30), CORPUS.slice(30)];
const HOW = {
  Firefox: "install Debian's firefox-esr, or set DATELINES_FIREFOX to a Firefox",
  WebKit:
    "install Debian's webkit2gtk-driver, and xvfb where there is no display, or set DATELINES_WEBKIT to its WebDriver",
};

/** A page hears what happens in it before anything else does; a standalone picture has only its beacons. */
function heard(page: PageText): PageText {
  const text = page.text.replace(/<meta charset="utf-8" ?\/?>/i, '$&<script src="/listen.js"></script>');
  return page.type === "text/html" ? { ...page, text } : page;
}

interface Load extends Omit<Findings, "elements"> {
  readonly beacons: readonly number[];
  readonly escapes: readonly string[];
}

interface Drawn {
  drawn: number;
  root: Element;
}

/**
 * Waits for so many frames, so that what was set off has happened. Asked again and again and not by one promise: a page
 * that a window of its own making covers draws no frame, one that was replaced keeps none of its promises, and a browser
 * waits for them until its time is over.
 */
async function settle(engine: Engine, frames: number): Promise<void> {
  await engine.run((() => {
    // The window by its name: what a driver runs may have a global object of its own for each call.
    const page = window as unknown as Drawn;
    page.drawn = 0;
    page.root = document.documentElement;
    const next = (): void => {
      page.drawn++;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  }) as never);
  const last = performance.now() + SETTLED;
  for (;;) {
    const drawn = await engine.run(() => {
      const page = window as unknown as Partial<Drawn>;
      const isThere = page.root === document.documentElement && document.defaultView !== null;
      if (!isThere) return "replaced";
      return document.hidden ? "covered" : (page.drawn ?? "replaced");
    });
    if (drawn === "replaced") throw new Error("navigation: another page is in its place");
    // Whoever counts windows says what covers it; the frame after the last one has seen the tasks between them.
    if (drawn === "covered" || drawn > frames) return;
    if (performance.now() > last) throw new Error(`${drawn} frames in ${SETTLED / 1000} s`);
  }
}

async function load(
  engine: Engine,
  site: Site,
  page: PageText,
  strict: boolean,
  titles: readonly string[],
  clicks: number,
  frames = 2,
): Promise<Load> {
  site.beacons.length = 0;
  site.strays.length = 0;
  const address = site.put(heard(page), strict);
  const escapes: string[] = [];
  let found: Partial<Findings> = {};
  try {
    await engine.fresh();
    await engine.go(address);
    await engine.run(provoke as never, clicks);
    await settle(engine, frames);
    found = await engine.run(inspect as never, titles);
    // Every page but a picture by itself keeps what it heard.
    if (page.type === "text/html" && !found.canaries) throw new Error("navigation: another page is in its place");
    const now = await engine.address();
    if (now.split("#")[0] !== address) escapes.push(`navigation ${now.slice(0, 100)}`);
    if ((await engine.windows()) > 1) escapes.push("window");
  } catch (error) {
    escapes.push(String(error).slice(0, 200));
  }
  return {
    // A standalone picture hears nothing: its lists are null.
    ...{ strange: found.strange ?? [], canaries: found.canaries ?? [], violations: found.violations ?? [] },
    beacons: [...new Set(site.beacons)],
    escapes: [...escapes, ...site.strays.map((path) => `request ${path}`)],
  };
}

describe.skipIf(!ASKED).each([
  ["Firefox", FIREFOX, openFirefox],
  ["WebKit", HAS_DISPLAY ? WEBKIT : undefined, openWebKit],
] as const)("%s", (name, path, openEngine) => {
  let engine: Engine | undefined;
  let site: Site;
  beforeAll(async () => {
    if (!ASKED) return;
    if (path === undefined) {
      console.log(`${name}: skipped, it is not here or has no display; ${HOW[name]}`);
      return;
    }
    engine = await openEngine(path);
    site = await openSite({ "/react-page.js": await reactPage(), "/listen.js": LISTEN });
  }, 120_000);
  afterAll(async () => {
    await engine?.close();
    if (engine) await site.close();
  });

  const tally = new Tally();
  afterAll(() => {
    if (engine) tally.tell(engine.version);
  });

  describe.skipIf(path === undefined).each(PATHS.map((way) => [way.name, way] as const))("%s", (_, way) => {
    test.skipIf(way.missing).each([
      ["without a policy", false],
      ["under the strict policy", true],
    ])(
      "shows the corpus and does nothing but show it, %s",
      async (_, strict) => {
        for (const vectors of GROUPS) {
          const texts = vectors.flatMap((vector) => vector.texts.slice(0, 2).map((text) => text.slice(0, 400)));
          const { document } = attackDocument(texts);
          const { timeline } = parseDocument(document);
          const titles = [...timeline.events, ...timeline.unplaced].map(({ title }) => title);
          const page = way.page(document, {}, { renderToHtml, renderToString });
          const found = await load(engine as Engine, site, page, strict, titles, 12);
          tally.add(found);
          expect(found).toEqual({ strange: [], canaries: [], violations: [], beacons: [], escapes: [] });
        }
      },
      180_000,
    );
  });

  test.skipIf(path === undefined)(
    "a control that escapes nothing is caught",
    async () => {
      const { renderer } = await brokenBuild();
      const inline = PATHS.find(({ name: way }) => way === "HTML inline") as (typeof PATHS)[number];
      let fired = 0;
      for (const vector of CORPUS) {
        const { document } = attackDocument(vector.texts.slice(0, 4).map((text) => text.slice(0, 300)));
        const found = await load(engine as Engine, site, inline.page(document, {}, renderer), false, [], 100, 12);
        if ([...found.canaries, ...found.beacons].includes(vector.id)) fired++;
      }
      figure(`${engine?.version}: vectors of 60 that run in a control without escaping`, fired, { least: 25 });
      expect(fired).toBeGreaterThanOrEqual(25);
    },
    900_000,
  );
});
