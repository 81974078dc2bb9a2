// An esbuild plugin: writes down which packages' files go into a bundle, one a line, for scripts/build.mjs.
import { appendFileSync } from "node:fs";

export function bundledPackages(file) {
  return {
    name: "bundled-packages",
    setup(build) {
      const names = new Set();
      build.onLoad({ filter: /[\\/]node_modules[\\/]/ }, ({ path }) => {
        const [, name] = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path);
        names.add(name.replace("\\", "/"));
      });
      // Several builds run at once and add to the same file.
      build.onEnd(() => appendFileSync(file, [...names].map((name) => `${name}\n`).join("")));
    },
  };
}
