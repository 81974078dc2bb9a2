/** Titles by a template, and titles of tables that have no column of them. */
import { describe, expect, test } from "vitest";
import { fromChrono, fromCsv, fromIcs, fromRecords, fromSimile, fromTimelineJs, fromVis } from "../../src/import.js";
import { fromDatelines } from "../../src/import/from-datelines.js";
import { plainNumber } from "../../src/import/plain-number.js";
import { titleTemplate } from "../../src/import/title-template.js";

const titles = ({ document }: ReturnType<typeof fromCsv>): string[] => document.events.map(({ title }) => title);

describe("a template", () => {
  test.each<[template: string, values: Record<string, string>, title: string]>([
    ["{Place}, M {M}", { Place: "Kuril", M: "5.7" }, "Kuril, M 5.7"],
    ["{Place}, M {M}", { M: "5.7" }, "M 5.7"],
    ["{Place}, M {M}", { Place: "Kuril" }, "Kuril"],
    ["{Place} (M {M})", { Place: "Kuril" }, "Kuril"],
    ["{Place} (M {M})", { M: "5.7" }, "5.7"],
    ["{Place} – {M} – {Deaths} dead", { Place: "Kuril", Deaths: "3" }, "Kuril – 3 dead"],
    ["Magnitude {M} near {Place}", { M: "5.7" }, "Magnitude 5.7"],
    ["{Depth} km, {Place}", { Place: "Kuril" }, "Kuril"],
    ["{ Place }: {M}", { Place: " two\n lines ", M: "-6.1620000000000" }, "two lines: -6.162"],
    ["{M}", {}, ""],
    ["{A}{B}", { A: "x", B: "y" }, "xy"],
  ])("%s with %j is %j", (template, values, title) => {
    expect(titleTemplate(template)?.fill((name) => values[name])).toBe(title);
  });

  test("names its columns once each, and without one is none", () => {
    expect(titleTemplate("{a} { b } {a}")?.names).toEqual(["a", "b"]);
    expect(titleTemplate("an event")).toBeUndefined();
  });
});

test.each([
  ["-6.1620000000000", "-6.162"],
  ["13.030999999999999", "13.031"],
  ["1.8630000000000002", "1.863"],
  ["0.30000000000000004", "0.3"],
  ["44.4530", "44.453"],
  ["6.0", "6.0"],
  ["12.50", "12.50"],
  ["5.000", "5"],
  ["-97.84415949", "-97.84415949"],
  ["0.00000000000123", "0.00000000000123"],
  ["007", "007"],
  ["1.2.3456", "1.2.3456"],
  ["March 3.14159", "March 3.14159"],
])("the number %s is shown as %s", (written, shown) => {
  expect(plainNumber(written)).toBe(shown);
});

