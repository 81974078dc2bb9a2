/**
 * Other browsers than Chromium, as they come with a system: Firefox through Marionette, its own protocol, and WebKit
 * through WebDriver. Only what the corpus needs.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

export interface Engine {
  readonly version: string;
  /** Leaves the tab, and every other window, for a new tab: what stalled or was led away stays behind. */
  fresh(): Promise<void>;
  go(address: string): Promise<void>;
  /** Runs a function in the page. */
  run<Result>(work: (...args: never[]) => Result, ...args: readonly unknown[]): Promise<Result>;
  address(): Promise<string>;
  /** How many windows and tabs there are. */
  windows(): Promise<number>;
  close(): Promise<void>;
}

function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

export const FIREFOX = process.env["DATELINES_FIREFOX"] ?? onPath("firefox-esr", "firefox");
export const WEBKIT = process.env["DATELINES_WEBKIT"] ?? onPath("WebKitWebDriver", "WPEWebDriver");
const XVFB = onPath("Xvfb");
/** WebKit, unlike Firefox, needs a display: the existing one, or a virtual one that this starts. */
export const HAS_DISPLAY = Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"] ?? XVFB);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Retries an asynchronous call for at most a minute. */
async function patiently<Result>(attempt: () => Promise<Result>, child: ChildProcess): Promise<Result> {
  const last = performance.now() + 60_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > last || child.exitCode !== null) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 200);
      });
    }
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  const late = setTimeout(() => child.kill("SIGKILL"), LIMIT);
  await end;
  clearTimeout(late);
}

/** Milliseconds that a page may take to load, and a function in it to answer; the browser is asked to keep them itself. */
const PAGE_LIMITS = { script: 60_000, pageLoad: 60_000, implicit: 0 };
/** Milliseconds after which a command is given up though the browser says nothing. */
const LIMIT = 90_000;

