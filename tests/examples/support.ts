/** Projects that install the packed library, and pages opened in Chromium with everything written down that they do. */
import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { expect, inject } from "vitest";
import { findBrowser } from "../../scripts/find-browser.mjs";

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));

/** Runs a program to its end and returns what it printed; what it complained about fails the test. */
export function run(cwd: string, command: string, ...args: string[]): string {
  // vitest sets it to "test", and then tools build as for development.
  const { NODE_ENV: _, ...rest } = process.env;
  const env = { ...rest, ASTRO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1" };
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  expect(status, `${command} ${args.join(" ")}\n${stdout}\n${stderr}\n${error ?? ""}`).toBe(0);
  return stdout;
}

function install(folder: string, ...packages: string[]): void {
  run(
    folder,
    "npm",
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    inject("tarball"),
    ...packages,
  );
}

/** A new project of these files with the library and other packages installed. */
export function project(files: Readonly<Record<string, string>>, ...packages: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "datelines-consumer-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  install(folder, ...packages);
  return folder;
}

/** A copy of an example, installed with the packed library in place of the published one, and built. */
export function example(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `datelines-${name}-`));
  cpSync(join(EXAMPLES, name), folder, {
    recursive: true,
    filter: (path) => !/[\\/](?:node_modules|out)$/.test(path),
  });
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    scripts?: Record<string, string>;
    dependencies: Record<string, string>;
  };
  manifest.dependencies["datelines"] = `file:${inject("tarball")}`;
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  run(folder, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts");
  if (manifest.scripts?.["build"]) run(folder, "npm", "run", "build");
  return folder;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".csv": "text/csv; charset=utf-8",
  ".map": "application/json",
};

export interface Server {
  readonly origin: string;
  stop(): void;
}

/** Serves the files of a folder. */
export async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    // The browser asks for it of its own accord; a page that named one would break a strict policy for images.
    if (pathname === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    const path = join(folder, normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    if (!path.startsWith(folder) || !existsSync(path) || statSync(path).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Starts an example's own server, which says its address in its first line. */
export async function start(folder: string, script: string): Promise<Server> {
  const child = spawn(process.execPath, [script], { cwd: folder, env: { ...process.env, PORT: "0" } });
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (data: Buffer) => {
      const [found] = /http:\/\/[\w.:]+/.exec(data.toString()) ?? [];
      if (found) resolve(found);
    });
    child.stderr.on("data", (data: Buffer) => reject(new Error(data.toString())));
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { origin, stop: () => child.kill() };
}

export function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
}

/** Everything a page does that a reader does not see. */
export interface Visit {
  readonly page: Page;
  /** Console lines, uncaught errors and violations of the page's policy. */
  readonly lines: string[];
  /** Requests to anywhere but the page's own server. */
  readonly foreign: string[];
  close(): Promise<void>;
}

export async function open(
  browser: Browser,
  address: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Visit> {
  const context: BrowserContext = await browser.newContext(options);
  const page = await context.newPage();
  const [lines, foreign]: [string[], string[]] = [[], []];
  const { origin } = new URL(address);
  page.on("console", (message) => lines.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => lines.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:,")) foreign.push(url);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) lines.push(`${response.status()}: ${response.url()}`);
  });
  if (options.javaScriptEnabled !== false) {
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
  }
  await page.goto(address, { waitUntil: "load" });
  return { page, lines, foreign, close: () => context.close() };
}
