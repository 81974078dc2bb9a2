/** Every snippet of README and guide, copied out, run with the packed library, and held to what it shows. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, open, project, run, type Server, serve } from "./support.js";

const ROOT = new URL("../../", import.meta.url);
const files = [
  "README.md",
  ...readdirSync(new URL("docs/", ROOT))
    .filter((name) => name.endsWith(".md") && name !== "api.md")
    .map((name) => `docs/${name}`),
];

interface Snippet {
  readonly language: string;
  readonly code: string;
  readonly name: string;
}

const snippets: readonly Snippet[] = files.flatMap((file) =>
  [...readFileSync(new URL(file, ROOT), "utf8").matchAll(/^(`{3,})(\w+)\n([^]*?)^\1$/gm)].map((match, i) => ({
    language: match[2] as string,
    code: match[3] as string,
    name: `${file}, ${match[2]} ${i + 1}`,
  })),
);

const of = (...languages: readonly string[]): Snippet[] =>
  snippets.filter((snippet) => languages.includes(snippet.language));
/** A browser is needed where a container or a stylesheet is named. */
const isForBrowser = ({ code }: Snippet): boolean => /createTimeline\(|hydrateTimeline\(|\.css"/.test(code);
/** What a snippet says that it prints: the comment after each line that prints. */
const promised = (code: string): string[] =>
  [...code.matchAll(/^console\.log\([^\n]*\);\n\/\/ (.*)$/gm)].map((match) => match[1] as string);

const TIMELINE = '[{ "title": "A", "date": "1848", "sources": ["https://example.org/"] }]';
const SHEET = "title,date\nA,1848\n";
const HEAD = `<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/node_modules/datelines/dist/style.css">`;

let folder: string;
let browser: Browser;
let server: Server;

beforeAll(async () => {
  folder = project(
    {
      "package.json": '{ "private": true, "type": "module" }',
      "timeline.json": TIMELINE,
      "slides.json": TIMELINE,
      "sheet.csv": SHEET,
    },
    "react@19",
    "react-dom@19",
  );
  browser = await launch();
  server = await serve(folder);
});

afterAll(async () => {
  server?.stop();
  await browser?.close();
});

/** Opens a page and returns what it said, once a timeline is there. */
async function visit(html: string): Promise<string[]> {
  writeFileSync(join(folder, "page.html"), html);
  const { page, lines, foreign, close } = await open(browser, `${server.origin}/page.html`);
  await page.waitForSelector("figure.datelines .dl-mark");
  expect(foreign).toEqual([]);
  await close();
  return lines.filter((line) => !line.startsWith("log:") && !line.includes("React DevTools"));
}

/** What is taken over must be there before. */
function servedFigure(): string {
  writeFileSync(
    join(folder, "figure.mjs"),
    `import { renderToHtml } from "datelines";\nprocess.stdout.write(renderToHtml(${TIMELINE}));`,
  );
  return run(folder, process.execPath, "figure.mjs");
}

async function bundle(code: string, loader: "js" | "jsx"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader },
    outfile: "out.js",
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return outputFiles.find((file) => file.path.endsWith(".js"))?.text ?? "";
}

test("there are snippets of each kind", () => {
  expect(of("js").filter(isForBrowser).length).toBeGreaterThanOrEqual(3);
  expect(of("js").filter((snippet) => !isForBrowser(snippet)).length).toBeGreaterThanOrEqual(5);
  for (const language of ["json", "html", "sh", "jsx"]) expect(of(language).length, language).toBeGreaterThan(0);
});

describe("JavaScript for Node runs and prints what it says", () => {
  test.each(of("js").filter((snippet) => !isForBrowser(snippet)))("$name", ({ code }) => {
    writeFileSync(join(folder, "snippet.mjs"), code);
    const printed = run(folder, process.execPath, "snippet.mjs").trim().split("\n");
    for (const line of promised(code)) expect(printed).toContain(line);
  });
});

describe("JavaScript for a browser shows a timeline and says nothing else", () => {
  test.each(of("js").filter(isForBrowser))("$name", async ({ code }) => {
    writeFileSync(join(folder, "snippet.js"), await bundle(code, "js"));
    const figure = code.includes("hydrateTimeline(") ? servedFigure() : "";
    const html = `${HEAD}<div id="timeline">${figure}</div><script type="module" src="snippet.js"></script>`;
    expect(await visit(html)).toEqual([]);
  });
});

describe("JSX shows a timeline", () => {
  test.each(of("jsx"))("$name", async ({ code }) => {
    const [, name = ""] = /export function (\w+)/.exec(code) ?? [];
    const mount = `\nimport { createRoot } from "react-dom/client";
createRoot(document.getElementById("root")).render(<${name} />);`;
    writeFileSync(join(folder, "snippet.js"), await bundle(code + mount, "jsx"));
    expect(await visit(`${HEAD}<div id="root"></div><script type="module" src="snippet.js"></script>`)).toEqual([]);
  });
});

describe("HTML shows a timeline and says nothing else", () => {
  // Those of frameworks are no HTML, and that of the host page needs its frame.
  const plain = of("html").filter(({ code }) => !/Vue:|<iframe/.test(code));
  test.each(plain)("$name", async ({ code }) => {
    const html = code.replaceAll('"datelines/dist/', '"/node_modules/datelines/dist/');
    const script = html.includes("datelines.min.js")
      ? ""
      : '<script defer src="/node_modules/datelines/dist/datelines.min.js"></script>';
    const figure = html.includes("lazy.min.js") ? servedFigure() : "";
    expect(await visit(`${HEAD}${script}${html}${figure}`)).toEqual([]);
  });
});

describe("JSON is a timeline, or the part of one, without a fault", () => {
  test.each(of("json"))("$name", ({ code }) => {
    writeFileSync(join(folder, "snippet.json"), code);
    expect(run(folder, "npx", "datelines", "check", "snippet.json")).toContain("0 errors, 0 warnings");
  });
});

describe("commands end well", () => {
  const commands = of("sh").flatMap(({ code }) =>
    code
      .split("\n")
      .map((line) => line.replace(/\s+#.*$/, ""))
      .filter((line) => line.startsWith("npx datelines ")),
  );
  test.each(commands)("%s", (command) => {
    const [program = "", ...words] = command.split(" ");
    expect(() => run(folder, program, ...words)).not.toThrow();
  });
});
