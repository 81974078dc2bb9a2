import { readdirSync } from "node:fs";
import { defineConfig } from "tsup";
import { withoutSink } from "./scripts/without-sink.mjs";

/** TypeScript 6 deprecates what tsup still passes to it. */
const dts = { compilerOptions: { ignoreDeprecations: "6.0" } };
// `live` and `still` are no entries of the package: apart, a bundler can leave d3-zoom out where only a picture is
// rendered.
const locales = readdirSync("src/locales").filter((file) => file !== "plural.ts");
const entry = {
  ...Object.fromEntries(locales.map((file) => [`locales/${file.replace(".ts", "")}`, `src/locales/${file}`])),
  index: "src/index.ts",
  import: "src/import.ts",
  export: "src/export.ts",
  live: "src/dom/create.ts",
  still: "src/render-to-html.ts",
};
const tsconfig = "tsconfig.build.json";
/** Arabic and Chinese as they are: escaped they take twice the room. */
const esbuildOptions = (options: { charset?: "ascii" | "utf8" }): void => {
  options.charset = "utf8";
};

// scripts/build.mjs empties dist first: these four run at once, and none may remove what another wrote.
export default defineConfig([
  {
    entry,
    format: ["esm"],
    esbuildOptions,
    dts,
    target: "es2022",
    treeshake: true,
    splitting: true,
    sourcemap: true,
    clean: false,
    tsconfig,
  },
  // d3 has no CommonJS; Node before 20.19 cannot require it, so it is bundled in.
  {
    entry,
    format: ["cjs"],
    esbuildOptions,
    dts,
    target: "es2022",
    splitting: true,
    sourcemap: true,
    clean: false,
    tsconfig,
    noExternal: [/^d3-/, /^internmap$/],
    esbuildPlugins: [withoutSink],
  },
  {
    entry: { cli: "src/cli.ts" },
    format: ["esm"],
    target: "node20",
    platform: "node",
    clean: false,
    tsconfig,
    noExternal: ["jsonc-parser"],
    banner: { js: "#!/usr/bin/env node" },
  },
  {
    entry: { "datelines.min": "src/global.ts" },
    format: ["iife"],
    globalName: "datelines",
    outExtension: () => ({ js: ".js" }),
    minify: true,
    platform: "browser",
    target: "es2020",
    clean: false,
    tsconfig,
    noExternal: [/.*/],
    esbuildPlugins: [withoutSink],
  },
]);
