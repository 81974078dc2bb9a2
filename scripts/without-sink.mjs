// A plugin of esbuild: d3-selection's `html` writes markup. d3-zoom brings it along and nothing calls it; what we bundle has
// it write text instead, so that whoever looks for sinks in it finds none.
import { readFileSync } from "node:fs";

export const withoutSink = {
  name: "without-sink",
  /** @param {import("esbuild").PluginBuild} build */
  setup({ onLoad }) {
    onLoad({ filter: /d3-selection[\\/].*\.m?js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(".innerHTML", ".textContent"),
    }));
  },
};
