// Measures the time of a picture as text in Node: the median after a warm-up, for one library in each process.
import { performance } from "node:perf_hooks";
import { makeEvents } from "./events.mjs";

const name = process.argv[2];
const MAKERS = {
  async datelines() {
    const { renderToHtml, renderToString } = await import("../dist/index.js");
    const document = (events) => ({ title: "Race", events });
    return {
      draw: (events) => renderToString(document(events), { width: 1000, height: 500 }),
      page: (events) => renderToHtml(document(events), { width: 1000, height: 500 }),
    };
  },
  async "observable-plot"() {
    const { JSDOM } = await import("jsdom");
    const { picture } = await import("./adapters/observable-plot.js");
    const { document } = new JSDOM("").window;
    return { draw: (events) => picture(events, document).outerHTML };
  },
  async "vega-lite"() {
    const { specification } = await import("./adapters/vega-lite.js");
    const { compile } = await import("vega-lite");
    const { parse, View } = await import("vega");
    return { draw: (events) => new View(parse(compile(specification(events)).spec), { renderer: "none" }).toSVG() };
  },
  async echarts() {
    const { option } = await import("./adapters/echarts.js");
    const { init } = await import("echarts/core");
    return {
      draw: (events) => {
        const chart = init(null, null, { renderer: "svg", ssr: true, width: 1000, height: 500 });
        chart.setOption(option(events));
        const text = chart.renderToSVGString();
        chart.dispose();
        return text;
      },
    };
  },
  async "react-chrono"() {
    const { createElement } = await import("react");
    const { renderToString } = await import("react-dom/server");
    const { Chrono } = await import("react-chrono");
    return {
      draw: (events) =>
        renderToString(
          createElement(Chrono, {
            items: events.map(({ id, title, date }) => ({ id, title: date, cardTitle: title })),
            mode: "VERTICAL",
          }),
        ),
    };
  },
};

const made = await MAKERS[name]?.();
if (!made) process.exit(0);
const times = {};
for (const [count, warm, runs] of [
  [1000, 25, 15],
  [10_000, 3, 5],
]) {
  const events = makeEvents(count);
  const budget = performance.now() + 40_000;
  for (let i = 0; i < warm && performance.now() < budget; i++) await made.draw([...events]);
  const taken = [];
  for (let i = 0; i < runs && (i === 0 || performance.now() < budget); i++) {
    const given = [...events];
    const begin = performance.now();
    await made.draw(given);
    taken.push(performance.now() - begin);
  }
  times[count] = taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)];
}
const events = makeEvents(100);
const html = `<!doctype html><meta charset="utf-8"><body>${await (made.page ?? made.draw)(events)}`;
console.log(JSON.stringify({ times, html, titles: events.map(({ title }) => title) }));
