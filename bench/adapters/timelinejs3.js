import { Timeline } from "@knight-lab/timelinejs";
import "@knight-lab/timelinejs/dist/css/timeline.css";

export const labels = ".tl-timemarker-text";
export const content = ".tl-timemarker";
export function mount(host, events) {
  host.style.height = "500px";
  host.id = "timelinejs";
  const slides = events.map(({ id, title, date, lane }) => {
    const [year, month, day] = date.split("-");
    return { unique_id: id, group: lane, start_date: { year, month, day }, text: { headline: title } };
  });
  return new Timeline("timelinejs", { events: slides }, { height: 500, width: 1000 });
}