describe("titleFrom", () => {
  const TABLE = "Date,Place,Magnitude\n2020-01-01,Kuril Islands,5.7\n2020-01-02,,6.10\n2020-01-03,,\n";

  test("makes titles of the columns of a table, by header in any case", () => {
    expect(titles(fromCsv(TABLE, { titleFrom: "{place}, M {Magnitude}" }))).toEqual([
      "Kuril Islands, M 5.7",
      "M 6.10",
      "",
    ]);
  });

  test("leaves the own title where all values are missing", () => {
    const table = "title,date,Magnitude\nA,2020,5\nB,2021,\n";
    const { document, issues } = fromCsv(table, { titleFrom: "M {Magnitude}" });
    expect(document.events.map(({ title }) => title)).toEqual(["M 5", "B"]);
    expect(issues.map(({ code }) => code)).not.toContain("title-composed");
  });

  test("is an error that lists the columns where there is no such column", () => {
    const { document, issues } = fromCsv(TABLE, { titleFrom: "{Place} {Country}" });
    expect(issues.find(({ code }) => code === "column-missing")).toMatchObject({
      severity: "error",
      value: "Country",
      hint: "The columns are Date, Place, Magnitude",
    });
    expect(document.events[0]?.title).toBe("Kuril Islands");
    expect(fromCsv(TABLE, { titleFrom: "{Plase}" }).issues.find(({ code }) => code === "column-missing")?.hint).toBe(
      'Did you mean "Place"',
    );
  });

  test("is refused without a name in braces", () => {
    expect(() => fromCsv(TABLE, { titleFrom: "An earthquake" })).toThrow(/must name a column in braces/);
    expect(() => fromVis([], { titleFrom: "An item" })).toThrow(/must name a column in braces/);
  });

  test("makes titles of the keys of records", () => {
    const records = [{ date: "2020", player1: "Brazil", player2: "Chile", score: 3.1400000000000001 }];
    expect(titles(fromRecords(records, { titleFrom: "{player1} – {player2}, {score}" }))).toEqual([
      "Brazil – Chile, 3.14",
    ]);
  });

  const template = "{title} ({place}), {rank}";
  test.each<[string, ReturnType<typeof fromCsv>, string]>([
    ["vis", fromVis([{ content: "A", start: "2020", rank: 7 }], { titleFrom: "{title} {Rank}" }), "A 7"],
    ["chrono", fromChrono([{ title: "2020", cardTitle: "A" }], { titleFrom: "{date}: {title}" }), "2020: A"],
    [
      "TimelineJS",
      fromTimelineJs(
        { events: [{ start_date: { year: 2020 }, text: { headline: "A" }, group: "G" }] },
        { titleFrom: "{lane}: {title}" },
      ),
      "G: A",
    ],
    [
      "iCalendar",
      fromIcs(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20200101\r\nSUMMARY:A\r\nLOCATION:B\r\nEND:VEVENT\r\nEND:VCALENDAR",
        { titleFrom: "{title} ({place})" },
      ),
      "A (B)",
    ],
    [
      "SIMILE",
      fromSimile('<data><event start="2020" title="A">text</event></data>', { titleFrom: "{title}: {description}" }),
      "A: text",
    ],
    ["our own", fromDatelines([{ title: "A", date: "2020", data: { rank: 7 } }], { titleFrom: template }), "A, 7"],
  ])("makes titles of the fields and the data of %s", (_, imported, title) => {
    const { document } = imported;
    const [event] = Array.isArray(document) ? (document as typeof document.events) : document.events;
    expect(event?.title).toBe(title);
  });

  test("does not change the caller's own objects", () => {
    const input = [{ title: "A", date: "2020", data: { rank: 7 } }];
    fromDatelines(input, { titleFrom: "{rank}" });
    expect(input[0]?.title).toBe("A");
  });

  test("names the fields there are where no event has a value", () => {
    const { issues } = fromVis([{ content: "A", start: "2020", rank: 7 }], { titleFrom: "{title} {rnk}" });
    expect(issues).toMatchObject([{ code: "column-missing", value: "rnk", hint: 'Did you mean "rank"' }]);
  });
});

describe("a table without titles", () => {
  const titlesOf = (text: string): string[] => titles(fromCsv(text));

  test("says what was measured, not where", () => {
    expect(titlesOf("Date,Latitude,Longitude,Magnitude\n1965-01-02,19.246,145.616,6.0\n")).toEqual(["Magnitude 6.0"]);
  });

  test("says where, if it says nothing else", () => {
    expect(titlesOf("Date,Latitude,Longitude\n1965-01-02,1.8630000000000002,145.616\n")).toEqual([
      "Latitude 1.863, Longitude 145.616",
    ]);
  });

  test("is titled by the column that tells its rows apart", () => {
    const rows = [
      "tag,launch date,type,mission,agency",
      "1,1967-06-29,Thor,Secor II,US",
      "2,1967-08-23,Thor,DAPP 3,US",
    ];
    expect(titlesOf([...rows, "3,1967-09-01,Atlas,OSO 4,NASA", ""].join("\n"))).toEqual([
      "Secor II",
      "DAPP 3",
      "OSO 4",
    ]);
  });

  test("is titled by several columns where one does not tell its rows apart", () => {
    const rows = ["date,home,away", "2014-06-01,Brazil,Chile", "2014-06-02,Brazil,Peru", "2014-06-03,Chile,Peru"];
    expect(titlesOf(rows.join("\n"))).toEqual(["Brazil, Chile", "Brazil, Peru", "Chile, Peru"]);
  });

  test("is titled by its descriptions, unless they repeat", () => {
    expect(titlesOf("date,description,team\n2014,One,x\n2015,Two,y\n")).toEqual(["One", "Two"]);
    expect(titlesOf("date,description,team\n2014,Final,Reds\n2015,Final,Blues\n")).toEqual(["Reds", "Blues"]);
  });

  test("is titled by neither addresses nor identifiers", () => {
    expect(titlesOf("date,image path,case id,deaths\n2014,img/a.jpg,17,3\n2015,img/b.jpg,18,4\n")).toEqual([
      "deaths 3",
      "deaths 4",
    ]);
  });
});
