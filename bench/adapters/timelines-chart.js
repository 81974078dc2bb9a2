import TimelinesChart from "timelines-chart";

export const labels = ".series-segment";
export const content = ".series-segment";
export function mount(host, events) {
  const lanes = new Map();
  for (const event of events) {
    const at = new Date(event.date);
    const segment = { timeRange: [at, new Date(at.getTime() + 86_400_000)], val: event.title };
    const name = event.lane ?? "all";
    const lane = lanes.get(name) ?? [];
    lane.push(segment);
    lanes.set(name, lane);
  }
  const data = [...lanes].map(([group, segments]) => ({ group, data: [{ label: group, data: segments }] }));
  TimelinesChart()(host).width(1000).maxHeight(500).enableAnimations(false).data(data);
}
