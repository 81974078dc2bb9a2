/** The entry `datelines/element`: importing it registers `<event-timeline>`. */
import { defineEventTimeline } from "./dom/element/define.js";

export { EventTimelineElement } from "./dom/element/event-timeline.js";
export { defineEventTimeline };

defineEventTimeline();
