import { createTimeline } from "../../dist/index.js";
import "../../dist/style.css";

export const stage = ".dl-figure";
export const labels = ".dl-figure .dl-label";
export const content = ".dl-figure .dl-event, .dl-figure .dl-cluster";
export function mount(host, events) {
  createTimeline(host, { title: "Race", events }, { width: 1000, height: 500 });
}
