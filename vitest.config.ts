import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { findBrowser } from "./scripts/find-browser.mjs";

// Found by scripts/test.mjs, which says what to do when there is none.
const executablePath = findBrowser();

/** Limits for what hangs, in ms. A machine that is busy with other work is slow, not wrong. */
const LIMITS = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // What a test waits for comes at once, or when other work lets it.
  expect: { poll: { timeout: 60_000 } },
};

/** A function: vitest takes one object for two projects as one project. */
const browser = () => ({
  enabled: true,
  headless: true,
  instances: [{ browser: "chromium" as const }],
  viewport: { width: 1280, height: 800 },
  screenshotFailures: false,
  connectTimeout: LIMITS.hookTimeout,
  provider: playwright({
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--font-render-hinting=none",
      ],
    },
    contextOptions: { deviceScaleFactor: 1 },
  }),
});

/** Tests in a browser that prove the promises: overlap, hydration, pointer, keyboard, element, React. */
const PROMISES = [
  ...["gallery", "hydrate", "patch", "timeline", "pointer", "focus", "element", "react", "narrow", "sticky-labels"],
].map((name) => `tests/browser/${name}.test.{ts,tsx}`);

/** Which files in a browser DATELINES_TESTS asks for: those of the promises, the rest of them, or all. */
const browserFiles = {
  promises: { include: PROMISES },
  rest: { include: ["tests/browser/**/*.test.{ts,tsx}"], exclude: PROMISES },
  all: { include: ["tests/browser/**/*.test.{ts,tsx}"] },
}[process.env["DATELINES_TESTS"] ?? "all"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...LIMITS,
          name: "unit",
          environment: "node",
          // The modules of src are read once for each worker, and pictures of the gallery are drawn once.
          isolate: false,
          maxWorkers: 2,
          setupFiles: ["tests/support/seed.ts"],
          // Node imports it and the built command itself: vitest would transform the whole of dist for each run.
          server: { deps: { external: [/built-command\.mjs$/] } },
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["browser", "examples", "security", "endurance", "print"].map((name) => `tests/${name}/**`),
        },
      },
      {
        // Pages in a browser of their own, driven from Node: what is attacked or worn out must not be the test itself.
        test: {
          ...LIMITS,
          name: "proof",
          environment: "node",
          sequence: { groupOrder: 3 },
          fileParallelism: false,
          include: ["security", "endurance", "print"].map((name) => `tests/${name}/**/*.test.ts`),
        },
      },
      {
        // Found while tests run, they would make the server start anew in the middle.
        optimizeDeps: {
          include: [
            "@guidepup/virtual-screen-reader",
            "axe-core",
            "fast-check",
            "react",
            "react/jsx-dev-runtime",
            "react-dom/client",
            "react-dom/server",
          ],
        },
        // Two browsers at once starve each other on two cores.
        test: {
          ...LIMITS,
          ...browserFiles,
          name: "browser",
          env: { VITE_WHOLE_GALLERY: process.env["DATELINES_WHOLE_GALLERY"] ?? "" },
          sequence: { groupOrder: 1 },
          setupFiles: ["tests/browser/setup.ts"],
          browser: browser(),
        },
      },
      {
        plugins: [storybookTest({ configDir: ".storybook" })],
        optimizeDeps: { include: ["react", "react-dom/client"] },
        test: { ...LIMITS, name: "storybook", sequence: { groupOrder: 2 }, browser: browser() },
      },
    ],
  },
});
