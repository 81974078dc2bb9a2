/** The summary of a timeline: its first and last date. */
import { describe, expect, test } from "vitest";
import { filterEvents } from "../../src/model/events/filter-events.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import { en } from "../../src/locales/en.js";
import type { TimelineEvent } from "../../src/model/timeline.js";
import { clusterName, dateInWords, summary } from "../../src/scene/accessible-names.js";

const summed = (...dates: string[]): string =>
  summary(parseDocument({ events: dates.map((date, i) => ({ title: `Event ${i}`, date })) }).timeline, en);

describe("a summary", () => {
  test.each<[string, readonly string[], string]>([
    ["to the end of what ends last, not to what begins last", ["2000/2020", "2005"], "2 events from 2000 to 2020."],
    ["of one event that lasted", ["1969-07-16/1969-07-24"], "1 event from 16 July 1969 to 24 July 1969."],
    ["of one day", ["2024-06-19"], "1 event: 19 June 2024."],
    ["that goes on, where an event does", ["1998-06", "2012/.."], "2 events: from June 1998, continuing."],
    ["to where something begins whose end nobody knows", ["1998", "2012/"], "2 events from 1998 to 2012."],
    [
      "to the later limit of a date between two",
      ["509 BC", "between 451 BC and 449 BC"],
      "2 events from 509 BCE to 449 BCE.",
    ],
    ["from the earlier limit of one", ["between 1848 and 1850", "1900"], "2 events from 1848 to 1900."],
    [
      "from the first to the last of a choice",
      ["[2024-11-05,2024-11-07]", "2024-11-06"],
      "2 events from 5 November 2024 to 7 November 2024.",
    ],
    ["of all events that are counted elsewhere", ["1998", "2001", "nobody knows"], "3 events from 1998 to 2001."],
  ])("goes %s", (_, dates, expected) => {
    expect(summed(...dates)).toBe(expected);
  });

  test("of a table extends to its last event, and to the last one that a filter keeps", () => {
    const size = 20_000;
    const date = Float64Array.from({ length: size }, (_, day) => day * 86_400_000);
    const title = Array.from({ length: size }, (_, i) => (i < 9 ? "early" : "late"));
    const { timeline } = parseDocument({ columns: { date, title } });
    expect(timeline.store.lazy).toBe(true);
    expect(summary(timeline, en)).toBe("20,000 events from 1 January 1970 to 3 October 2024.");
    const { timeline: early } = filterEvents(timeline, { text: "early" });
    expect(summary(early, en)).toBe("9 events from 1 January 1970 to 9 January 1970.");
  });

  test("of a cluster extends to the end of its last event", () => {
    const { events } = parseDocument({
      events: [
        { title: "a", date: "149 BC" },
        { title: "b", date: "133 BC/121 BC" },
      ],
    }).timeline;
    const [first, last] = events as [(typeof events)[number], (typeof events)[number]];
    expect(clusterName(2, first, last, en)).toBe("2 events from 149 BCE to 121 BCE");
  });
});

describe("the date of an event with several claims", () => {
  test("gives a choice once, though sources give its members", () => {
    const claims = [
      { date: "0079-08-24", source: { title: "A letter" } },
      { date: "0079-10-24", source: { title: "A graffito" } },
      { date: "0079-11-23", source: { title: "A coin" } },
    ];
    const events = [{ title: "Vesuvius", date: "[0079-08-24,0079-10-24]", claims }];
    const [event] = parseDocument({ events }).timeline.events;
    expect(dateInWords(event as TimelineEvent, en)).toBe("24 August 79 CE or 24 October 79 CE, or 23 November");
  });
});
