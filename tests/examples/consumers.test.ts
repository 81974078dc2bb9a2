/** Bare projects that do nothing but use the package, in each way that there is. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { renderToHtml } from "../../src/render-to-html.js";
import { LISTED } from "../support/listed-changes.js";
import { launch, open, project, run, serve } from "./support.js";

const TSC = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
const MODULES = fileURLToPath(new URL("../../node_modules", import.meta.url));
const PAGE = '<!doctype html><html lang="en"><title>T</title><link rel="icon" href="data:,"><body>';

let browser: Browser;
const cleanUp: (() => unknown)[] = [];

beforeAll(async () => {
  browser = await launch();
});

afterAll(() => browser?.close());

afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

describe("in Node", () => {
  const USE = `const svg = renderToString([{ title: "A", date: "1848" }]);
console.log(svg.startsWith("<svg"), typeof defineEventTimeline, typeof rehypeTimeline, typeof connectEmbeds, typeof fromTimelineJs);`;
  let folder: string;
  beforeAll(() => {
    folder = project({
      "package.json": '{ "private": true }',
      "a.mjs": `import { renderToString } from "datelines";
import { defineEventTimeline } from "datelines/element";
import { connectEmbeds } from "datelines/embed";
import { fromTimelineJs } from "datelines/import";
import rehypeTimeline from "datelines/rehype";
${USE}`,
      "b.cjs": `const { renderToString } = require("datelines");
const { defineEventTimeline } = require("datelines/element");
const { connectEmbeds } = require("datelines/embed");
const { fromTimelineJs } = require("datelines/import");
const { rehypeTimeline } = require("datelines/rehype");
${USE}`,
    });
  });

  test.each(["a.mjs", "b.cjs"])("%s imports every entry, without a DOM and without React", (file) => {
    expect(run(folder, process.execPath, file).trim()).toBe("true function function function function");
  });

  test("no dependency but d3, the date-fns family, calendars and the libraries of one format each is installed", () => {
    const modules = join(folder, "node_modules");
    const names = readdirSync(modules)
      .filter((name) => !name.startsWith("."))
      .flatMap((name) =>
        name.startsWith("@") ? readdirSync(join(modules, name)).map((part) => `${name}/${part}`) : name,
      );
    expect(names).toContain("datelines");
    const ours = /^(?:datelines|d3-\w+|date-fns|@date-fns\/\w+|@internationalized\/date|jsonc-parser|saxes)$/;
    const theirs = ["@swc/helpers", "xmlchars"];
    expect(names.filter((name) => !ours.test(name)).sort()).toEqual(theirs);
  });
});

describe("in TypeScript", () => {
  const USE = `const element: HTMLElement = createTimeline("#a", [{ title: "A", date: "1848" }], { theme: "dark" }).element;
const stop: () => void = connectEmbeds().stop;
// @ts-expect-error there is no such theme
createTimeline("#a", [], { theme: "pink" });
const made: EventTimelineElement = new EventTimelineElement();
const plugin: (tree: object, file: object) => void = rehypeTimeline({ interactive: true });
const page = createElement(Timeline, { document: { title: "T", events: [] }, selected: null, onSelect: (id: string | null) => id });
// @ts-expect-error a document is needed
createElement(Timeline, {});
export { element, stop, made, plugin, page };
`;
  const IMPORTS = `import { createTimeline } from "datelines";
import { EventTimelineElement } from "datelines/element";
import { connectEmbeds } from "datelines/embed";
import { Timeline } from "datelines/react";
import { rehypeTimeline } from "datelines/rehype";
import { createElement } from "react";
`;
  let folder: string;
  beforeAll(() => {
    folder = project(
      { "package.json": '{ "private": true, "type": "module" }', "a.ts": IMPORTS + USE, "b.cts": IMPORTS + USE },
      "react@19",
      "@types/react@19",
    );
  });

  test.each([
    // Under node16 a CommonJS file may not import an ES module; nodenext knows that Node can.
    ["node16", "node16", ["a.ts"]],
    ["nodenext", "nodenext", ["a.ts", "b.cts"]],
    ["bundler", "esnext", ["a.ts"]],
  ])("compiles strictly under %s resolution", (moduleResolution, module, files) => {
    const compilerOptions = {
      moduleResolution,
      module,
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    expect(run(folder, process.execPath, TSC, "-p", folder)).toBe("");
  });
});

describe("by a script tag", () => {
  test("one line registers the element and defines the global, and nothing is said or fetched", async () => {
    const folder = project({
      "package.json": '{ "private": true }',
      "index.html": `${PAGE}<link rel="stylesheet" href="node_modules/datelines/dist/style.css">
<event-timeline><script type="application/json">[{ "title": "A", "date": "1848" }]</script></event-timeline>
<div id="other"></div>
<script src="node_modules/datelines/dist/datelines.min.js"></script>
<script>datelines.createTimeline("#other", [{ title: "B", date: "1849" }], { idPrefix: "other" });</script>`,
    });
    const server = await serve(folder);
    cleanUp.push(() => server.stop());
    const visit = await open(browser, `${server.origin}/`);
    await visit.page.waitForSelector("event-timeline figure.datelines");
    expect(await visit.page.locator("figure.datelines").count()).toBe(2);
    expect([visit.lines, visit.foreign]).toEqual([[], []]);
    await visit.close();
  });

  test("a static figure becomes live by the small script, under a strict policy", async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'">`;
    const figure = renderToHtml([{ id: "a", title: "A", date: "1848" }]);
    const folder = project({
      "package.json": '{ "private": true }',
      "index.html": `${PAGE.replace("<body>", `${policy}<link rel="stylesheet" href="node_modules/datelines/dist/style.css"><body>`)}${figure}
<script src="node_modules/datelines/dist/lazy.min.js"></script>`,
    });
    const server = await serve(folder);
    cleanUp.push(() => server.stop());
    const visit = await open(browser, `${server.origin}/`);
    await visit.page.waitForSelector(".dl-toolbar:not([hidden])");
    await visit.page.locator('[data-event="a"] > a.dl-mark').click();
    await visit.page.waitForSelector(".dl-details:not([hidden])");
    expect([visit.lines, visit.foreign]).toEqual([[], []]);
    await visit.close();
  });

  test("an iframe from the command line is as high as its timeline", async () => {
    const folder = project({
      "package.json": '{ "private": true }',
      "a.json": '[{ "title": "A", "date": "1848" }, { "title": "B", "date": "1850" }]',
      "index.html": `${PAGE}<iframe data-datelines title="T" src="a.html" width="600" height="10"></iframe>
<script src="node_modules/datelines/dist/embed.min.js"></script>`,
    });
    run(folder, process.execPath, "node_modules/datelines/dist/cli.js", "render", "a.json", "-o", "a.html", "--embed");
    const server = await serve(folder);
    cleanUp.push(() => server.stop());
    const visit = await open(browser, `${server.origin}/`);
    const heights = (): Promise<number[]> =>
      visit.page.evaluate(() => {
        const frame = document.querySelector("iframe") as HTMLIFrameElement;
        return [Number(frame.height), frame.contentDocument?.documentElement.getBoundingClientRect().height ?? 0];
      });
    await expect.poll(async () => ((await heights())[0] ?? 0) > 100).toBe(true);
    const [outer = 0, inner = 1] = await heights();
    expect(outer).toBe(Math.ceil(inner));
    expect([visit.lines, visit.foreign]).toEqual([[], []]);
    await visit.close();
  });
});

describe("built by a framework", () => {
  /** Serves a folder, waits until the page's timeline has its buttons, and closes the page without a complaint. */
  async function expectLive(folder: string): Promise<void> {
    const server = await serve(folder);
    cleanUp.push(() => server.stop());
    const visit = await open(browser, `${server.origin}/`);
    await visit.page.waitForSelector(".dl-toolbar:not([hidden])");
    expect([visit.lines, visit.foreign]).toEqual([[], []]);
    await visit.close();
  }

  test("Vite bundles a timeline that works in the page", async () => {
    const folder = project(
      {
        "package.json": '{ "private": true, "type": "module" }',
        "index.html": `${PAGE}<div id="a"></div><script type="module" src="/main.js"></script>`,
        "main.js": `import { createTimeline } from "datelines";
import "datelines/style.css";
createTimeline("#a", [{ title: "A", date: "1848" }]);`,
      },
      "vite@8",
    );
    run(folder, "npx", "vite", "build");
    await expectLive(join(folder, "dist"));
  });

  test("Next takes the component as a client component, and the renderer in a server component", async () => {
    const folder = project(
      {
        "package.json": '{ "private": true }',
        "next.config.mjs": 'export default { output: "export" };',
        "app/layout.jsx": `import "datelines/style.css";
export default function Layout({ children }) {
  return <html lang="en"><head><link rel="icon" href="data:," /></head><body>{children}</body></html>;
}`,
        "app/page.jsx": `import { renderToHtml } from "datelines";
import { Timeline } from "datelines/react";
const events = [{ title: "A", date: "1848" }];
export default function Page() {
  const html = renderToHtml(events, { idPrefix: "still" });
  return <main><Timeline document={events} /><div dangerouslySetInnerHTML={{ __html: html }} /></main>;
}`,
      },
      "next@16",
      "react@19",
      "react-dom@19",
    );
    run(folder, "npx", "next", "build");
    const html = readFileSync(join(folder, "out/index.html"), "utf8");
    expect(html.match(/<figure class="datelines/g)).toHaveLength(2);
    await expectLive(join(folder, "out"));
  });
});

