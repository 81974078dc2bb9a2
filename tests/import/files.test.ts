/** Files that other people made for other programs: how many events each gives, and what is said about the rest. */
import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/import/decode-text.js";
import { importText } from "../../src/import/import-text.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import { countCodes } from "../support/codes.js";
import { hasShared, sharedBytes } from "../support/shared.js";

type Row = readonly [
  file: string,
  format: string,
  events: number,
  unplaced: number,
  lanes: number,
  eras: number,
  issues: Readonly<Record<string, number>>,
];

/** Every figure as it is. `unsourced` and `format-detected` are left out: they say nothing about what was read. */
const FILES: readonly Row[] = [
  [
    "timelinejs/hundred-years-war.json",
    "timelinejs",
    42,
    5,
    6,
    1,
    { "date-missing": 5, "html-as-text": 1, "import-loss": 30 },
  ],
  ["timelinejs/javascript-history-fr-v2.json", "timelinejs", 19, 0, 1, 3, { "html-as-text": 1, "import-loss": 15 }],
  ["timelinejs/knightlab-cosmo-mixed.json", "timelinejs", 11, 0, 1, 0, { "html-as-text": 1, "import-loss": 3 }],
  ["timelinejs/knightlab-eras.json", "timelinejs", 20, 0, 1, 3, { "import-loss": 2 }],
  [
    "timelinejs/knightlab-v2-houston.json",
    "timelinejs",
    18,
    0,
    1,
    0,
    { "html-as-text": 1, "image-refused": 2, "import-loss": 4 },
  ],
  ["timelinejs/knightlab-v2-utc.json", "timelinejs", 14, 0, 1, 0, { "html-as-text": 1, "image-refused": 3 }],
  ["timelinejs/sorokovka-ru.json", "timelinejs", 85, 0, 4, 0, {}],
  ["timelinejs/ulsterworldly.json", "timelinejs", 18, 0, 4, 0, { "alt-missing": 10, "import-loss": 5 }],
  [
    "csv/earthquakes-23k.csv",
    "csv",
    23412,
    0,
    1,
    0,
    { "columns-mapped": 1, "date-order-inferred": 1, "title-composed": 1 },
  ],
  [
    "csv/economist-space-launches.csv",
    "csv",
    5726,
    0,
    2,
    0,
    // One launch has the date 2918-10-11 beside the year 2018.
    { "columns-mapped": 1, "date-columns-disagree": 1, "date-from-year": 1, "range-extreme": 1, "title-composed": 1 },
  ],
  [
    "csv/knightlab-sheet-my-own-timeline.csv",
    "timelinejs",
    10,
    0,
    1,
    0,
    { "alt-missing": 1, "html-as-text": 1, "import-loss": 4 },
  ],
  [
    "csv/knightlab-sheet-women-in-computing.csv",
    "timelinejs",
    10,
    0,
    1,
    0,
    { "alt-missing": 1, "html-as-text": 1, "import-loss": 4 },
  ],
  [
    "csv/noaa-significant-earthquakes.tsv",
    "tsv",
    6141,
    0,
    1,
    0,
    { "columns-mapped": 1, "title-composed": 1, "year-bce": 1 },
  ],
  ["csv/propublica-veteran.csv", "csv", 6, 0, 1, 0, { "columns-mapped": 1, "row-width": 1, "title-composed": 1 }],
  ["csv/redcross-cyclone-pam.csv", "csv", 55, 55, 5, 0, { "columns-mapped": 1, "year-two-digits": 55 }],
  ["vis/motorsport-2015.json", "vis", 221, 0, 19, 0, { "end-exclusive": 1 }],
  ["vis/oswaldo-cruz-pt.json", "vis", 113, 0, 1, 0, { "end-exclusive": 1, "html-as-text": 1, "import-loss": 1 }],
  ["vis/worldcup-2014.json", "records", 15, 0, 1, 0, { "columns-mapped": 1, "title-composed": 1 }],
  ["ics/china-holidays-zh.ics", "ics", 103, 0, 1, 0, { "import-loss": 1, "tz-unknown": 1 }],
  ["ics/fablab-cottbus-de.ics", "ics", 61, 0, 1, 0, { "rrule-truncated": 1 }],
  ["ics/hebrew-sample.ics", "ics", 10, 0, 1, 0, { "tz-unknown": 1 }],
  ["ics/japan-holidays-ja.ics", "ics", 33, 0, 1, 0, {}],
  ["ics/pycon-us-2025.ics", "ics", 224, 0, 1, 0, {}],
  [
    "ics/rfc2446.ics",
    "ics",
    663,
    13,
    1,
    0,
    {
      "date-missing": 13,
      "id-duplicate": 252,
      "import-loss": 5,
      "interval-reversed": 2,
      "rrule-truncated": 7,
      "status-unknown": 3,
      "title-missing": 13,
      "tz-unknown": 2,
    },
  ],
  [
    "ics/rrule-zoo.ics",
    "ics",
    1693,
    1,
    1,
    0,
    {
      "date-invalid": 1,
      "ics-invalid": 1,
      "import-loss": 2,
      // One start lies 75 years before the others.
      "range-extreme": 1,
      "rrule-truncated": 5,
      "tz-assumed": 1,
      "tz-unknown": 2,
    },
  ],
  [
    "wikidata/archaeological-cultures-rows.json",
    "wikidata",
    369,
    1,
    1,
    0,
    { "date-missing": 1, "year-astronomical": 1 },
  ],
  ["wikidata/mexico-presidents-precision.json", "wikidata", 80, 3, 1, 0, { "date-missing": 3 }],
  ["wikidata/wales-assembly-sparql.json", "wikidata", 68, 0, 1, 0, { "precision-unknown": 1 }],
  ["simile/jfk.xml", "simile", 130, 0, 1, 0, { "html-as-text": 1, "import-loss": 1 }],
  ["simile/monet.xml", "simile", 27, 0, 1, 0, { "html-as-text": 1, "image-refused": 4, "import-loss": 3 }],
  [
    "news/candidates-2015-events.csv",
    "csv",
    74,
    74,
    7,
    0,
    { "columns-mapped": 1, "date-unrecognised": 74, "encoding-suspect": 1 },
  ],
  ["news/killed-by-google.json", "records", 307, 0, 3, 0, { "columns-mapped": 1 }],
  [
    "news/police-brutality-2020.json",
    "records",
    1340,
    3,
    1,
    0,
    {
      "columns-mapped": 1,
      "date-missing": 3,
      // The version and the date of the edit, which stand beside the list.
      "import-loss": 3,
      "source-conflict": 3,
      "url-invalid": 1,
      "url-scheme-assumed": 1,
    },
  ],
  [
    "news/special-investigations.csv",
    "csv",
    194,
    0,
    4,
    0,
    // The date of the plea beside the start of the investigation.
    { "column-ambiguous": 1, "columns-mapped": 1, "title-composed": 1 },
  ],
  [
    "news/stack-exchange-history.json",
    "records",
    278,
    0,
    1,
    0,
    {
      "columns-mapped": 1,
      "html-as-text": 1,
      "id-duplicate": 1,
      "lanes-many": 1,
      "source-conflict": 9,
      "url-invalid": 1,
    },
  ],
  [
    "news/stanford-mass-shootings.csv",
    "csv",
    335,
    0,
    1,
    0,
    // One date differs from the one in the column "Date - Detailed".
    { "column-ambiguous": 1, "columns-mapped": 1, "date-order-inferred": 1, "url-scheme-assumed": 1 },
  ],
  ["i18n/iran-politics-fa.csv", "csv", 1450, 0, 1, 0, { "columns-mapped": 1, "id-duplicate": 37 }],
  ["i18n/ottoman-yemen-ar.json", "records", 13, 0, 1, 0, { "columns-mapped": 1 }],
  ["i18n/tokyo-2020-ja.csv", "csv", 54, 0, 1, 0, { "columns-mapped": 1, "title-composed": 1, "title-missing": 38 }],
];

