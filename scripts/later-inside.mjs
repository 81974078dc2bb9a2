// A plugin of esbuild for the script tag: what `src/dom/panels/lazy-modules.ts` loads when it is asked for is put in as it is. Left to
// esbuild, a dynamic import in one file wraps every module that it leads to in a function.
import { readFileSync } from "node:fs";

export const laterInside = {
  name: "later-inside",
  /** @param {import("esbuild").PluginBuild} build */
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]dom[\\/]later\.ts$/ }, ({ path }) => {
      const imports = [];
      const contents = readFileSync(path, "utf8").replace(/await import\(("[^"]+")\)/g, (_, file) => {
        imports.push(`import * as part${imports.length} from ${file};\n`);
        return `part${imports.length - 1}`;
      });
      return { contents: imports.join("") + contents, loader: "ts" };
    });
  },
};
