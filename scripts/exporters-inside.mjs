// A plugin of esbuild for the script tag: what `src/dom/table-exporters.ts` loads when it is asked for is put in as it is. Left
// to esbuild, a dynamic import in one file wraps every module that it leads to in a function.
export const exportersInside = {
  name: "exporters-inside",
  /** @param {import("esbuild").PluginBuild} build */
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]dom[\\/]table-exporters\.ts$/ }, () => ({
      contents: `import { toCsv } from "../export/csv.js"; import { toJson } from "../export/json.js";
export const csvExporter = async () => toCsv; export const jsonExporter = async () => toJson;`,
      loader: "ts",
    }));
  },
};
