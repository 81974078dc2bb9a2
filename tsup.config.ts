import { readdirSync } from "node:fs";
import { defineConfig } from "tsup";
import { bundledPackages } from "./scripts/bundled-packages.mjs";
import { laterInside } from "./scripts/later-inside.mjs";
import { leanD3 } from "./scripts/lean-d3.mjs";

/** TypeScript 6 deprecates what tsup still passes to it. */
const dts = { compilerOptions: { ignoreDeprecations: "6.0" } };
// `live`, `still` and `picture` are no entries of the package: apart, a bundler can leave d3-zoom out where only a picture
// is rendered, and the list where only an SVG is.
const locales = readdirSync("src/locales").filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file));
const entry = {
  ...Object.fromEntries(locales.map((file) => [`locales/${file.replace(".ts", "")}`, `src/locales/${file}`])),
  index: "src/index.ts",
  element: "src/element.ts",
  embed: "src/embed.ts",
  import: "src/import.ts",
  export: "src/export.ts",
  react: "src/react.tsx",
  rehype: "src/rehype.ts",
  // These two bring a parser each: apart, it is only loaded for the format that needs it.
  ics: "src/import/ics/from-ics.ts",
  simile: "src/import/simile/from-simile.ts",
  live: "src/dom/controller/create.ts",
  still: "src/render-to-html.ts",
  picture: "src/render-to-string.ts",
};
/** Arabic and Chinese as they are: escaped they take twice the room. */
const esbuildOptions = (options: { charset?: "ascii" | "utf8" }): void => {
  options.charset = "utf8";
};
const shared = {
  clean: false,
  tsconfig: "tsconfig.build.json",
  esbuildPlugins: [bundledPackages("dist/bundled.txt"), leanD3()],
} as const;
const script = {
  ...shared,
  format: ["iife" as const],
  outExtension: () => ({ js: ".js" }),
  minify: true,
  sourcemap: true,
  platform: "browser" as const,
  esbuildOptions,
  target: "es2022",
  noExternal: [/.*/],
  esbuildPlugins: [...shared.esbuildPlugins, laterInside],
};

// scripts/build.mjs empties dist first: these run at once, and none may remove what another wrote.
export default defineConfig([
  {
    ...shared,
    entry,
    format: ["esm"],
    esbuildOptions,
    dts,
    target: "es2022",
    treeshake: true,
    splitting: true,
    sourcemap: true,
    noExternal: [/^d3-/, "jsonc-parser"],
  },
  // d3 and ical.js have no CommonJS; Node before 20.19 cannot require them, so they are bundled in.
  {
    ...shared,
    entry,
    format: ["cjs"],
    esbuildOptions,
    target: "es2022",
    splitting: true,
    sourcemap: true,
    noExternal: [/^d3-/, "jsonc-parser", "ical.js"],
  },
  {
    ...shared,
    entry: { cli: "src/cli.ts" },
    format: ["esm"],
    target: "node20",
    platform: "node",
    noExternal: ["jsonc-parser"],
    banner: { js: "#!/usr/bin/env node" },
  },
  {
    ...script,
    entry: { "datelines.min": "src/global.ts" },
    globalName: "datelines",
    banner: { js: "/*! datelines, MIT; with parts of others, see THIRD-PARTY.txt in its package */" },
  },
  // For the script tag, which has English alone: each sets the global `datelinesLocale`.
  {
    ...script,
    entry: Object.fromEntries(locales.map((file) => [`locales/${file.replace(".ts", ".min")}`, `src/locales/${file}`])),
    globalName: "datelinesLocale",
    sourcemap: false,
  },
  { ...script, entry: { "embed.min": "src/embed-global.ts" } },
]);