const results = new Map<string, ReturnType<typeof readOnce>>();

/** A file as it is read, once for all tests of it. */
function read(file: string) {
  const found = results.get(file) ?? readOnce(file);
  results.set(file, found);
  return found;
}

function readOnce(file: string) {
  const decoded = decodeText(sharedBytes(file));
  const imported = importText(decoded.text, "auto", file);
  const { timeline, issues } = parseDocument(imported.document);
  const own = [...decoded.issues, ...imported.issues];
  return { ...imported, timeline, own, issues: [...own, ...imported.locate(issues)] };
}

const event = (file: string, title: string) => read(file).document.events.find((one) => one.title.includes(title));

describe("files of other people", () => {
  test.each(FILES)("%s is %s: %i events, %i not placed", (file, format, events, unplaced, lanes, eras, codes) => {
    const { timeline, issues, ...found } = read(file);
    expect(found.format).toBe(format);
    expect(found.document.events).toHaveLength(events);
    expect(timeline.events.length + timeline.unplaced.length).toBe(events);
    expect(timeline.unplaced).toHaveLength(unplaced);
    expect([timeline.lanes.length, timeline.eras.length]).toEqual([lanes, eras]);
    expect(countCodes(issues, "unsourced", "format-detected")).toEqual(codes);
  });

  test("every issue of a file has a row or a path", () => {
    const whole = ["format-detected", "delimiter-detected"];
    const nowhere = FILES.filter(([file]) => hasShared(file)).flatMap(([file]) =>
      read(file)
        .issues.filter(({ code, row, path }) => row === undefined && path === undefined && !whole.includes(code))
        .map(({ code }) => `${file}: ${code}`),
    );
    expect(nowhere).toEqual([]);
  });
});

