// Writes 100,000 invented events, the same each time, and a page that shows them.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const COUNT = 100_000;
const out = new URL("out/", import.meta.url);
mkdirSync(out, { recursive: true });
copyFileSync(fileURLToPath(import.meta.resolve("datelines/style.css")), new URL("style.css", out));
copyFileSync(
  fileURLToPath(new URL("datelines.min.js", import.meta.resolve("datelines"))),
  new URL("datelines.min.js", out),
);

// A linear congruential generator (Numerical Recipes, 7.1): good enough to strew events.
let state = 1;
const next = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const two = (n) => String(n).padStart(2, "0");
const events = Array.from({ length: COUNT }, (_, i) => ({
  id: `e${i}`,
  title: `Observation ${i + 1}`,
  date: `${1900 + Math.floor(next() * 120)}-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`,
  lane: ["North", "South"][i % 2],
}));
writeFileSync(new URL("events.json", out), JSON.stringify({ title: "100,000 observations", events }));
writeFileSync(
  new URL("index.html", out),
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>100,000 events</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
<script defer src="datelines.min.js"></script>
</head>
<body>
<main>
<h1>100,000 events</h1>
<event-timeline src="events.json"><p>Reading 100,000 events …</p></event-timeline>
</main>
</body>
</html>
`,
);