/** An answer, or an error that says what was waited for: a browser that hangs must not hang the run. */
async function within<Result>(answer: Promise<Result>, what: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer to ${what} in ${LIMIT / 1000} s`)), LIMIT);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

type Send = (command: string, parameters?: object) => Promise<unknown>;

/** Messages are JSON behind their length in bytes and a colon; an answer carries the number of its command. */
function marionette(socket: Socket): Send {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const gone = (): void => {
    for (const { reject } of waiting.values()) reject(new Error("Firefox ended the connection"));
    waiting.clear();
  };
  socket.on("close", gone);
  socket.on("error", gone);
  let [held, id] = [Buffer.alloc(0), 0];
  socket.on("data", (data) => {
    held = Buffer.concat([held, data]);
    for (;;) {
      const colon = held.indexOf(":");
      const length = Number(held.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || held.length < colon + 1 + length) return;
      const message: unknown = JSON.parse(held.subarray(colon + 1, colon + 1 + length).toString());
      held = held.subarray(colon + 1 + length);
      // The greeting is an object, not a list.
      if (!Array.isArray(message)) continue;
      const [, of, error, result] = message as [number, number, { error: string; message: string } | null, unknown];
      const asked = waiting.get(of);
      waiting.delete(of);
      if (error) asked?.reject(new Error(`${error.error}: ${error.message}`));
      else asked?.resolve(result);
    }
  });
  return (command, parameters = {}) =>
    within(
      new Promise((resolve, reject) => {
        waiting.set(++id, { resolve, reject });
        const text = JSON.stringify([0, id, command, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
      command,
    );
}

const scriptOf = (work: (...args: never[]) => unknown): string => `return (${work.toString()})(...arguments);`;

export async function openFirefox(path: string): Promise<Engine> {
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), "datelines-firefox-"));
  const preferences = {
    "marionette.port": port,
    "browser.shell.checkDefaultBrowser": false,
    "app.update.enabled": false,
  };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const child = spawn(path, ["--marionette", "--headless", "--no-remote", "--profile", profile], { stdio: "ignore" });
  const socket = await patiently(
    () =>
      new Promise<Socket>((resolve, reject) => {
        const tried = connect(port, "127.0.0.1", () => resolve(tried));
        tried.once("error", reject);
      }),
    child,
  );
  const send = marionette(socket);
  const session = (await send("WebDriver:NewSession", {
    pageLoadStrategy: "normal",
    unhandledPromptBehavior: "dismiss and notify",
    timeouts: PAGE_LIMITS,
  })) as { capabilities: { browserVersion: string } };
  const value = async (command: string, parameters?: object): Promise<unknown> => {
    const result = await send(command, parameters);
    return result !== null && typeof result === "object" && "value" in result ? result.value : result;
  };
  const toWindow = (handle: unknown): Promise<unknown> => send("WebDriver:SwitchToWindow", { handle });
  return {
    version: `Firefox ${session.capabilities.browserVersion}`,
    async fresh() {
      const old = (await value("WebDriver:GetWindowHandles")) as unknown[];
      const { handle } = (await send("WebDriver:NewWindow", { type: "tab" })) as { handle: string };
      for (const other of old) {
        await toWindow(other)
          .then(() => send("WebDriver:CloseWindow"))
          .catch((error: Error) => {
            // A window that a link to another program opened is listed but cannot be entered.
            if (!error.message.startsWith("no such window")) throw error;
          });
      }
      await toWindow(handle);
    },
    go: async (url) => void (await send("WebDriver:Navigate", { url })),
    run: async <Result>(work: (...args: never[]) => Result, ...args: readonly unknown[]) =>
      (await value("WebDriver:ExecuteScript", { script: scriptOf(work), args })) as Result,
    address: async () => String(await value("WebDriver:GetCurrentURL")),
    windows: async () => ((await value("WebDriver:GetWindowHandles")) as unknown[]).length,
    async close() {
      socket.destroy();
      await ended(child);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** A display without a screen, whose number the server chooses and writes to its fourth stream. */
async function openDisplay(): Promise<{ name: string; server: ChildProcess }> {
  const server = spawn(XVFB as string, ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const said = new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once("data", (data: Buffer) => resolve(data.toString().trim()));
    server.once("error", reject);
    server.once("exit", () => reject(new Error("Xvfb ended at once")));
  });
  return { name: `:${await within(said, "Xvfb")}`, server };
}

export async function openWebKit(path: string): Promise<Engine> {
  const port = await freePort();
  const isSeen = process.env["DISPLAY"] !== undefined || process.env["WAYLAND_DISPLAY"] !== undefined;
  const display = isSeen ? undefined : await openDisplay();
  const child = spawn(path, [`--port=${port}`], {
    stdio: "ignore",
    env: display ? { ...process.env, DISPLAY: display.name } : process.env,
  });
  const ask = async (method: "GET" | "POST" | "DELETE", at: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${at}`, {
      method,
      signal: AbortSignal.timeout(LIMIT),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
    if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
  };
  const capabilities = { alwaysMatch: { unhandledPromptBehavior: "dismiss and notify", timeouts: PAGE_LIMITS } };
  type Session = { sessionId: string; capabilities: { browserName: string; browserVersion: string } };
  const begin = async (): Promise<Session> => (await ask("POST", "/session", { capabilities })) as Session;
  const first = await patiently(begin, child);
  let base = `/session/${first.sessionId}`;
  const toWindow = (handle: unknown): Promise<unknown> => ask("POST", `${base}/window`, { handle });
  const handles = async (): Promise<unknown[]> => (await ask("GET", `${base}/window/handles`)) as unknown[];
  return {
    version: `${first.capabilities.browserName} ${first.capabilities.browserVersion}`,
    async fresh() {
      let old: unknown[];
      try {
        old = await handles();
      } catch {
        // A page that hangs or crashes ends its session, so each page has a session of its own.
        base = `/session/${(await begin()).sessionId}`;
        old = await handles();
      }
      const { handle } = (await ask("POST", `${base}/window/new`, { type: "tab" })) as { handle: string };
      for (const other of old) {
        await toWindow(other);
        await ask("DELETE", `${base}/window`);
      }
      await toWindow(handle);
    },
    go: async (url) => void (await ask("POST", `${base}/url`, { url })),
    run: async <Result>(work: (...args: never[]) => Result, ...args: readonly unknown[]) =>
      (await ask("POST", `${base}/execute/sync`, { script: scriptOf(work), args })) as Result,
    address: async () => String(await ask("GET", `${base}/url`)),
    windows: async () => (await handles()).length,
    async close() {
      // Stopping the driver ends a session that hangs.
      await ask("DELETE", base).catch(() => undefined);
      await ended(child);
      if (display) await ended(display.server);
    },
  };
}
