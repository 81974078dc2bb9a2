/** The pages that attack documents are loaded in: one way to show a document each, with and without the strict policy. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const file = (path: string): string => readFileSync(`${ROOT}dist/${path}`, "utf8");
const hasFile = (path: string): boolean => existsSync(`${ROOT}dist/${path}`);

/** The policy of a page that trusts nothing: no inline script or style, no string becomes code or markup. */
export const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The two functions of the library that write text. */
export interface Renderer {
  renderToString(document: unknown, options?: object): string;
  renderToHtml(document: unknown, options?: object): string;
}

export interface PageText {
  readonly type: "text/html" | "image/svg+xml";
  readonly text: string;
  /** Added to the policy: hashes of what the page itself carries inline. */
  readonly hashes?: { readonly script: readonly string[]; readonly style: readonly string[] };
}

export interface Path {
  readonly name: string;
  /** Why it is not run, or undefined. */
  readonly missing?: string;
  page(document: unknown, options: object, renderer: Renderer): PageText;
}

const escaped = (value: unknown): string =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

const html = (body: string, path = "html"): PageText => ({
  type: "text/html",
  text: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Attack</title><link rel="stylesheet" href="/style.css"><body><main data-path="${path}">${body.replace("$SCRIPTS", "</main>")}${body.includes("$SCRIPTS") ? "" : "</main>"}`,
});

const scripts = (...names: string[]): string => names.map((name) => `<script src="/${name}"></script>`).join("");
const island = (document: unknown, options: object): string =>
  `<script type="application/json" id="given">${escaped({ document, options })}</script>`;

/** The command's page, and hashes of its own style and script, taken from a page of harmless data. */
function command(document: unknown): string {
  const { stdout, error } = spawnSync(process.execPath, [`${ROOT}dist/cli.js`, "render", "-", "--format", "html"], {
    input: JSON.stringify(document),
    encoding: "utf8",
    maxBuffer: 2 ** 29,
  });
  if (error) throw error;
  return stdout;
}

let ownHashes: PageText["hashes"];
function hashesOfCommand(): NonNullable<PageText["hashes"]> {
  const page = command([{ title: "A", date: "1848" }]);
  const of = (tag: string): string[] =>
    [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))].map(
      ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
    );
  ownHashes ??= { script: of("script"), style: of("style") };
  return ownHashes;
}

export const PATHS: readonly Path[] = [
  {
    name: "an SVG file",
    page: (document, options, { renderToString }) => ({
      type: "image/svg+xml",
      text: renderToString(document, options),
    }),
  },
  {
    name: "SVG inline",
    page: (document, options, { renderToString }) => html(renderToString(document, options), "svg"),
  },
  {
    name: "HTML inline",
    page: (document, options, { renderToHtml }) => html(renderToHtml(document, options)),
  },
  {
    name: "the page of the command",
    page: (document) => ({ type: "text/html", text: command(document), hashes: hashesOfCommand() }),
  },
  {
    name: "mounted",
    page: (document, options) =>
      html(`<div id="host"></div>$SCRIPTS${island(document, options)}${scripts("datelines.min.js", "mount.js")}`),
  },
  {
    name: "hydrated",
    page: (document, options, { renderToHtml }) =>
      html(`${renderToHtml(document, options)}$SCRIPTS${scripts("datelines.min.js", "hydrate.js")}`),
  },
  {
    name: "the custom element",
    ...(hasFile("element.js") ? {} : { missing: "dist/element.js is not built" }),
    page: (document) =>
      html(
        `<event-timeline><script type="application/json">${escaped(document)}</script></event-timeline>$SCRIPTS${scripts("datelines.min.js")}`,
      ),
  },
  {
    name: "React",
    ...(hasFile("react.js") ? {} : { missing: "dist/react.js is not built" }),
    page: (document, options) =>
      html(`<div id="host"></div>$SCRIPTS${island(document, options)}${scripts("react-page.js")}`),
  },
];

const MOUNT = `const { document: data, options } = JSON.parse(document.querySelector("#given").textContent);
globalThis.timeline = datelines.createTimeline("#host", data, options);`;
const HYDRATE = `globalThis.timeline = datelines.hydrateTimeline("figure.datelines");`;

export interface Site {
  readonly origin: string;
  /** Requests that nobody may make. */
  readonly strays: string[];
  /** Numbers of beacons that were asked for. */
  readonly beacons: number[];
  /** Serves a page; the address of it. */
  put(page: PageText, strict: boolean): string;
  close(): Promise<void>;
}

export async function openSite(more: Readonly<Record<string, string>> = {}): Promise<Site> {
  const pages = new Map<string, { page: PageText; strict: boolean }>();
  const beacons: number[] = [];
  const strays: string[] = [];
  const assets: Readonly<Record<string, () => string>> = {
    "/datelines.min.js": () => file("datelines.min.js"),
    "/style.css": () => file("style.css"),
    "/mount.js": () => MOUNT,
    "/hydrate.js": () => HYDRATE,
    ...Object.fromEntries(Object.entries(more).map(([path, text]) => [path, () => text])),
  };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const beacon = /^\/beacon\/(\d+)/.exec(path);
    const held = pages.get(path);
    const asset = assets[path];
    if (held) {
      const { script = [], style = [] } = held.page.hashes ?? {};
      const policy = STRICT.replace("script-src 'self'", ["script-src 'self'", ...script].join(" ")).replace(
        "style-src 'self'",
        ["style-src 'self'", ...style].join(" "),
      );
      if (held.strict) response.setHeader("content-security-policy", policy);
      response.setHeader("content-type", `${held.page.type}; charset=utf-8`).end(held.page.text);
    } else if (asset) {
      response.setHeader("content-type", path.endsWith(".css") ? "text/css" : "text/javascript").end(asset());
    } else {
      if (beacon) beacons.push(Number(beacon[1]));
      else if (path !== "/favicon.ico") strays.push(path);
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let count = 0;
  return {
    origin,
    strays,
    beacons,
    put(page, strict) {
      const path = `/page/${++count}`;
      pages.clear();
      pages.set(path, { page, strict });
      return origin + path;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
