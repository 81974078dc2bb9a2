/** The page inside the frames of embed.test.ts. It runs in a window of its own, as an embed page does. */
import { createTimeline } from "../../src/dom/controller/create.js";
import { startEmbed } from "../../src/dom/embed/frame.js";
import "../../src/style.css";

const host = document.createElement("div");
document.body.append(host);
const timeline = createTimeline(host, [
  { id: "a", title: "A", date: "1848" },
  { id: "b", title: "B", date: "1849" },
]);
Object.assign(globalThis, { timeline });
startEmbed(timeline);
