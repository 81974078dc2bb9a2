import { dsvFormat } from "d3-dsv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Issue } from "../../src/base/issue.js";
import { type CsvOptions, fromCsv } from "../../src/import/csv/from-csv.js";
import { fromRecords } from "../../src/import/csv/from-records.js";
import { readRows } from "../../src/import/csv/read-rows.js";
import { ImportReport } from "../../src/import/import-report.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import { countCodes } from "../support/codes.js";

const rowsOf = (text: string, delimiter = ","): { rows: string[][]; issues: readonly Issue[] } => {
  const report = new ImportReport();
  const rows: string[][] = [];
  readRows(text, delimiter, report, (cells) => rows.push(cells));
  return { rows, issues: report.issues };
};

const events = (text: string, options?: CsvOptions) => fromCsv(text, options).document.events;

describe("rows of a separated text", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.stringMatching(/^[a-z",;\t|\r\n ]{0,6}$/),
    fc.constantFrom("", '"', '""', "\r", "\r\n", "a\nb"),
  );

  test.each([",", ";", "\t", "|"])("are those that d3-dsv reads, separated by %j", (delimiter) => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (table) => {
        const text = dsvFormat(delimiter).formatRows(table);
        const { rows, issues } = rowsOf(text, delimiter);
        expect(rows).toEqual(dsvFormat(delimiter).parseRows(text));
        expect(issues).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("of any text keep every character except separators, quotes and line ends", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab,"\r\n]{0,40}$/), (text) => {
        const kept = rowsOf(text).rows.flat().join("").replace(/[^ab]/g, "");
        expect(kept).toBe(text.replace(/[^ab]/g, ""));
      }),
      { numRuns: 2000 },
    );
  });

  test("an unclosed quote is a plain character; the rows around it are kept", () => {
    const { rows, issues } = rowsOf('a,b\n1,2\n3,"4\n5,6\n');
    expect(rows).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", '"4'],
      ["5", "6"],
    ]);
    expect(issues).toMatchObject([{ code: "quote-unclosed", row: 3, column: 3, value: '"4' }]);
  });

  test("a quote closed within a later row counts as unclosed", () => {
    const { rows, issues } = rowsOf('a,b\n1,"2\n3,"4"\n5,6');
    expect(rows).toEqual([
      ["a", "b"],
      ["1", '"2'],
      ["3", "4"],
      ["5", "6"],
    ]);
    expect(issues.map(({ code }) => code)).toEqual(["quote-unclosed"]);
  });

  test("text after a closing quote is kept as written", () => {
    const { rows, issues } = rowsOf('"a"b,c');
    expect(rows).toEqual([['"a"b', "c"]]);
    expect(issues).toMatchObject([{ code: "quote-stray", row: 1, column: 3 }]);
  });

  test("many open quotes cost no more than their length", () => {
    const { rows } = rowsOf('"a\n'.repeat(20_000));
    expect(rows).toHaveLength(20_000);
  });
});

