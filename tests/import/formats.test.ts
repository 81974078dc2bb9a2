import { describe, expect, test } from "vitest";
import { detect } from "../../src/import/detect.js";
import { fromChrono } from "../../src/import/from-chrono.js";
import { fromVis } from "../../src/import/from-vis.js";
import { fromSimile } from "../../src/import/simile/from-simile.js";
import { fromTimelineJs } from "../../src/import/timelinejs/from-timelinejs.js";
import { wikidataDate } from "../../src/import/wikidata/wikidata-date.js";
import { fromWikidata } from "../../src/import/wikidata/from-wikidata.js";
import type { LaneInput } from "../../src/model/document/document.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import { formatDate } from "../../src/time/wording/format-date.js";
import { en } from "../../src/locales/en.js";
import { parseDate } from "../../src/time/parse-date.js";
import { renderToString } from "../../src/render-to-string.js";

describe("vis-timeline", () => {
  test("groups are lanes in their order, nested ones with their parent", () => {
    const { document, issues } = fromVis({
      items: [{ id: 1, content: "A", start: "2020-01-01", group: 2 }],
      groups: [
        { id: 1, content: "Parent", nestedGroups: [2], order: 2 },
        { id: 2, content: "<b>Child</b>", order: 1 },
      ],
    });
    expect(document.lanes).toEqual([
      { id: "2", title: "Child", parent: "1" },
      { id: "1", title: "Parent" },
    ]);
    expect(document.events[0]).toMatchObject({ id: "1", lane: "2" });
    expect(issues).toEqual([]);
  });

  test("groups that share class names of few kinds are grouped by them", () => {
    const groups = ["a", "b", "a"].map((className, i) => ({ id: `g${i}`, className }));
    const { document } = fromVis({ items: [{ content: "A", start: "2020", group: "g0" }], groups });
    expect(document.lanes?.map((lane) => (lane as LaneInput).parent)).toEqual(["a", "b", "a"]);
  });

  test("a background is an era", () => {
    const { document } = fromVis([
      { type: "background", content: "War", start: "1939-09-01", end: "1945-05-09", group: "x" },
      { content: "A", start: "1940" },
    ]);
    expect(document.eras).toEqual([{ title: "War", date: "1939-09-01", end: "1945-05-08", lane: "x" }]);
    expect(document.events).toHaveLength(1);
  });

  test.each([
    ["2015-01-11", "2015-01-10"],
    ["2015-03-01T00:00:00", "2015-02-28"],
    ["2015-01-11T12:00", "2015-01-11T12:00"],
    ["2015-02-30", "2015-02-30"],
  ])("the end %s is %s", (end, expected) => {
    expect(fromVis([{ content: "A", start: "2015-01-01", end }]).document.events[0]?.end).toBe(expected);
  });

  test.each([
    ["2024-06-19T22:00:00Z", "2024-06-20T00:00:00Z", "2024-06-20T00:00:00Z"],
    ["2024-06-19T22:00:00Z", "2024-06-20", "2024-06-19"],
    ["2024-06-18T00:00:00Z", "2024-06-20T00:00:00Z", "2024-06-19"],
    ["2024", "2024-06-20T00:00:00Z", "2024-06-19"],
  ])("from %s a midnight is a day only where the start is one: %s is %s", (start, end, expected) => {
    expect(fromVis([{ content: "A", start, end }]).document.events[0]?.end).toBe(expected);
  });

  test("an issue of an item has its path in the file", () => {
    const { document, locate } = fromVis({ items: [{ content: "A", start: "2020-02-30" }] });
    expect(locate(parseDocument(document).issues)[0]).toMatchObject({ code: "date-invalid", path: "items[0].start" });
  });
});

