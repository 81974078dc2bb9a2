/** The line at the option `now`, and its date above the lanes. */
import { describe, expect, test } from "vitest";
import kursk from "../../../examples/kursk/kursk.json" with { type: "json" };
import { measureByTable } from "../../../src/base/text-width.js";
import { renderToString } from "../../../src/index.js";

const plain = { events: kursk.events.map(({ title, date, lane }) => ({ title, date, lane })) };
const DAYS = ["2024-06-20", "2024-08-07", "2024-10-22", "2025-01-09", "2025-04-27", "2025-06-29", "2025-10-23"];

/** Upper and lower edge of the letters about a baseline, in px. */
const boxOf = (x: number, y: number, text: string, anchor: string | undefined) => {
  const width = measureByTable(text, 12, 600);
  const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
  return { left, right: left + width, top: y - 10, bottom: y + 3, text };
};

/** Every text of the eras and the lanes, with the translations of its groups. */
function texts(svg: string): ReturnType<typeof boxOf>[] {
  const found: ReturnType<typeof boxOf>[] = [];
  const moved: (readonly [number, number])[] = [[0, 0]];
  for (const match of svg.matchAll(/<\/?(g|text)\b([^>]*?)\/?>/g)) {
    const [tag, name = "", attributes = ""] = match;
    if (tag.startsWith("</")) {
      if (name === "g") moved.pop();
      continue;
    }
    const [x, y] = moved.at(-1) as readonly [number, number];
    if (name === "g") {
      const [, dx = "0", dy = "0"] = /translate\(([-\d.]+)[ ,]?([-\d.]+)?\)/.exec(attributes) ?? [];
      if (!tag.endsWith("/>")) moved.push([x + Number(dx), y + Number(dy)]);
      continue;
    }
    const start = match.index + tag.length;
    const content = svg.slice(start, svg.indexOf("</text>", start));
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1];
    // Of several lines each has its own place.
    const lines = content
      .split(/(?=<tspan x=)/)
      .map((line) => (line.startsWith("<tspan x=") ? line : `<text${attributes}>${line}`));
    for (const line of lines) {
      const at = (key: string): number => Number(new RegExp(` ${key}="([-\\d.]+)"`).exec(line)?.[1] ?? Number.NaN);
      const text = line.replace(/<[^>]*>/g, "");
      if (!Number.isNaN(at("y"))) found.push(boxOf(x + at("x"), y + at("y"), text, anchor));
    }
  }
  return found;
}

function dateOf(svg: string): ReturnType<typeof boxOf> {
  const group = /<g class="dl-now".*?<\/g>/s.exec(svg)?.[0] ?? "";
  const [label] = texts(group);
  return label as ReturnType<typeof boxOf>;
}

describe("the date of the present", () => {
  test.each(
    DAYS.flatMap((now) => [960, 640].flatMap((width) => [[now, width, kursk] as const, [now, width, plain] as const])),
  )("meets no other text on %s at %i px", (now, width, document) => {
    const svg = renderToString(document, { width, now });
    const own = dateOf(svg);
    const others = texts(svg.replace(/<g class="dl-now".*?<\/g>/s, ""));
    const met = others.filter(
      (box) => box.left < own.right && own.left < box.right && box.top < own.bottom && own.top < box.bottom,
    );
    expect(met.map(({ text }) => text)).toEqual([]);
    expect(own.left).toBeGreaterThanOrEqual(0);
    expect(own.right).toBeLessThanOrEqual(width + 1);
  });

  test("takes a row of its own only where it is within the time of the events", () => {
    const few = [
      { title: "A", date: "2024" },
      { title: "B", date: "2026" },
    ];
    const height = (now?: string): number =>
      Number(/<svg[^>]* height="([\d.]+)"/.exec(renderToString(few, { width: 960, now }))?.[1]);
    expect(height("2025-01-09")).toBe(height() + 16);
    expect(height("1999")).toBe(height());
  });
});