/** What the index of these files calls odd, one sentence each. */
describe("oddities of these files", () => {
  const dates = (file: string): readonly unknown[] => read(file).document.events.map(({ date }) => date);
  const codes = (file: string): readonly string[] => read(file).issues.map(({ code }) => code);

  test("years down to the Big Bang are years, though JavaScript has no such date", () => {
    expect(event("timelinejs/knightlab-cosmo-mixed.json", "Big Bang")?.date).toBe("13800000000 BC");
  });

  test("eras without a text are eras", () => {
    const { eras } = read("timelinejs/knightlab-eras.json").document;
    expect(eras?.map(({ title }) => title)).toHaveLength(3);
  });

  test("unfilled placeholders in addresses are reported and left out", () => {
    const lost = read("timelinejs/knightlab-v2-houston.json").own.filter(({ value }) => value?.includes("{{"));
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.every(({ code, path }) => code === "import-loss" && path?.endsWith(".asset"))).toBe(true);
  });

  test("a time behind a date in commas is kept", () => {
    expect(dates("timelinejs/knightlab-v2-utc.json")).toContain("1896-09-10T12:06");
  });

  test("five headings with a hidden date are unplaced events that keep the date in data", () => {
    const { document, issues } = read("timelinejs/hundred-years-war.json");
    const headings = document.events.filter(({ data }) => data?.["displayDate"] === ".");
    expect(headings).toHaveLength(5);
    expect(headings.map(({ date, data }) => [date, data?.["hiddenDate"]])).toEqual(headings.map(() => ["", "0900"]));
    expect(issues.filter(({ message }) => message.includes("hides the date"))).toHaveLength(1);
    // What they were for.
    expect(document.lanes).toEqual([
      "Kings of England",
      "Notable of England",
      "Events",
      "Notable of France",
      "Kings of France",
      "Phase",
    ]);
  });

  test("twenty events have a year only, 24 a year and a month", () => {
    const written = dates("timelinejs/sorokovka-ru.json").map(String);
    expect(written.filter((date) => /^\d{4}$/.test(date))).toHaveLength(20);
    expect(written.filter((date) => /^\d{4}-\d\d$/.test(date))).toHaveLength(24);
  });

  test("year and month in commas are a month", () => {
    expect(event("timelinejs/javascript-history-fr-v2.json", "Création")?.date).toBe("1996-03");
  });

  test("an end date of 13 empty texts is no end, and neither is one that equals the start", () => {
    const { events } = read("timelinejs/ulsterworldly.json").document;
    expect(events.filter(({ end }) => end === undefined)).toHaveLength(13 + 1);
    expect(events.filter(({ lane }) => lane === undefined)).toHaveLength(8);
  });

  test("48 earthquakes are before the common era, in columns of years", () => {
    const written = dates("csv/noaa-significant-earthquakes.tsv").map(String);
    expect(written.filter((date) => date.endsWith("BC"))).toHaveLength(48);
    expect(written[0]).toBe("2150 BC");
  });

  test("405 earthquakes without a month are known to the year", () => {
    const { timeline } = read("csv/noaa-significant-earthquakes.tsv");
    expect(timeline.events.filter(({ span }) => span.precision === "year")).toHaveLength(405);
  });

  test("13 launches without a date take the year from the year column", () => {
    const found = read("csv/economist-space-launches.csv").own.find(({ code }) => code === "date-from-year");
    expect(found?.message).toMatch(/\(13 times: rows /);
  });

  test("the row of Type title is the title of a sheet", () => {
    const { document } = read("csv/knightlab-sheet-my-own-timeline.csv");
    expect(document.title).toBe("MY OWN CSV");
    expect(read("csv/knightlab-sheet-women-in-computing.csv").document.title).toBe("Women in Computing");
  });

  test("the date column shows that the month comes first, and three ISO dates do not contradict it", () => {
    const { own, timeline } = read("csv/earthquakes-23k.csv");
    expect(own.find(({ code }) => code === "date-order-inferred")?.message).toContain("the first number is the month");
    expect(timeline.events.filter(({ span }) => span.precision !== "day")).toHaveLength(3);
  });

  test("a seventh cell without a header is kept in data", () => {
    const { document } = read("csv/propublica-veteran.csv");
    expect(document.events[0]?.data?.["column 7"]).toMatch(/^<h2/);
    expect(document.events[0]?.date).toBe("Feb. 18, 2003");
  });

  test("rows that end with CR alone are rows, and a year of two digits is refused with its row and column", () => {
    const { issues } = read("csv/redcross-cyclone-pam.csv");
    const first = issues.find(({ code }) => code === "year-two-digits");
    expect([first?.row, first?.column, first?.value]).toEqual([2, 1, "11-Mar-15"]);
  });

  test("stray HTML of an item is text", () => {
    expect(event("vis/oswaldo-cruz-pt.json", "Nascimento em São Paulo")?.title).toBe("Nascimento em São Paulo");
    expect(dates("vis/oswaldo-cruz-pt.json")).toContain("1901");
  });

  test("an end of the day after is exclusive", () => {
    const race = event("vis/motorsport-2015.json", "Rallye Monte-Carlo");
    expect([race?.date, race?.end]).toEqual(["2015-01-22", "2015-01-25"]);
    expect(event("vis/motorsport-2015.json", "Argentina")).not.toHaveProperty("end");
  });

  test("items of vis without content, group or type are records, titled by the teams, since the description repeats", () => {
    const [match] = read("vis/worldcup-2014.json").document.events;
    expect(match?.title).toBe("Brazil, Chile");
    expect(match?.description).toBe("round of 16");
    expect(match?.data).toMatchObject({ score1: "1 (3)" });
  });

  test("long lines that were never folded, and \\n inside them, are read", () => {
    const { document } = read("ics/china-holidays-zh.ics");
    const days = document.events.filter(({ date }) => /^\d{4}-\d\d-\d\d$/.test(String(date)));
    expect(days).toHaveLength(83);
    expect(document.events.some(({ description }) => description?.includes("\n"))).toBe(true);
  });

  test("a broken line is appended to the line before, and an unknown zone is reported once", () => {
    const { own } = read("ics/rrule-zoo.ics");
    expect(own.find(({ code }) => code === "ics-invalid")).toMatchObject({ row: 68 });
  });

  test("events that share a UID are all kept", () => {
    const { document } = read("ics/rfc2446.ics");
    const [first] = document.events;
    expect(document.events.filter(({ id }) => id === first?.id).length).toBeGreaterThan(1);
  });

  test("tasks, journals and free-busy times of a calendar are reported", () => {
    const lost = read("ics/rfc2446.ics").own.filter(({ code }) => code === "import-loss");
    expect(lost.map(({ message }) => /VTODO|VJOURNAL|VFREEBUSY|VALARM/.exec(message)?.[0]).filter(Boolean)).toEqual(
      expect.arrayContaining(["VTODO", "VJOURNAL", "VFREEBUSY"]),
    );
  });

  test("a time from midnight to midnight is a whole day", () => {
    const { document } = read("ics/japan-holidays-ja.ics");
    expect(document.events[0]).toMatchObject({ date: "2025-01-01" });
    expect(document.events.some(({ end }) => end !== undefined)).toBe(false);
    expect(document.timeZone).toBe("Asia/Tokyo");
  });

  test("a property without a value and floating times are read", () => {
    const [first] = read("ics/hebrew-sample.ics").document.events;
    expect(first).toMatchObject({ title: "Red Alert in נוב", date: "2024-11-11T23:18:15", end: "2024-11-12T01:18:30" });
  });

  test("only eight of 68 members have an end, and midnight without a precision is a day", () => {
    const { document } = read("wikidata/wales-assembly-sparql.json");
    expect(document.events.filter(({ end }) => end !== undefined)).toHaveLength(8);
    expect(codes("wikidata/wales-assembly-sparql.json")).toContain("precision-unknown");
  });

  test("a precision written as a text is a precision: twice a year, else a day", () => {
    const { timeline } = read("wikidata/mexico-presidents-precision.json");
    const ends = timeline.events.flatMap(({ span }) => [span.from, span.to]).map((moment) => moment?.precision);
    expect(ends.filter((precision) => precision === "year").length).toBeGreaterThan(0);
    expect(ends.every((precision) => precision === "day" || precision === "year" || precision === undefined)).toBe(
      true,
    );
  });

  test("-2999 of a query is 3000 BCE", () => {
    expect(event("wikidata/archaeological-cultures-rows.json", "Indus Valley")?.date).toBe("3000 BC");
    expect(codes("wikidata/archaeological-cultures-rows.json")).toContain("year-astronomical");
  });

  test("latestStart and earliestEnd are limits of the ends", () => {
    expect(event("simile/monet.xml", "Joined Cavalry")).toMatchObject({
      date: "between 1861-06-01 and 1861-07-01",
      end: "between 1863-06-01 and 1863-07-01",
    });
    expect(event("simile/monet.xml", "Birth")?.date).toBe("1840-11-14");
  });

  test("an end without isDuration says that it happened once, before it", () => {
    expect(event("simile/monet.xml", "Family moved")?.date).toBe("between 1845 and 1846");
    expect(event("simile/jfk.xml", "Bay of Pigs")?.date).toBe("1961-05-20");
  });

  test("up to 45 links of an incident are its sources", () => {
    const { document } = read("news/police-brutality-2020.json");
    expect(Math.max(...document.events.map(({ sources }) => sources?.length ?? 0))).toBe(45);
    expect(document.events.reduce((sum, { sources }) => sum + (sources?.length ?? 0), 0)).toBe(3883);
    expect(document.events.filter(({ data }) => String(data?.["displayDate"]).includes("Believed"))).toHaveLength(37);
  });

  test("1,532 cells in seven columns are 1,537 sources, since three cells hold several addresses", () => {
    const { document } = read("news/stanford-mass-shootings.csv");
    const sources = document.events.flatMap((one) => one.sources ?? []);
    expect(sources).toHaveLength(1537);
  });

  test("a column of opening dates and a column of closing dates are start and end", () => {
    expect(event("news/killed-by-google.json", "Chromecast")).toMatchObject({ date: "2013-07-24", end: "2024-08-06" });
  });

  test("two question marks behind a date make it uncertain", () => {
    const { timeline } = read("news/stack-exchange-history.json");
    expect(timeline.events.filter(({ span }) => span.uncertain)).toHaveLength(3);
  });

  test("Windows-1252 is read and said, and dates without a year are refused", () => {
    const { issues } = read("news/candidates-2015-events.csv");
    expect(issues[0]).toMatchObject({ code: "encoding-suspect", severity: "warning" });
    expect(issues.find(({ code }) => code === "date-unrecognised")).toMatchObject({
      row: 2,
      column: 6,
      value: "9-Nov",
    });
  });

  test("an investigation without an end has none", () => {
    const { document } = read("news/special-investigations.csv");
    expect(document.events.filter(({ end }) => end === undefined)).toHaveLength(34);
    expect(document.events[0]?.data).toHaveProperty("indictment-days");
  });

  test("a year of another calendar is never the date", () => {
    const [first] = read("i18n/ottoman-yemen-ar.json").document.events;
    expect(first).toMatchObject({ date: "1517", data: { hijriYear: "923" } });
    expect(read("i18n/iran-politics-fa.csv").document.events[0]).toMatchObject({
      date: "1823-07-29",
      data: { date_jalali: "1202-05-06" },
    });
  });

  test("38 months without a text are events with an issue", () => {
    const { issues } = read("i18n/tokyo-2020-ja.csv");
    expect(issues.filter(({ code }) => code === "title-missing")).toHaveLength(38);
    expect(issues.find(({ code }) => code === "title-missing")?.row).toBe(2);
  });
});
