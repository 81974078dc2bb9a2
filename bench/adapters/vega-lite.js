import { compile } from "vega-lite";
import { parse, View } from "vega";

export const labels = ".mark-text.role-mark text";
export const content = "canvas, svg .mark-symbol";
const x = { field: "date", type: "temporal", title: null };
const y = { field: "lane", type: "nominal", title: null };
export const specification = (events) => ({
  width: 900,
  height: 460,
  data: { values: events.map(({ date, title, lane = "all" }) => ({ date, title, lane })) },
  layer: [
    {
      params: [{ name: "window", select: "interval", bind: "scales" }],
      mark: "point",
      encoding: { x, y },
    },
    { mark: { type: "text", dy: -8 }, encoding: { x, y, text: { field: "title" } } },
  ],
});
export async function mount(host, events, { labelled }) {
  const view = new View(parse(compile(specification(events)).spec), { container: host, hover: true });
  await view.renderer(labelled ? "svg" : "canvas").runAsync();
}
