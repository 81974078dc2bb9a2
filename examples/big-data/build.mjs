// Builds a page that shows a million events. A worker generates them from a seed and sends them as columns.
import { copyFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const out = new URL("out/", import.meta.url);
mkdirSync(out, { recursive: true });
for (const name of ["index.html", "page.js", "worker.js"]) {
  copyFileSync(new URL(`src/${name}`, import.meta.url), new URL(name, out));
}
copyFileSync(fileURLToPath(import.meta.resolve("datelines/style.css")), new URL("style.css", out));
copyFileSync(
  fileURLToPath(new URL("datelines.min.js", import.meta.resolve("datelines"))),
  new URL("datelines.min.js", out),
);