describe("a table", () => {
  test.each<[string, string | Uint8Array]>([
    ["commas", "title,date\nA,2020"],
    ["semicolons", "title;date\r\nA;2020\r\n"],
    ["tabs", "title\tdate\nA\t2020"],
    ["bars", "title|date\nA|2020"],
    ["CR alone", "title,date\rA,2020\r"],
    ["a byte order mark", "\ufefftitle,date\nA,2020"],
    ["a line sep=;", "sep=;\ntitle;date\nA;2020"],
    ["blank lines above", "\n\ntitle,date\nA,2020"],
    ["UTF-8 bytes", new TextEncoder().encode("title,date\nA,2020")],
    ["UTF-16, little end first", new Uint8Array(Buffer.from("\ufefftitle,date\nA,2020", "utf16le"))],
    ["UTF-16 without a mark", new Uint8Array(Buffer.from("title,date\nA,2020", "utf16le"))],
    ["UTF-16, big end first", new Uint8Array(Buffer.from("\ufefftitle,date\nA,2020", "utf16le").swap16())],
  ])("with %s is read", (_, input) => {
    expect(fromCsv(input).document.events).toEqual([{ title: "A", date: "2020" }]);
  });

  test("in Windows-1252 keeps its letters and says where the first of them is", () => {
    const bytes = new Uint8Array([...Buffer.from("title,date\nCaf"), 0xe9, 0x80, ...Buffer.from(",2020")]);
    const { document, issues } = fromCsv(bytes);
    expect(document.events[0]?.title).toBe("Café€");
    expect(issues[0]).toMatchObject({ code: "encoding-suspect", row: 2, column: 4 });
  });

  test.each([
    ["Titel;Datum;Beschreibung;Quelle", "de"],
    ["Titre;Date de début;Texte;Lien", "fr"],
    ["Título;Fecha;Descripción;Fuente", "es"],
    ["Titolo;Data;Descrizione;Fonte", "it"],
    ["Título;Data;Descrição;Fonte", "pt"],
    ["Titel;Begindatum;Beschrijving;Bron", "nl"],
    ["Tytuł;Data;Opis;Źródło", "pl"],
    ["Название;Дата;Описание;Источник", "ru"],
    ["标题;日期;描述;来源", "zh"],
    ["タイトル;日付;説明;出典", "ja"],
    ["제목;날짜;설명;출처", "ko"],
    ["العنوان;التاريخ;الوصف;المصدر", "ar"],
    ["HEADLINE;Start Date;Text;URL", "en"],
    ["event_name;startDate;details;link", "names of programs"],
  ])("with the header %s finds its fields (%s)", (header) => {
    expect(events(`${header}\nA;2020;B;https://a.example/`)).toEqual([
      { title: "A", date: "2020", description: "B", sources: [{ url: "https://a.example/" }] },
    ]);
  });

  test("keeps columns that name no field, whatever their header", () => {
    const [event] = events("title,date,__proto__,constructor,Magnitude\nA,2020,x,y,6");
    expect(Object.entries(event?.data ?? {})).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
      ["Magnitude", "6"],
    ]);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  test("uses the columns given as options, by header or number", () => {
    const options = { columns: { title: "Mission", date: 1, source: ["Link A", "Link B"] } };
    expect(
      events("When it flew,Mission,Link A,Link B\n1969,Apollo,https://a.example/,https://b.example/", options),
    ).toEqual([
      { title: "Apollo", date: "1969", sources: [{ url: "https://a.example/" }, { url: "https://b.example/" }] },
    ]);
  });

  test("reports a column of the options that does not exist", () => {
    const { issues } = fromCsv("title,date\nA,2020", { columns: { place: "Town" } });
    expect(issues[0]).toMatchObject({ code: "column-missing", value: "Town", hint: "The columns are title, date" });
  });

  test.each([
    ["https://a.example/x", [{ url: "https://a.example/x" }]],
    ["The Paper | https://a.example/x", [{ url: "https://a.example/x", title: "The Paper" }]],
    ["https://a.example/x | The Paper", [{ url: "https://a.example/x", title: "The Paper" }]],
    ["https://a.example/x; https://b.example/", [{ url: "https://a.example/x" }, { url: "https://b.example/" }]],
    ["https://a.example/x?a=1,2", [{ url: "https://a.example/x?a=1,2" }]],
    ["Lexington Examiner (KY), 23 September 2012", [{ title: "Lexington Examiner (KY), 23 September 2012" }]],
  ])("reads the source %s", (cell, sources) => {
    expect(events(`title,date,source\nA,2020,"${cell}"`)[0]?.sources).toEqual(sources);
  });

  test("keeps the details of a second source with that source", () => {
    const [event] = events(
      "title,date,source,publisher,source 2,publisher 2\nA,2020,https://a.example/,One,https://b.example/,Two",
    );
    expect(event?.sources).toEqual([
      { url: "https://a.example/", publisher: "One" },
      { url: "https://b.example/", publisher: "Two" },
    ]);
  });

  test.each([
    ["2020,5,17,", "2020-05-17"],
    ["2020,5,17,9:30", "2020-05-17T09:30"],
    ["2020,5,,", "2020-05"],
    ["2020,,,", "2020"],
    ["2020,,17,", "2020"],
    ["-44,3,15,", "15 March 44 BC"],
    ["-63,10,,", "October 0063 BC"],
    ["2020,May,17,", "17 May 2020"],
  ])("with a date in columns of its own, %s, reads %s", (cells, date) => {
    const [event] = events(`title,year,month,day,time\nA,${cells}`);
    expect(event?.date).toBe(date);
    expect(parseDocument([event]).timeline.events).toHaveLength(1);
  });

  test("removes the apostrophe that guards a cell from spreadsheets", () => {
    expect(events("title,date\n'=1+1,2020\n'@home,2021\n'80s,1980s").map(({ title }) => title)).toEqual([
      "=1+1",
      "@home",
      "'80s",
    ]);
  });

  test("counts blank rows, and rows that are too short or too long", () => {
    const { document, issues } = fromCsv("title,date,lane\nA,2020\n\nB,2021,x,y\n,,\n");
    expect(document.events).toHaveLength(2);
    expect(document.events[1]?.data).toEqual({ "column 4": "y" });
    expect(countCodes(issues)).toEqual({ "columns-mapped": 1, "row-width": 2, "rows-blank": 1 });
    expect(issues.find(({ code }) => code === "rows-blank")?.message).toContain("(2 times: rows 3, 5)");
  });

  test("with many values in its lane column keeps them as tags, unless the option names the column", () => {
    const text = `title,date,type\n${Array.from({ length: 30 }, (_, i) => `A,2020,kind ${i}`).join("\n")}`;
    const { document, issues } = fromCsv(text);
    expect(document.events[3]).toEqual({ title: "A", date: "2020", tags: ["kind 3"] });
    expect(issues.find(({ code }) => code === "lanes-many")).toMatchObject({ row: 1, column: 3 });
    expect(events(text, { columns: { lane: "type" } })[3]).toMatchObject({ lane: "kind 3" });
  });

  test("locates the issues of its document by row and column", () => {
    const { document, locate } = fromCsv("title,Start,id\nA,2021-02-30,x\nB,2021,x");
    const issues = locate(parseDocument(document).issues).filter(({ code }) => code !== "unsourced");
    expect(issues).toMatchObject([
      { code: "date-invalid", row: 2, column: 2, value: "2021-02-30" },
      { code: "id-duplicate", row: 3, column: 3, value: "x" },
    ]);
    expect(issues[0]?.message).toMatch(/^row 2, column Start "2021-02-30": February 2021 has 28 days\./);
    expect(issues[1]?.message).toContain("row 2 has the same id");
  });

  test("throws for invalid input and options", () => {
    expect(() => fromCsv(7 as never)).toThrow(TypeError);
    expect(() => fromCsv("a", { delimiter: ",," })).toThrow(TypeError);
    expect(() => fromCsv("a", { limits: { rows: 1 } as never })).toThrow(/there is no limit "rows"/);
  });
});

