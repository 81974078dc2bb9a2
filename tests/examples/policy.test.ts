/**
 * Every picture of the gallery under the strictest policy: live, and taken over from what a server wrote. Images of events are
 * requests that the document asks for; here they are off, and the tests of images say what they need.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderToHtml } from "../../src/render-to-html.js";
import { GALLERY } from "../../stories/gallery/index.js";
import { launch, open, type Server, serve } from "./support.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

let folder: string;
let server: Server;
let browser: Browser;

const pageOf = (content: string, script: string): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>T</title><link rel="icon" href="icon.svg">
<link rel="stylesheet" href="style.css"><body>${content}<script src="${script}"></script>`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "datelines-policy-"));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  cpSync(join(ROOT, "src/style.css"), join(folder, "style.css"));
  write("icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await build({
    stdin: {
      contents: `import { createTimeline, hydrateTimeline } from "./src/index.js";
import { GALLERY } from "./stories/gallery/index.js";
const name = new URLSearchParams(location.search).get("name");
if (name) {
  const { document: data, options } = GALLERY[name]();
  createTimeline("#host", data, { ...options, images: false });
} else hydrateTimeline("#host");
for (const action of ["zoom-in", "later", "fit"]) document.querySelector('[data-action="' + action + '"]')?.click();
document.querySelector(".dl-mark")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.setAttribute("data-done", "")));`,
      resolveDir: ROOT,
      loader: "ts",
    },
    outfile: join(folder, "gallery.js"),
    bundle: true,
    format: "iife",
    // Files that stories import as text.
    loader: { ".csv": "text", ".tsv": "text", ".xml": "text" },
    logLevel: "error",
  });
  write("live.html", pageOf('<div id="host"></div>', "gallery.js"));
  mkdirSync(join(folder, "served"));
  for (const [name, make] of Object.entries(GALLERY)) {
    const { document: data, options } = make();
    const html = pageOf(`<div id="host">${renderToHtml(data, { ...options, images: false })}</div>`, "../gallery.js");
    write(`served/${name}.html`, html.replaceAll(/href="(icon|style)/g, 'href="../$1'));
  }
  server = await serve(folder);
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  server?.stop();
  rmSync(folder, { recursive: true });
});

async function said(path: string): Promise<readonly string[]> {
  const { page, lines, foreign, close } = await open(browser, `${server.origin}/${path}`);
  await page.waitForSelector("[data-done]", { state: "attached" });
  await close();
  return [...lines, ...foreign];
}

test.each(Object.keys(GALLERY))("%s is live without a violation, a line or a foreign request", async (name) => {
  expect(await said(`live.html?name=${name}`)).toEqual([]);
});

test.each(Object.keys(GALLERY))("%s is taken over without a violation, a line or a foreign request", async (name) => {
  expect(await said(`served/${name}.html`)).toEqual([]);
});
