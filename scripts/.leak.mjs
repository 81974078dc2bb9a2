import { chromium } from "playwright";
import { readFileSync } from "node:fs";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await b.newPage();
await page.setContent(
  `<!doctype html><style>${readFileSync("dist/style.css", "utf8")}</style><div id=t style="width:800px"></div>`,
);
await page.addScriptTag({ path: "dist/datelines.min.js" });
const cdp = await page.context().newCDPSession(page);
await cdp.send("Performance.enable");
await cdp.send("HeapProfiler.enable");
const m = async () => {
  for (let i = 0; i < 4; i++) await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const g = (n) => metrics.find((x) => x.name === n).value;
  return [g("JSHeapUsedSize"), g("Nodes"), g("JSEventListeners")];
};
const run = (n) =>
  page.evaluate(async (n) => {
    const S = Array.from({ length: 20 }, (_, i) => ({
      title: `Event ${i}`,
      date: `20${String(i + 10)}-0${(i % 9) + 1}`,
      sources: ["https://a.example"],
    }));
    const t = document.querySelector("#t");
    for (let i = 0; i < n; i++) {
      datelines.createTimeline(t, S, { hash: true }).destroy();
      if (i % 50 === 49) await new Promise(requestAnimationFrame);
    }
  }, n);
await run(50);
let prev = await m();
console.log(prev.join(" "));
for (const n of [250, 250, 250, 250]) {
  await run(n);
  const x = await m();
  console.log(n, x.map((v, i) => v - prev[i]).join(" "));
  prev = x;
}
await b.close();