describe("react-chrono", () => {
  test("a label that is a date is the date", () => {
    const [event] = fromChrono([{ title: "May 1940", cardTitle: "Dunkirk", cardDetailedText: ["One", "Two"] }]).document
      .events;
    expect(event).toEqual({ title: "Dunkirk", date: "May 1940", description: "One\nTwo" });
  });

  test("a date takes precedence over a label, which is kept", () => {
    const [event] = fromChrono([{ title: "Spring", date: "1940-05-10", cardTitle: "Battle of France" }]).document
      .events;
    expect(event).toEqual({ title: "Battle of France", date: "1940-05-10", data: { displayDate: "Spring" } });
  });

  test("nested items are events in a lane of their parent", () => {
    const { document } = fromChrono([{ title: "1940", cardTitle: "War", items: [{ title: "1941", cardTitle: "A" }] }]);
    expect(document.events.map(({ title, lane }) => [title, lane])).toEqual([
      ["War", undefined],
      ["A", "War"],
    ]);
  });

  test("an image is an image, a video a source, a React node is reported", () => {
    const { document, issues } = fromChrono([
      {
        title: "1940",
        cardTitle: { type: "b" },
        url: "https://a.example/",
        media: { type: "VIDEO", source: { url: "https://v.example/" }, name: "Film" },
      },
      {
        title: "1941",
        cardTitle: "B",
        media: { type: "IMAGE", source: { url: "https://i.example/a.png" }, name: "Alt" },
      },
    ]);
    expect(document.events[0]?.sources).toEqual([
      { url: "https://a.example/" },
      { url: "https://v.example/", title: "Film" },
    ]);
    expect(document.events[1]?.media).toEqual([{ src: "https://i.example/a.png", alt: "Alt" }]);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["import-loss", "[0].cardTitle"],
      ["import-loss", "[0].media"],
    ]);
  });
});

