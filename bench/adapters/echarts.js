import { ScatterChart } from "echarts/charts";
import { DataZoomComponent, GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";

use([ScatterChart, GridComponent, DataZoomComponent, LabelLayout, CanvasRenderer, SVGRenderer]);

export const labels = "svg text";
export const content = "canvas, svg path";
/** Draws labels on request. From 5,000 events on it uses the large mode, which has no labels. */
export const option = (events) => {
  const lanes = [...new Set(events.map((event) => event.lane ?? "all"))].sort();
  const large = events.length > 5000;
  return {
    animation: false,
    xAxis: { type: "time" },
    yAxis: { type: "category", data: lanes },
    dataZoom: [{ type: "inside" }],
    series: [
      {
        type: "scatter",
        large,
        data: events.map(({ title, date, lane = "all" }) => ({ name: title, value: [date, lane] })),
        label: { show: !large, formatter: "{b}", position: "top" },
        labelLayout: { hideOverlap: true },
      },
    ],
  };
};
export function mount(host, events, { labelled }) {
  host.style.height = "500px";
  init(host, null, { renderer: labelled ? "svg" : "canvas", width: 1000, height: 500 }).setOption(option(events));
}