describe("a date in columns of its own", () => {
  test.each<[string, string, object]>([
    ["Year,Month,Day,Time", "2024,June,19,14:30", { date: "2024-06-19T14:30" }],
    ["Year,Month,Day,Time", "2024,Sept.,19,2:30 pm", { date: "2024-09-19T14:30" }],
    ["Year,Month,Day,Time", "2024,juin,19,14:30", { date: "19 juin 2024 14:30" }],
    ["Year,Month,Day,Time", "2024,juin,19,14", { date: "19 juin 2024", data: { Time: "14" } }],
    ["Year,Month,Day", "2024,June,19", { date: "19 June 2024" }],
    ["Year,Month,Day,Time", "-44,3,15,12:00", { date: "-0043-03-15T12:00" }],
    ["Year,Month,Day", "12000,6,19", { date: "+012000-06-19" }],
    ["Year,Month,Day,Hour", "2024,6,19,14", { date: "2024-06-19T14" }],
    ["Year,Month,Day,Hour,Minute,Second", "2024,6,19,14,5,9", { date: "2024-06-19T14:05:09" }],
    ["Year,Month,Day,Hour,Time", "2024,6,19,14,14:30", { date: "2024-06-19T14:30", data: { Time: "14:30" } }],
    ["Year,Month,Hour", "2024,6,14", { date: "2024-06", data: { Hour: "14" } }],
    ["Year,Day", "2024,19", { date: "2024", data: { Day: "19" } }],
    ["Year,Month,Day,Time", "c.1850,6,19,14:30", { date: "19 6 c.1850", data: { Time: "14:30" } }],
    ["Date,Time", ",14:30", { date: "", data: { Time: "14:30" } }],
    ["Date,End Month,End Day", "2024,6,19", { date: "2024", data: { "End Month": "6", "End Day": "19" } }],
    [
      "Date,End,End Year,End Month",
      "2024,2026,2025,6",
      { date: "2024", end: "2026", data: { "End Year": "2025", "End Month": "6" } },
    ],
    ["Date,End Year,End Day", "2024,2025,19", { date: "2024", end: "2025", data: { "End Day": "19" } }],
    [
      "Date,alt text,image credit",
      "2024,Alt,Ada",
      { date: "2024", data: { "alt text": "Alt", "image credit": "Ada" } },
    ],
  ])("%s: %s loses no part", (headers, cells, expected) => {
    expect(events(`title,${headers}\nA,${cells}`)).toEqual([{ title: "A", ...expected }]);
  });
});

