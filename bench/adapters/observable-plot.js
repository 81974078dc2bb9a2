import * as Plot from "@observablehq/plot";

export const labels = "g[aria-label=text] text";
export const content = "circle";
const laneOf = ({ lane = "all" }) => lane;
export const picture = (events, document) =>
  Plot.plot({
    document,
    width: 1000,
    height: 500,
    marginLeft: 60,
    y: { type: "point" },
    marks: [
      Plot.dot(events, { x: (event) => new Date(event.date), y: laneOf }),
      Plot.text(events, { x: (event) => new Date(event.date), y: laneOf, text: "title", dy: -8 }),
    ],
  });
export function mount(host, events) {
  host.append(picture(events));
}
