/** A figure whose axis bends says true distances in words: in the list, in the details and in the names of marks. */
import { describe, expect, test } from "vitest";
import { renderToHtml } from "../../src/render-to-html.js";
import type { TimelineOptions } from "../../src/options.js";

const HOURS = ["09:00", "09:05", "09:40", "10:15", "11:00", "11:02", "12:30", "14:00"];
const document = {
  events: [
    { id: "first", title: "Founding", date: "1961-05-20" },
    ...HOURS.map((time) => ({ id: time, title: `At ${time}`, date: `1963-11-22T${time}` })),
    { id: "year", title: "Report", date: "1964-09" },
    { id: "last", title: "Second report", date: "1979-09" },
  ],
};
const html = (options: TimelineOptions = {}): string => renderToHtml(document, { scale: "segmented", ...options });
const entry = (text: string, id: string): string =>
  text.match(new RegExp(`<li[^>]*data-event="${id}".*?</li>`))?.[0] ?? "";
const nameOf = (text: string, title: string): string | undefined =>
  text.match(new RegExp(`aria-label="(${title}\\.[^"]*)"`))?.[1];

describe("the true distances of a bent axis", () => {
  test("stand in each entry of the list but the first", () => {
    const text = html();
    expect(entry(text, "first")).not.toContain("later");
    expect(entry(text, "09:05")).toContain("5 minutes later");
    expect(entry(text, "last")).toContain("about 15 years later");
  });

  test("are in the accessible names of marks", () => {
    expect(nameOf(html(), "Report")).toBe("Report. September 1964, about 10 months later. No source given.");
  });

  test("stand in the details, from the event that Previous leads to", () => {
    const details = html({ selected: "last" }).match(/<section[^>]*class="dl-details".*?<\/section>/)?.[0];
    expect(details).toContain("September 1979, about 15 years later");
  });

  test("count from the event before that the filter leaves", () => {
    expect(entry(html({ filter: { text: "report" } }), "last")).toContain("about 15 years later");
    expect(entry(html({ filter: { text: "At 1" } }), "10:15")).not.toContain("later");
  });

  test("count in the name of a mark from the event before in its lane", () => {
    const lanes = { events: document.events.map((event, i) => ({ ...event, lane: i % 2 === 0 ? "even" : "odd" })) };
    const text = renderToHtml(lanes, { scale: "segmented" });
    expect(nameOf(text, "Second report")).toContain("about 16 years later");
    expect(entry(text, "last")).toContain("about 15 years later");
  });

  test("are silent where the order of two dates is not certain", () => {
    const vague = { events: [...document.events, { id: "day", title: "That day", date: "1963-11-22" }] };
    expect(entry(renderToHtml(vague, { scale: "segmented" }), "09:00")).not.toContain("later");
  });

  test("are silent at true scale, where the picture shows them", () => {
    expect(html({ scale: "time" })).not.toContain("minutes later");
  });
});
