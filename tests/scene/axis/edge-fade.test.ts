/** Fading texts at the edge of the window. */
import { describe, expect, test } from "vitest";
import { renderToString, type TimelineOptions } from "../../../src/index.js";

const events = ["1600", "1700", "1800", "1900"].map((date) => ({ title: `A long title of ${date}`, date, lane: "a" }));
const draw = (initialView: TimelineOptions["initialView"]): string =>
  renderToString(
    { lanes: [{ id: "a", title: "Harbour" }], events },
    { width: 960, scale: "time", initialView: initialView ?? "all" },
  );
/** Left edges of the fading stripes, in px. */
const stripes = (svg: string): number[] =>
  [...(svg.split('class="dl-edges')[1]?.split("</g>")[0] ?? "").matchAll(/ d="M([\d.]+) /g)].map(([, x]) => Number(x));
const plot = (svg: string): number[] =>
  (/class="dl-plot" x="([\d.]+)" y="0" width="([\d.]+)"/.exec(svg) ?? []).slice(1).map(Number);

describe("text at the edge of the window", () => {
  test("does not fade where the whole timeline is in view", () => {
    expect(stripes(draw("all"))).toEqual([]);
  });

  test.each([
    ["both ends", { from: "1650", to: "1750" }, [118, 116, 114, 112, 110, 944, 946, 948, 950, 952]],
    ["its end", { from: "1500", to: "1750" }, [944, 946, 948, 950, 952]],
  ] as const)("fades at %s where time goes on there, outside the window", (_, view, places) => {
    expect(stripes(draw(view))).toEqual(places);
  });

  test("is clipped at the end of the fade", () => {
    const [x = 0, width = 0] = plot(draw({ from: "1650", to: "1750" }));
    expect([x, x + width]).toEqual([110, 954]);
  });
});
