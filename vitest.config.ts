import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { findBrowser } from "./scripts/find-browser.mjs";

// Found by scripts/test.mjs, which says what to do when there is none.
const executablePath = findBrowser();

/** A function: vitest takes one object for two projects as one project. */
const browser = () => ({
  enabled: true,
  headless: true,
  instances: [{ browser: "chromium" as const }],
  viewport: { width: 1280, height: 800 },
  screenshotFailures: false,
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

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // Properties try thousands of cases: on a loaded machine that is slow, not wrong.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          environment: "node",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/browser/**", "tests/examples/**", "tests/security/**", "tests/endurance/**"],
        },
      },
      {
        // Pages in a browser of their own, driven from Node: what is attacked or worn out must not be the test itself.
        test: {
          name: "proof",
          environment: "node",
          sequence: { groupOrder: 3 },
          fileParallelism: false,
          include: ["tests/security/**/*.test.ts", "tests/endurance/**/*.test.ts"],
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
          name: "browser",
          env: { VITE_WHOLE_GALLERY: process.env["DATELINES_WHOLE_GALLERY"] ?? "" },
          sequence: { groupOrder: 1 },
          include: ["tests/browser/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/browser/setup.ts"],
          browser: browser(),
        },
      },
      {
        plugins: [storybookTest({ configDir: ".storybook" })],
        optimizeDeps: { include: ["react", "react-dom/client"] },
        // axe looks at thousands of elements in the crowded pictures, and a busy machine takes its time over that.
        test: { name: "storybook", sequence: { groupOrder: 2 }, testTimeout: 90_000, browser: browser() },
      },
    ],
  },
});
