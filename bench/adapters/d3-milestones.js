import milestones from "d3-milestones";
import "d3-milestones/build/d3-milestones.css";

export const labels = ".milestones-text-label, .milestones__group__label__text";
export const content = "[class*=milestones] [class*=group]";
export function mount(host, events) {
  host.id = "milestones";
  host.style.height = "500px";
  milestones("#milestones")
    .mapping({ timestamp: "date", text: "title" })
    .parseTime("%Y-%m-%d")
    .aggregateBy("day")
    .optimize(true)
    .render(events.map(({ date, title }) => ({ date, title })));
}
