/** Leader lines from labels to their marks. */
import { describe, expect, test } from "vitest";
import { renderToString } from "../../../src/render-to-string.js";

const events = ["2024-10-22", "2024-12-23", "2025-10-24", "2026-06-01"].map((date, i) => ({
  id: `e${i}`,
  title: `What happened on day ${i}`,
  date,
}));

const poles = (selected?: string) => {
  const svg = renderToString({ events }, { width: 960, selected });
  const group = /<g class="dl-poles"[^>]*>(.*?)<\/g>/.exec(svg)?.[1] ?? "";
  const lines = [...group.matchAll(/<path d="([^"]*)"[^>]*stroke-opacity="([\d.]+)"/g)].flatMap(([, d = "", opacity]) =>
    [...d.matchAll(/M([\d.]+)/g)].map(([, x]) => ({ x, opacity: Number(opacity) })),
  );
  const whole = [...group.matchAll(/<line x1="([\d.]+)"/g)].map(([, x]) => ({ x, opacity: 1 }));
  return [...lines, ...whole];
};

describe("leader lines", () => {
  test("are one for each label, and no two are in one place", () => {
    const xs = poles().map(({ x }) => x);
    expect(new Set(xs).size).toBe(events.length);
    expect(xs).toHaveLength(events.length);
  });

  test("of a selected label are drawn in full ink", () => {
    for (const { id } of events)
      expect(
        poles(id).filter(({ opacity }) => opacity === 1),
        id,
      ).toHaveLength(1);
  });
});
