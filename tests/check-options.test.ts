import { describe, expect, test } from "vitest";
import type { TimelineOptions } from "../src/options.js";
import { figureOf } from "../src/render-to-html.js";

const DOCUMENT = {
  lanes: [{ id: "sea" }, { id: "land" }],
  events: [
    { id: "paris", title: "Paris", date: "1848-02-22", lane: "land", tags: ["revolt"], status: "disputed" },
    { id: "vienna", title: "Vienna", date: "1848-03-13", lane: "land", sources: [{ title: "A", publisher: "Post" }] },
    { id: "berlin", title: "Berlin", date: "nobody knows", lane: "land" },
  ],
};

const issuesOf = (options: TimelineOptions) =>
  figureOf(DOCUMENT, options).issues.filter(({ path }) => path?.startsWith("options."));

describe("what an option asks for and no event has", () => {
  test.each<[string, TimelineOptions, string, string, string]>([
    ["a step", { steps: [{ event: "paris" }, { event: "viena" }] }, "steps[1].event", "viena", 'Did you mean "vienna"'],
    ["a step like nothing", { steps: [{ event: "rome" }] }, "steps[0].event", "rome", "Write the id of an event"],
    [
      "a step with an event without a place",
      { steps: [{ event: "berlin" }] },
      "steps[0].event",
      "berlin",
      "Correct its date",
    ],
    ["the selected event", { selected: "Pariss" }, "selected", "Pariss", 'Did you mean "paris"'],
    ["the first view", { initialView: { event: "rome" } }, "initialView.event", "rome", "Write the id of an event"],
    [
      "a filter's lane",
      { filter: { lanes: ["lnad"] } },
      "filter.lanes[0]",
      "lnad",
      "Write lanes that occur in the document",
    ],
    [
      "a filter's tag",
      { filter: { tags: ["revolts"] } },
      "filter.tags[0]",
      "revolts",
      "Write tags that occur in the document",
    ],
    [
      "a filter's publisher",
      { filter: { publishers: ["Times"] } },
      "filter.publishers[0]",
      "Times",
      "Write publishers",
    ],
  ])("is a warning with path, value and advice: %s", (_, options, path, value, hint) => {
    const issues = issuesOf(options);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ severity: "warning", path: `options.${path}`, value });
    expect(issues[0]?.hint).toContain(hint);
  });

  test.each<[string, TimelineOptions, string]>([
    ["now", { now: "bananas" }, "now"],
    ["a window", { initialView: { from: "1848", to: "soon enough" } }, "initialView.to"],
    ["a step's window", { steps: [{ view: { from: "1/2/2021", to: "2022" } }] }, "steps[0].view.from"],
    ["the origin of a scale", { scale: { log: "bananas" } }, "scale.log"],
    ["now as a word that says no day", { now: "today" }, "now"],
    ["now without a beginning", { now: "until 1900" }, "now"],
    ["the origin of a scale without a beginning", { scale: { log: "before 1900" } }, "scale.log"],
  ])("is an error where a date cannot be read: %s", (_, options, path) => {
    const [issue, ...more] = issuesOf(options);
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ severity: "error", path: `options.${path}` });
    expect(issue?.message.startsWith(`options.${path} "`)).toBe(true);
  });

  test.each<[string, TimelineOptions]>([
    ["a status that no event has", { filter: { status: ["denied"] } }],
    ["a publisher in other letters", { filter: { publishers: ["POST"] } }],
    ["nothing selected", { selected: null }],
    ["a story that is right", { steps: [{ event: "paris", view: "all" }, { view: { from: "1848", to: "1849" } }] }],
  ])("is no issue: %s", (_, options) => {
    expect(issuesOf(options)).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["a status there is not", { filter: { status: ["disputd"] } }],
    ["a field of a step there is not", { steps: [{ evnt: "paris" }] }],
  ])("is a TypeError where the type says what there is: %s", (_, options) => {
    expect(() => figureOf(DOCUMENT, options as TimelineOptions)).toThrow(TypeError);
  });
});