describe.each(["18", "19"])("in React %s", (version) => {
  const PAGE_SOURCE = `import { createElement as h, StrictMode } from "react";
import { Timeline } from "datelines/react";
const events = { title: "T", events: [{ id: "a", title: "A", date: "1848" }, { id: "b", title: "B", date: "1850" }] };
export const page = () => h(StrictMode, null, h(Timeline, { document: events, id: "one" }), h(Timeline, { document: events, id: "two" }));
`;
  let folder: string;
  beforeAll(async () => {
    folder = project(
      {
        "package.json": '{ "private": true, "type": "module" }',
        "page.js": PAGE_SOURCE,
        "server.mjs": `import { renderToString } from "react-dom/server";
import { page } from "./page.js";
process.stdout.write(renderToString(page()));`,
        "client.js": `import { hydrateRoot } from "react-dom/client";
import { page } from "./page.js";
const root = document.getElementById("root");
const records = [];
const observer = new MutationObserver((found) => records.push(...found));
observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
hydrateRoot(root, page());
window.changes = () => {
  records.push(...observer.takeRecords());
  return records.map((record) => record.attributeName ?? record.type);
};`,
      },
      `react@${version}`,
      `react-dom@${version}`,
    );
    mkdirSync(join(folder, "out"));
    const html = run(folder, process.execPath, "server.mjs");
    writeFileSync(
      join(folder, "out/index.html"),
      `${PAGE}<link rel="stylesheet" href="style.css"><div id="root" style="width: 960px">${html}</div><script src="client.js"></script>`,
    );
    writeFileSync(
      join(folder, "out/style.css"),
      readFileSync(join(folder, "node_modules/datelines/dist/style.css"), "utf8"),
    );
    // The development build is the one that complains of what does not match.
    await build({
      entryPoints: [join(folder, "client.js")],
      outfile: join(folder, "out/client.js"),
      bundle: true,
      define: { "process.env.NODE_ENV": '"development"' },
      logLevel: "error",
      nodePaths: [MODULES],
      absWorkingDir: folder,
    });
  });

  test("a server's page is taken over in StrictMode without a change but roles, states and its buttons appearing", async () => {
    const server = await serve(join(folder, "out"));
    cleanUp.push(() => server.stop());
    const visit = await open(browser, `${server.origin}/`);
    await visit.page.waitForFunction(() => document.querySelectorAll(".dl-toolbar:not([hidden])").length === 2);
    const changes = (await visit.page.evaluate("window.changes()")) as string[];
    expect(changes).toContain("hidden");
    expect(changes.filter((name) => !LISTED.test(name))).toEqual([]);
    expect(visit.lines.filter((line) => !line.includes("React DevTools"))).toEqual([]);
    expect(visit.foreign).toEqual([]);
    await visit.close();
  });

  test("the timelines answer, and have no id twice", async () => {
    const server = await serve(join(folder, "out"));
    cleanUp.push(() => server.stop());
    const visit = await open(browser, `${server.origin}/`);
    await visit.page.waitForSelector(".dl-toolbar:not([hidden])");
    await visit.page.locator('#two [data-event="b"] .dl-mark').click();
    expect(await visit.page.locator("#two .dl-details").textContent()).toContain("B");
    expect(await visit.page.locator("#one .dl-details").isHidden()).toBe(true);
    const ids = await visit.page.locator("[id]").evaluateAll((elements) => elements.map((element) => element.id));
    expect(new Set(ids).size).toBe(ids.length);
    await visit.close();
  });
});