describe("the order of day and month", () => {
  const table = (...dates: string[]): string => ["title,date", ...dates.map((date, i) => `${i},${date}`)].join("\n");

  test("is inferred from one date if no date contradicts it", () => {
    const { document, issues } = fromCsv(table("1/2/2021", "13/4/2021"));
    expect(document.events.map(({ date }) => date)).toEqual(["2021-02-01", "2021-04-13"]);
    expect(issues.find(({ code }) => code === "date-order-inferred")).toMatchObject({ row: 3, column: 2 });
  });

  test("is refused if two dates contradict each other, and both rows are named", () => {
    const { document, issues } = fromCsv(table("13/04/2021", "1/2/2021", "04/13/2021"));
    const mixed = issues.find(({ code }) => code === "date-order-mixed");
    expect(mixed?.message).toContain('row 2 has "13/04/2021" and row 4 has "04/13/2021"');
    const { timeline } = parseDocument(document);
    expect(timeline.unplaced.map(({ written }) => written[0])).toEqual(["1/2/2021"]);
  });

  test.each([
    ["13-4-2021", "04-15-2021"],
    ["1-13-2021", "13-12-2021"],
  ])("is refused where %s and %s disagree, whatever sign parts their numbers", (one, other) => {
    const { document, issues } = fromCsv(table(one, other, "05-06-2021"));
    expect(issues.filter(({ code }) => code.startsWith("date-order"))).toMatchObject([{ code: "date-order-mixed" }]);
    expect(document.events[2]?.date).toBe("05-06-2021");
  });

  test("stays unknown if no date shows it, until the option gives it", () => {
    expect(events(table("1/2/2021"))[0]?.date).toBe("1/2/2021");
    expect(events(table("1/2/2021"), { dateOrder: "DMY" })[0]?.date).toBe("2021-02-01");
    // What no month has stays as it was written, so that it can be told.
    expect(events(table("31.02.2020"), { dateOrder: "DMY" })[0]?.date).toBe("31.02.2020");
    expect(events(table("1/2/2021"), { dateOrder: "MDY" })[0]?.date).toBe("2021-01-02");
  });
});

describe("a list of objects", () => {
  test("is read as a table whose headers are the keys", () => {
    const records = [
      { name: "A", dateOpen: "2020", dateClose: "2021", links: [{ url: "https://a.example/", text: "T" }] },
    ];
    expect(fromRecords({ items: records }).document.events).toEqual([
      { title: "A", date: "2020", end: "2021", sources: [{ url: "https://a.example/", title: "T" }] },
    ]);
  });

  test("keep the fields of the enclosing object and report its other keys", () => {
    const rounds = {
      title: "Lighthouses",
      description: "A survey",
      page: 1,
      records: [{ name: "Eddystone", year: 1698 }],
    };
    const { document, issues } = fromRecords(rounds);
    expect(document).toMatchObject({ title: "Lighthouses", description: "A survey", events: [{ title: "Eddystone" }] });
    expect(issues.filter(({ code }) => code === "import-loss")).toMatchObject([{ path: "page", value: "1" }]);
    expect(fromRecords({ name: "Buoys", records: [{ name: "A", date: "1900" }] }).document.title).toBe("Buoys");
  });

  test("keeps an entry that is not an object as an unreadable event", () => {
    const { document, issues } = fromRecords([{ title: "A", date: "2020" }, 7]);
    expect(document.events).toHaveLength(2);
    expect(issues.find(({ code }) => code === "event-invalid")).toMatchObject({ path: "[1]", value: "7" });
  });
});
