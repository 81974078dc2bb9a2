// Turns content/*.md into out/*.html. A fenced block in the language "timeline" becomes a figure.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import rehypeTimeline from "datelines/rehype";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const out = new URL("out/", import.meta.url);
mkdirSync(out, { recursive: true });
copyFileSync(fileURLToPath(import.meta.resolve("datelines/style.css")), new URL("style.css", out));

const processor = unified().use(remarkParse).use(remarkRehype).use(rehypeTimeline).use(rehypeStringify);
const content = new URL("content/", import.meta.url);
for (const name of readdirSync(content)) {
  const file = await processor.process({ path: name, value: readFileSync(new URL(name, content), "utf8") });
  for (const message of file.messages) console.warn(String(message));
  writeFileSync(
    new URL(name.replace(/\.md$/, ".html"), out),
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name.replace(/\.md$/, "")}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
</head>
<body>
<main>${file}</main>
</body>
</html>
`,
  );
}
