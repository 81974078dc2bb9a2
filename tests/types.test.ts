/** What TypeScript says of documents and options. The type check of the tests proves these; running them proves little. */
import { expectTypeOf, test } from "vitest";
import kursk from "../examples/kursk/kursk.json" with { type: "json" };
import { createTimeline, type DocumentInput, type EventInput, renderToString, type Timeline } from "../src/index.js";
import type { TimelineOptions } from "../src/index.js";

interface Launch {
  readonly rocket: string;
}

const launches: readonly EventInput<Launch>[] = [{ title: "First flight", date: "2021", data: { rocket: "A" } }];
/** Is compiled and never called: there is no page. */
const page = (): void => {
  const timeline = createTimeline<Launch>("#timeline", launches, {
    details: ({ data }) => data?.rocket ?? null,
  });
  expectTypeOf(timeline).toEqualTypeOf<Timeline<Launch>>();
  timeline.update({ document: launches });
  // @ts-expect-error: data of another type
  timeline.update({ document: [{ title: "A", date: "2021", data: { rocket: 3 } }] });
  // @ts-expect-error: an option that there is not
  timeline.update({ options: { colour: 1 } });
  // @ts-expect-error: a type of event that there is not
  timeline.on("click", () => undefined);
};

test("a document of JSON is a document", () => {
  expectTypeOf(kursk).toExtend<DocumentInput>();
  expectTypeOf(page).toBeFunction();
});

test("a readonly list of events with data of one's own is a document", () => {
  expectTypeOf(launches).toExtend<DocumentInput<Launch>>();
  renderToString(launches);
});

test("a misspelt field of an event is an error", () => {
  // @ts-expect-error: the field is `title`
  renderToString([{ titel: "A", title: "A", date: "2021" }]);
  // @ts-expect-error: the field is `events`
  renderToString({ event: [], events: [] });
});

test("an event without a date is an error", () => {
  // @ts-expect-error: no date
  renderToString([{ title: "A" }]);
});

test("text is no document: parseDocument and the importers read it", () => {
  // @ts-expect-error: a text
  expectTypeOf("{}").toExtend<DocumentInput>();
});

test("details are a node, a text or null", () => {
  expectTypeOf(() => null).toExtend<NonNullable<TimelineOptions["details"]>>();
  expectTypeOf(() => document.createElement("p")).toExtend<NonNullable<TimelineOptions["details"]>>();
  // @ts-expect-error: a number
  expectTypeOf(() => 3).toExtend<NonNullable<TimelineOptions["details"]>>();
});
