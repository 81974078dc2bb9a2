/** The script of the page "React": the built component, mounted with React, in one file. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const PAGE = `import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Timeline } from "./dist/react.js";
const { document: data, options } = JSON.parse(document.querySelector("#given").textContent);
createRoot(document.querySelector("#host")).render(createElement(Timeline, { document: data, options }));`;

export async function reactPage(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: "iife",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return outputFiles[0]?.text ?? "";
}
