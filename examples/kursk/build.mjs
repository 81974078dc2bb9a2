// Writes an article page. Its figure is complete without JavaScript; a script makes it interactive.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderToHtml } from "datelines";

const timeline = JSON.parse(readFileSync(new URL("kursk.json", import.meta.url), "utf8"));
const out = new URL("out/", import.meta.url);
mkdirSync(out, { recursive: true });
for (const name of ["style.css", "datelines.min.js"]) {
  const from = new URL(import.meta.resolve(name === "style.css" ? "datelines/style.css" : "datelines"));
  copyFileSync(fileURLToPath(new URL(name, from)), new URL(name, out));
}
writeFileSync(
  new URL("hydrate.js", out),
  `datelines.hydrateTimeline("#timeline");
`,
);
writeFileSync(
  new URL("index.html", out),
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>How the deployment to Kursk came to light</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
<script defer src="datelines.min.js"></script>
<script defer src="hydrate.js"></script>
</head>
<body>
<main>
<h1>How the deployment to Kursk came to light</h1>
<p>For half a year, what was known of the soldiers came from those who did not send them.</p>
<div id="timeline">${renderToHtml(timeline)}</div>
<p>The numbers lead to the reports that each line rests on.</p>
</main>
</body>
</html>
`,
);
