// An esbuild plugin: d3-zoom without d3-transition and d3-interpolate, which bring d3-color, d3-ease and d3-timer and
// weigh 10 kB gzip. They only serve moves that run by themselves, of which datelines has none: it gives d3-zoom a
// transform at once. What is taken away here is checked, so that another version of d3-zoom stops the build.
import { readFileSync } from "node:fs";

const CHANGES = [
  ["import { interpolateZoom } from 'd3-interpolate';", "const interpolateZoom = undefined;"],
  ["import { interrupt } from 'd3-transition';", "const interrupt = () => {};"],
  ["selection.interrupt().each(", "selection.each("],
];

export function d3ZoomAlone() {
  return {
    name: "d3-zoom-alone",
    setup(build) {
      build.onLoad({ filter: /[\\/]d3-zoom[\\/]dist[\\/]d3-zoom\.mjs$/ }, ({ path }) => {
        let contents = readFileSync(path, "utf8");
        for (const [before, after] of CHANGES) {
          if (contents.split(before).length !== 2) throw new Error(`d3-zoom is not as it was: it lacks ${before}`);
          contents = contents.replace(before, after);
        }
        return { contents, loader: "js" };
      });
    },
  };
}
