/** The slow tests: packed, installed with npm, built, opened in Chromium. `npm run test:examples`. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/examples/**/*.test.ts"],
    environment: "node",
    globalSetup: ["tests/examples/pack.ts"],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // npm and Chromium use all there is.
    fileParallelism: false,
  },
});