describe("SIMILE Timeline", () => {
  const xml = (attributes: string, text = ""): string => `<data><event ${attributes}>${text}</event></data>`;

  test.each([
    ['start="Sat May 20 1961 00:00:00 GMT-0600"', "1961-05-20"],
    ['start="Fri Nov 22 1963 12:30:00 GMT-0600"', "1963-11-22T12:30-06:00"],
    ['start="1845"', "1845"],
    ['start="-500"', "500 BC"],
    ['start="Mar 15 -44 12:00:00 GMT"', "-0043-03-15T12:00Z"],
    ['start="Mar 15 -44 00:00:00 GMT"', "15 March 44 BC"],
    ['start="Jun 01 1861" end="Jul 01 1861"', "between 1861-06-01 and 1861-07-01"],
    [
      'start="1963-11-22T12:00:00-06:00" end="1963-11-22T12:05:00-06:00"',
      "between 1963-11-22 12:00 and 1963-11-22 12:05",
    ],
  ])("%s is %s", (attributes, date) => {
    const { document } = fromSimile(xml(`title="A" ${attributes}`));
    expect(document.events[0]?.date).toBe(date);
    expect(parseDocument(document).timeline.events).toHaveLength(1);
  });

  test("the one offset of all times is the zone of the document, so that the axis says what the labels say", () => {
    const times = (...starts: string[]): string =>
      `<data>${starts.map((start) => `<event title="A" start="${start}"/>`).join("")}</data>`;
    const noon = "Fri Nov 22 1963 12:00:00 GMT-0600";
    const { document } = fromSimile(times(noon, "Sat May 20 1961 00:00:00 GMT-0600", "1845"));
    expect(document.timeZone).toBe("UTC-06:00");
    const { timeline, issues } = parseDocument(document);
    expect(issues.filter(({ code }) => code !== "unsourced")).toEqual([]);
    expect(timeline.events.at(-1)?.span.start).toBe(Date.UTC(1963, 10, 22, 12));
    expect(renderToString(document, { width: 900 })).toContain("22 Nov 1963, 12:00<");
    for (const other of ["1963-11-22T12:00Z", "1963-11-22T12:00", "1963-11-22T12:00:00+01:00"]) {
      expect(fromSimile(times(noon, other)).document).not.toHaveProperty("timeZone");
    }
  });

  test("limits with other offsets are between times in UTC", () => {
    const both = '<data><event title="A" start="1963-11-22T12:00:00-06:00" end="1963-11-22T19:05:00+00:00"/></data>';
    expect(fromSimile(both).document.events[0]?.date).toBe("between 1963-11-22 18:00 and 1963-11-22 19:05");
  });

  test("JSON is read as XML is", () => {
    const { document } = fromSimile({
      events: [{ start: "1963", end: "1964", durationEvent: true, title: "A", link: "https://a.example/" }],
    });
    expect(document.events).toEqual([
      { title: "A", date: "1963", end: "1964", sources: [{ url: "https://a.example/" }] },
    ]);
  });

  test("markup that is not well-formed is located, and the events around it are kept", () => {
    const { document, issues } = fromSimile(
      '<data>\n<event title="A" start="1900"/>\n<event title="B & C" start="1901"></oops>\n<event title="D" start="1902"/></data>',
    );
    expect(document.events.map(({ title }) => title)).toEqual(["A", "B & C", "D"]);
    expect(issues.find(({ code }) => code === "xml-invalid")?.row).toBe(3);
  });

  test("entities of a document type are not expanded", () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><data><event title="&b;" start="1900"/></data>`;
    const { document } = fromSimile(bomb);
    expect(document.events[0]?.title.length).toBeLessThan(10);
  });
});

describe("Wikidata", () => {
  const spoken = (value: string, precision?: number): string => {
    const { span } = parseDate(wikidataDate(value, precision)?.text ?? "");
    return span ? formatDate(span, en) : "refused";
  };

  test.each<[string, number | undefined, string]>([
    ["1829-12-18T00:00:00Z", 11, "18 December 1829"],
    ["1829-12-18T00:00:00Z", 10, "December 1829"],
    ["1829-01-01T00:00:00Z", 9, "1829"],
    ["1820-01-01T00:00:00Z", 8, "1820s"],
    ["0005-01-01T00:00:00Z", 8, "0s"],
    ["0015-01-01T00:00:00Z", 8, "10s"],
    ["-0004-01-01T00:00:00Z", 8, "0s BCE"],
    ["-0043-01-01T00:00:00Z", 8, "40s BCE"],
    ["-9500-01-01T00:00:00Z", 5, "between 10,000 BCE and 1 BCE"],
    ["2000-01-01T00:00:00Z", 5, "between 1 CE and 9999"],
    ["50000-01-01T00:00:00Z", 4, "between 1 CE and 99,999"],
    ["1801-01-01T00:00:00Z", 7, "19th century"],
    ["1900-01-01T00:00:00Z", 7, "19th century"],
    ["-0043-03-15T00:00:00Z", 11, "15 March 44 BCE"],
    ["-0043-01-01T00:00:00Z", 9, "44 BCE"],
    ["0000-01-01T00:00:00Z", 9, "1 BCE"],
    ["2001-01-01T00:00:00Z", 6, "3rd millennium"],
    ["1969-07-20T20:17:40Z", 14, "20 July 1969, 20:17:40"],
    ["1969-07-20T20:17:00Z", 13, "20 July 1969, 20:17"],
  ])("%s with precision %s is %s", (value, precision, expected) => {
    expect(spoken(value, precision)).toBe(expected);
  });

  test.each([0, 1, 2, 3, 4, 5])("precision %i is coarser than a millennium", (precision) => {
    const { span } = parseDate(wikidataDate("-13798000000-01-01T00:00:00Z", precision)?.text ?? "");
    expect(span?.precision).toBe("age");
  });

  test("bindings, simplified results and rows give the same event", () => {
    const expected = {
      title: "Ada Lovelace",
      date: "1815-12-10",
      sources: [{ url: "https://www.wikidata.org/wiki/Q7259", title: "Wikidata Q7259" }],
    };
    const uri = "http://www.wikidata.org/entity/Q7259";
    const time = "1815-12-10T00:00:00Z";
    const bindings = [
      {
        item: { type: "uri", value: uri },
        itemLabel: { value: "Ada Lovelace" },
        date: { value: time },
        datePrecision: { value: "11" },
      },
    ];
    for (const input of [
      { head: { vars: [] }, results: { bindings } },
      [{ item: { value: "Q7259", label: "Ada Lovelace" }, date: { value: time, precision: "11" } }],
      [{ item: uri, itemLabel: "Ada Lovelace", date: time, datePrecision: "11" }],
    ]) {
      expect(fromWikidata(input).document.events).toEqual([expected]);
    }
  });

  test("an unknown value has the date unknown, and the Julian calendar is reported", () => {
    const { document, issues } = fromWikidata([
      { item: "Q1", date: { value: "t123", type: "bnode" } },
      {
        item: "Q2",
        date: {
          value: "1700-01-01T00:00:00Z",
          precision: 11,
          calendarmodel: "http://www.wikidata.org/entity/Q1985786",
        },
      },
    ]);
    expect(document.events.map(({ date }) => date)).toEqual(["unknown", "1700-01-01"]);
    expect(issues.map(({ code }) => code)).toEqual(["calendar-julian"]);
  });
});

describe("a sheet of TimelineJS", () => {
  const HEADER = "Year,Month,Day,Time,End Year,Headline,Text,Media,Media Caption,Type,Group,Background";

  test("has eras, a title, groups, and times in common notations", () => {
    const { document } = fromTimelineJs(
      `${HEADER}\n,,,,,All,Words,,,title,,\n1939,,,,1945,War,,,,era,,\n"1,940",5,10,3.05 p.m.,,Start,,,,,West,#fff`,
    );
    expect(document).toEqual({
      title: "All",
      description: "Words",
      events: [{ title: "Start", date: "1940-05-10T15:05", lane: "West" }],
      eras: [{ title: "War", date: "1939", end: "1945" }],
    });
  });

  test.each([
    ["a line that names its separator", "sep=;\nYear;Month;Headline;Text;Media\n2021;2;A, B;;\n2021;13;C;;", 4],
    ["tabs and no comma", "Year\tMonth\tHeadline\tText\tMedia\n2021\t2\tA\t\t\n2021\t13\tC\t\t", 3],
  ])("is read with %s, and rows are those of the file", (_, text, row) => {
    const { document, issues, locate } = fromTimelineJs(text);
    expect(document.events.map(({ date }) => date)).toEqual(["2021-02", "2021-13"]);
    expect(issues).toEqual([]);
    expect(locate(parseDocument(document).issues)[0]).toMatchObject({ code: "date-invalid", row });
  });

  test("numbers rows as the spreadsheet does", () => {
    const { document, locate } = fromTimelineJs(`${HEADER}\n,,,,,All,,,,title,,\n2021,2,30,,,A,,,,,,`);
    expect(locate(parseDocument(document).issues)[0]).toMatchObject({ code: "date-invalid", row: 3 });
  });
});

