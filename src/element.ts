/** The entry `datelines/element`: importing it registers `<event-timeline>`. */
import { defineEventTimeline } from "./dom/define.js";

export { EventTimelineElement } from "./dom/event-timeline.js";
export { defineEventTimeline };

defineEventTimeline();
