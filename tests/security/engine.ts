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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Tries until it works, for at most a minute. */
async function patiently<Result>(attempt: () => Promise<Result>, child: ChildProcess): Promise<Result> {
  for (let i = 0; ; i++) {
    try {
      return await attempt();
    } catch (error) {
      if (i > 300 || child.exitCode !== null) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 200);
      });
    }
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const end = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await end;
}

type Send = (command: string, parameters?: object) => Promise<unknown>;

/** Messages are JSON behind their length in bytes and a colon; answers come in the order of commands. */
function marionette(socket: Socket): Send {
  const waiting: { resolve(value: unknown): void; reject(error: Error): void }[] = [];
  let [held, id] = [Buffer.alloc(0), 0];
  socket.on("data", (data) => {
    held = Buffer.concat([held, data]);
    for (;;) {
      const colon = held.indexOf(":");
      const length = Number(held.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || held.length < colon + 1 + length) return;
      const message: unknown = JSON.parse(held.subarray(colon + 1, colon + 1 + length).toString());
      held = held.subarray(colon + 1 + length);
      // The greeting is no list.
      if (!Array.isArray(message)) continue;
      const [, , error, result] = message as [number, number, { error: string; message: string } | null, unknown];
      const asked = waiting.shift();
      if (error) asked?.reject(new Error(`${error.error}: ${error.message}`));
      else asked?.resolve(result);
    }
  });
  return (command, parameters = {}) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      const text = JSON.stringify([0, ++id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
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
  })) as { capabilities: { browserVersion: string } };
  const value = async (command: string, parameters?: object): Promise<unknown> => {
    const result = await send(command, parameters);
    return result !== null && typeof result === "object" && "value" in result ? result.value : result;
  };
  return {
    version: `Firefox ${session.capabilities.browserVersion}`,
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

export async function openWebKit(path: string): Promise<Engine> {
  const port = await freePort();
  const child = spawn(path, [`--port=${port}`], { stdio: "ignore" });
  const ask = async (method: "GET" | "POST" | "DELETE", at: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${at}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
    if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
  };
  const capabilities = { alwaysMatch: { unhandledPromptBehavior: "dismiss and notify" } };
  const session = (await patiently(() => ask("POST", "/session", { capabilities }), child)) as {
    sessionId: string;
    capabilities: { browserName: string; browserVersion: string };
  };
  const base = `/session/${session.sessionId}`;
  return {
    version: `${session.capabilities.browserName} ${session.capabilities.browserVersion}`,
    go: async (url) => void (await ask("POST", `${base}/url`, { url })),
    run: async <Result>(work: (...args: never[]) => Result, ...args: readonly unknown[]) =>
      (await ask("POST", `${base}/execute/sync`, { script: scriptOf(work), args })) as Result,
    address: async () => String(await ask("GET", `${base}/url`)),
    windows: async () => ((await ask("GET", `${base}/window/handles`)) as unknown[]).length,
    async close() {
      await ask("DELETE", base);
      await ended(child);
    },
  };
}