describe("detect", () => {
  test.each([
    ["BEGIN:VCALENDAR\r\nEND:VCALENDAR", "ics"],
    ['<data><event start="1900" title="A"/></data>', "simile"],
    ["title,date\nA,2020", "csv"],
    ["title\tdate\nA\t2020", "tsv"],
    ["Year,Month,Headline,Text,Media\n2020,,A,,", "timelinejs"],
    ['{"timeline":{"date":[]}}', "timelinejs"],
    ['{"events":[{"start_date":{"year":1}}]}', "timelinejs"],
    ['[{"content":"A","start":"2020"}]', "vis"],
    ['[{"title":"May 1940","cardTitle":"A"}]', "chrono"],
    ['{"head":{},"results":{"bindings":[]}}', "wikidata"],
    ['[{"item":"http://www.wikidata.org/entity/Q1","year":"1"}]', "wikidata"],
    ['{"dateTimeFormat":"iso8601","events":[{"start":"1900","title":"A"}]}', "simile"],
    ['[{"name":"A","opened":"2020"}]', "records"],
    ['[{"title":"A","date":"2020"}]', "datelines"],
    ["[]", "datelines"],
    ["", undefined],
    ["<html><p>Hello</p></html>", undefined],
    ["Hello", undefined],
  ])("takes %j for %s", (text, format) => {
    expect(detect(text).format).toBe(format);
  });

  test("warns if the file name and the content disagree", () => {
    const { issues } = detect("BEGIN:VCALENDAR", "events.csv");
    expect(issues.map(({ code, value }) => [code, value])).toEqual([
      ["format-detected", undefined],
      ["format-mismatch", "events.csv"],
    ]);
    expect(detect("title,date\nA,2020", "events.csv").issues.map(({ code }) => code)).toEqual(["format-detected"]);
  });
});
