import { DataSet } from "vis-data/esnext";
import { Timeline } from "vis-timeline/esnext";
import "vis-timeline/styles/vis-timeline-graph2d.css";

export const labels = ".vis-item";
export const content = ".vis-item";
export function mount(host, events) {
  const lanes = [...new Set(events.map((event) => event.lane ?? "all"))].sort();
  const items = events.map(({ id, title, date, lane = "all" }) => ({ id, content: title, start: date, group: lane }));
  const groups = lanes.map((id) => ({ id, content: id }));
  return new Timeline(host, new DataSet(items), new DataSet(groups), { width: "1000px", height: "500px" });
}
