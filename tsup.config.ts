import { defineConfig } from "tsup";
import { withoutSink } from "./scripts/without-sink.mjs";

/** TypeScript 6 deprecates what tsup still passes to it. */
const dts = { compilerOptions: { ignoreDeprecations: "6.0" } };
// `live` and `still` are no entries of the package: apart, a bundler can leave d3-zoom out where only a picture is
// rendered.
const entry = {
  index: "src/index.ts",
  import: "src/import.ts",
  live: "src/dom/create.ts",
  still: "src/render-to-html.ts",
};
const tsconfig = "tsconfig.build.json";

// scripts/build.mjs empties dist first: these four run at once, and none may remove what another wrote.
export default defineConfig([
  {
    entry,
    format: ["esm"],
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
