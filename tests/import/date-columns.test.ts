/** Which column of a table holds the date of the event, and what the other columns say about it. */
import { afterAll, describe, expect, test } from "vitest";
import type { CsvOptions } from "../../src/import/csv/from-csv.js";
import { fromCsv } from "../../src/import/csv/from-csv.js";
import { fromRecords } from "../../src/import/csv/from-records.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import { readTable } from "../support/table-dates.js";

/** Header, cells of one row, its date in words, and the codes of the issues. */
type Row = readonly [header: string, cells: string, date: string, ...codes: string[]];

const AGAINST_ADMINISTRATION: readonly Row[] = [
  ["Date Added,Event Date", "2003-05-06,1745-02-03", "3 February 1745"],
  ["date_added,date_of_event", "2003-05-06,1745", "1745"],
  ["Modified,Date,Updated on", "2003-05-06,1745,2004", "1745"],
  ["Date Acquired,Date Made", "2003-05-06,1745", "1745"],
  ["Accession Date,Date", "2003,1745", "1745"],
  ["AccessionYear,Object Date", "2003,1745", "1745"],
  ["Uploaded,Date Taken", "2003-05-06,1945-05-08", "8 May 1945"],
  ["Upload date,Taken", "2003-05-06,1945-05-08", "8 May 1945"],
  ["Date published,Held", "2003-05-06,1945-05-08", "8 May 1945"],
  ["Retrieved date,From", "2003-05-06,1745", "1745"],
  ["Birth date,Created", "1712-03-01,1745", "1745"],
  ["Date of death,Start", "1780,1745", "1745"],
  ["Artist Begin Date,Artist End Date,Object Begin Date,Object End Date", "1700,1780,1745,1750", "from 1745 to 1750"],
  ["Birth Year,Year", "1712,1745", "1745"],
  ["Year acquired,Year made", "2003,1745", "1745"],
  ["Year,Date Added", "1745,2003-05-06", "1745"],
  ["Timestamp,When", "2024/01/02 10:00:00,1745", "1745"],
  ["created_at,date", "2024-01-02,1745", "1745"],
  ["Created at,Launch date", "2024-01-02,1745", "1745"],
  ["Entry date,Event date", "2003-05-06,1745", "1745"],
  ["Date catalogued,Date", "2003-05-06,1745", "1745"],
  ["Date digitised,Production date", "2003-05-06,1745", "1745"],
  ["Copyright date,Date", "2003,1745", "1745"],
  ["Due date,Start date", "2003-05-06,1745", "1745"],
  ["Last updated,Opened", "2003-05-06,1745", "1745"],
  ["Erwerbsdatum,Entstehungsdatum", "2003-05-06,1745", "1745"],
  ["Hinzugefügt am Datum,Datum", "2003-05-06,1745", "1745"],
  ["Geburtsdatum,Ereignisdatum", "1712-03-01,1745", "1745"],
  ["Datum der Veröffentlichung,Beginn", "2003-05-06,1745", "1745"],
  ["Date d’ajout,Date de création", "2003-05-06,1745", "1745"],
  ["Date de mise à jour,Date", "2003-05-06,1745", "1745"],
  ["Date de naissance,Début", "1712-03-01,1745", "1745"],
  ["Fecha de adquisición,Fecha de creación", "2003-05-06,1745", "1745"],
  ["Fecha de nacimiento,Inicio", "1712-03-01,1745", "1745"],
  ["Data di acquisizione,Data di creazione", "2003-05-06,1745", "1745"],
  ["Data de atualização,Data", "2003-05-06,1745", "1745"],
  ["Datum toegevoegd,Datum gebeurtenis", "2003-05-06,1745", "1745"],
  ["Data dodania,Data wydarzenia", "2003-05-06,1745", "1745"],
  ["Дата добавления,Дата создания", "2003-05-06,1745", "1745"],
  ["Дата народження,Дата події", "1712-03-01,1745", "1745"],
  ["登録日付,制作日", "2003-05-06,1745-02-03", "3 February 1745"],
  ["更新日期,日期", "2003-05-06,1745-02-03", "3 February 1745"],
  ["등록 날짜,날짜", "2003-05-06,1745-02-03", "3 February 1745"],
  ["تاريخ الإضافة,تاريخ الحدث", "2003-05-06,1745", "1745"],
  ["تاریخ ثبت,تاریخ", "2003-05-06,1745", "1745"],
  ["תאריך לידה,תאריך אירוע", "1712-03-01,1745", "1745"],
  ["Güncelleme tarihi,Etkinlik tarihi", "2003-05-06,1745", "1745"],
  ["Acquisition Year,Date Range", "2003,1745-1750", "from 1745 to 1750"],
  ["Digitized,Photographed", "2003-05-06,1945", "1945"],
  ["Purchase date,Manufactured", "2003-05-06,1745", "1745"],
  ["Date printed,Date of negative", "2003,1945", "1945"],
  ["Erfassungsdatum,Zeitraum", "2003-05-06,1745-1750", "from 1745 to 1750"],
  ["Date d’acquisition,Datation", "2003-05-06,1745", "1745"],
  ["Fecha de registro,Datación", "2003-05-06,1745", "1745"],
  ["Data di modifica,Datazione", "2003-05-06,1745", "1745"],
  ["Data nabycia,Datowanie", "2003,1745", "1745"],
  ["Datum van aanwinst,Datering", "2003-05-06,1745", "1745"],
  ["Дата изменения,Датировка", "2003-05-06,1745", "1745"],
  ["Дата рождения,Год", "1712,1745", "1745"],
  ["Oluşturma tarihi,Tarih", "2003-05-06,1745", "1745"],
  // The only column of dates is used, whatever its name.
  ["Date Added", "2003-05-06", "6 May 2003", "column-ambiguous"],
  ["Birth date,Death date", "1815-12-10,1852-11-27", "10 December 1815", "column-ambiguous"],
  ["Datation,Date d’acquisition", "1745,2003-05-06", "1745"],
  ["published", "2003-05-06", "6 May 2003"],
];

/** What a header or a column of eras says about every cell. */
const HEADERS_THAT_SAY_MORE: readonly Row[] = [
  ["Year,Era", "44,BC", "44 BCE"],
  ["Era,Year", "BCE,44", "44 BCE"],
  ["Year,BC/AD", "44,BC", "44 BCE"],
  ["Year,BCE", "44,1", "44 BCE"],
  ["Year,BCE", "1850,0", "1850"],
  ["Year,Era", "44 BC,AD", "44 BCE"],
  ["Year,Era", "1745,Edo", "1745"],
  ["Year,Era", "20,Showa", "—", "date-unrecognised"],
  ["Year,Month,Day,Era", "44,3,15,BC", "15 March 44 BCE"],
  ["Start,Start Era,End,End Era", "44,BC,14,AD", "from 44 BCE to 14 CE"],
  ["Start Year,End Year,Era", "44,20,BC", "from 44 BCE to 20 BCE"],
  ["Year BC", "44", "44 BCE"],
  ["Year (BCE)", "-44", "44 BCE"],
  ["Date BC", "c. 44", "about 44 BCE"],
  ["Date BC", "200-100", "from 200 BCE to 100 BCE"],
  ["Date (BCE)", "44?", "possibly 44 BCE"],
  ["Jahr v. Chr.", "44", "44 BCE"],
  ["Year BC or AD", "44", "44 CE"],
  ["Year (negative is BC)", "1850", "1850"],
  ["Year BP", "3000", "3000 years ago"],
  ["Date BP", "10000 BP", "10,000 years ago"],
  ["Date (O.S.)", "25 October 1917", "—", "date-unrecognised"],
  ["Date (O.S.),Date (N.S.)", "25 October 1917,7 November 1917", "7 November 1917"],
  ["Fiscal Year", "2021", "—", "date-unrecognised"],
  ["Financial year,Date", "2021,2020-11-03", "3 November 2020"],
  ["Earliest date,Latest date", "1745,1750", "between 1745 and 1750, exact year unknown"],
  ["notBefore,notAfter", "1745-03-01,1745-04-01", "between 1 March 1745 and 1 April 1745, exact day unknown"],
  ["Terminus post quem,Terminus ante quem", "1745,1745", "1745"],
  ["Earliest,Latest", "1745,", "1745 or later"],
  ["Earliest,Latest", "1745-03,1745-06", "between March 1745 and June 1745, exact month unknown"],
  ["Earliest,Latest", ",1750", "1750 or earlier"],
  ["Date,Earliest,Latest", "c. 1747,1745,1750", "about 1747"],
  ["Latest,Date", "2004,1850", "1850"],
];

const SEVERAL_COLUMNS: readonly Row[] = [
  ["Transfer date,Coverage", "2003-05-06,1745", "6 May 2003", "column-ambiguous"],
  ["pub_date,event", "2003-05-06,1745", "6 May 2003", "column-ambiguous"],
  ["First start,Second start", "2024-01-01,2024-02-01", "1 January 2024", "column-ambiguous"],
  ["Year from,Year to", "1745,1750", "from 1745 to 1750"],
  ["From Year,To Year", "1745,1750", "from 1745 to 1750"],
  ["year_start,year_end,month_start,month_end", "1745,1750,3,5", "from March 1745 to May 1750"],
  ["Established,Closed", "1850,1900", "from 1850 to 1900"],
  ["Opening date,Closing date", "1850-01-01,1900-01-01", "from 1 January 1850 to 1 January 1900"],
  ["Planned end,Actual start,Actual end", "2024-01-01,2024-02-01,2024-03-01", "from 1 February 2024 to 1 March 2024"],
  ["Planned start,Planned end", "2024-01-01,2024-02-01", "from 1 January 2024 to 1 February 2024"],
  ["Launch date,Landing date", "1969-07-16,1969-07-24", "16 July 1969", "column-ambiguous"],
  ["Date Made,Date Taken", "1745,1945", "1745", "column-ambiguous"],
  // Columns that agree, or of which one is blank, need no choice.
  ["Date,Date in full", "1969-07-16,16 July 1969", "16 July 1969"],
  ["Launch date,Landing date", "1969-07-16,", "16 July 1969"],
  ["Date,Begin,End", ",1900,1950", "from 1900 to 1950"],
  ["Date,Begin,End", "1900,1900,1950", "from 1900 to 1950"],
  ["Date,BeginDate,EndDate", "1896,1841,1918", "1896"],
  ["Date,BeginDate,EndDate", "1996,1841,1918", "1996", "date-columns-disagree"],
  ["Date,End", "1900,1950", "from 1900 to 1950"],
  ["Date,Until", "2020,present", "from 2020, continuing"],
  ["Object Begin Date,Object End Date", "-500,-480", "from 500 BCE to 480 BCE", "year-bce"],
  ["Date,BeginDate,EndDate", ",(0),(0)", "—", "date-order-unknown", "date-notation"],
  ["Date,Begin,End", "undated papers,1900,1950", "from 1900 to 1950", "date-fallback"],
  ["Year,Exact Date", "1864,end of the spring term", "1864", "date-fallback"],
  ["Year,Exact Date", "1864,4 July 1864", "4 July 1864"],
  ["Year,Exact Date", "1864,4 July 1865", "4 July 1865", "date-columns-disagree"],
  ["Year,Exact Date", "1864,", "1864", "date-from-year"],
  ["Year,Month,Date", "1864,7,", "July 1864", "date-from-year"],
  ["Date,Start,End", "2024-05-01,09:00,10:30", "from 1 May 2024, 09:00 to 1 May 2024, 10:30"],
  ["Date,From,To", "1850,Mary,John", "1850"],
  ["start,end", "1915,1915", "1915"],
  ["start,end", "4 July 1861,4 July 1861", "4 July 1861"],
  ["date,end", "1861-07-04,4 July 1861", "4 July 1861"],
];

const QUALIFIERS: readonly Row[] = [
  ["year,display date", "1785,c. 1785", "about 1785"],
  ["year,display date", "1850,mid 19th century", "mid-19th century"],
  ["year,display date", "1785,4 July 1785", "4 July 1785"],
  ["year,display date", "1785,1790", "1785", "date-columns-disagree"],
  ["year,display date", "1785,see notes", "1785"],
  ["start,end,display date", "1900,1950,c. 1900–1950", "from about 1900 to 1950"],
  ["start,end,display date", "1900,1950,1925", "from 1900 to 1950"],
  ["Jahr,Datumsangabe", "1785,c. 1785", "about 1785"],
  ["display date", "c. 1785", "about 1785"],
  ["date,date is approximate", "1785,yes", "about 1785"],
  ["date,date is approximate", "1785,no", "1785"],
  ["date,circa", "1785,x", "about 1785"],
  ["date,circa", "1785,c.", "about 1785"],
  ["date,approximate", "1785-06,TRUE", "about June 1785"],
  ["date,approximate", "4 July 1785,1", "about 4 July 1785"],
  ["start,end,approximate", "1900,1950,y", "from about 1900 to about 1950"],
  ["date,approximate", "1900/1950,y", "from about 1900 to about 1950"],
  ["date,approximate", "1785,purple", "1785", "date-qualifier-unused"],
  ["date,uncertain", "1785,1", "possibly 1785"],
  ["date,certainty", "1785,circa", "about 1785"],
  ["date,certainty", "1785,probable", "possibly 1785"],
  ["date,certainty", "1785,certain", "1785"],
  ["date,date qualifier", "1785,c.?", "possibly about 1785"],
  ["date,date modifier", "1785,after", "after 1785"],
  ["date,approximate", "1785,not approximate", "1785"],
  ["date,certainty", "1785,not certain", "possibly 1785"],
  ["year,qualifier", "1785,bef.", "before 1785"],
  ["start,end,qualifier", "1785,1790,before", "from 1785 to 1790", "date-qualifier-unused"],
  ["Datum,Genauigkeit", "1785-01-01,Jahr", "1785"],
  ["date,précision", "1785-01-01,année", "1785"],
  ["Datum,unsicher", "1785,ja", "possibly 1785"],
  ["date,date approximative", "1785,oui", "about 1785"],
  ["date,date precision", "1785-01-01,year", "1785"],
  ["date,date precision", "1785-01-01,month", "January 1785"],
  ["date,date precision", "1785-01-01,day", "1 January 1785"],
  ["date,precision", "1785-01-01,decade", "in the 1780s"],
  ["date,precision", "1785-01-01,century", "18th century"],
];

const PARTS: readonly Row[] = [
  ["year,month,day", "1970,5,0", "May 1970"],
  ["year,month,day", "1970,0,0", "1970"],
  ["year,month,day", "1970,00,00", "1970"],
  ["year,month,day", "1970.0,5.0,6.0", "6 May 1970"],
  ["year,month,day", "0,5,6", "—", "date-order-unknown"],
  ["date", "1850-06-00", "June 1850", "date-zero-part"],
  ["date", "1850-00-00", "1850", "date-zero-part"],
  ["date", "1850/06/00", "June 1850", "date-zero-part"],
  ["date", "1850-00", "1850", "date-zero-part"],
  ["date", "18500600", "June 1850", "date-zero-part"],
  ["date", "00.06.1850", "1850", "date-zero-part"],
  ["date", "1850-06-00 00:00:00", "June 1850", "date-zero-part"],
  ["date", "0000-00-00", "—", "date-unknown"],
  ["date", "1785.0", "1785"],
  ["year", '"1925,28,37"', "—", "date-trailing-text"],
  ["year", "19450508", "—", "date-order-unknown"],
  ["year", "194505", "—", "date-order-unknown"],
  ["year", "1925 28", "—", "date-trailing-text"],
  ["year", '"1,925"', "1925"],
  ["year", "1 925", "1925"],
  ["year", '"-13,800"', "13,800 BCE", "year-bce"],
  ["date", "45387", "—", "date-order-unknown"],
  ["date", "1700000000", "—", "date-order-unknown"],
  ["date", "1700000000000", "—", "date-order-unknown"],
  ["date", "0", "—", "date-order-unknown"],
];

let rows = 0;

function check(table: readonly Row[]): void {
  test.each(table)("%s / %s is %s %s", (header, cells, date, ...codes) => {
    rows++;
    const read = readTable(`Title,${header}\nA,${cells}`);
    expect(read.rows).toEqual([{ title: "A", date }]);
    // The second code of the name is `undefined` for rows without one.
    expect(read.codes).toEqual(codes.filter((code) => typeof code === "string").sort());
  });
}

describe("a column of the record against a column of the event", () => check(AGAINST_ADMINISTRATION));
describe("a header that says more about its cells", () => check(HEADERS_THAT_SAY_MORE));
describe("several columns of dates", () => check(SEVERAL_COLUMNS));
describe("a column that qualifies the date", () => check(QUALIFIERS));
describe("a cell with parts of a date", () => check(PARTS));

afterAll(() => console.info(`rows of tables of date columns: ${rows}`));

describe("a choice of column", () => {
  test("is reported with both names and how to choose", () => {
    const { issues } = readTable("Title,Launch date,Landing date\nA,1969-07-16,1969-07-24");
    expect(issues).toMatchObject([{ code: "column-ambiguous", severity: "warning", row: 2, column: 3 }]);
    expect(issues[0]?.message).toBe(
      '"1969-07-24": Launch date and Landing date both name dates; Launch date is used. ' +
        'Set the option columns.date to "Landing date" to use that column.',
    );
  });

  test("is silent if the caller names the column", () => {
    const options: CsvOptions = { columns: { date: "Landing date" } };
    const { rows: read, codes } = readTable("Title,Launch date,Landing date\nA,1969-07-16,1969-07-24", options);
    expect([read, codes]).toEqual([[{ title: "A", date: "24 July 1969" }], []]);
  });

  test("keeps the cells of the other columns in data", () => {
    const { document } = readTable("Title,Date Added,Event Date\nCup,2003-05-06,1745");
    expect(document.events[0]).toMatchObject({ date: "1745", data: { "Date Added": "2003-05-06" } });
  });

  test("is the same for keys of records", () => {
    const { document, issues } = fromRecords([{ name: "Cup", dateAdded: "2003-05-06", eventDate: "1745" }]);
    expect(document.events[0]).toMatchObject({ title: "Cup", date: "1745" });
    expect(issues.filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});

describe("the order of day and month", () => {
  test("is inferred from all columns of a table", () => {
    const { rows: read, codes } = readTable("Title,Start,Finish\nSurvey,1/22/2024,2/3/2024");
    expect(read[0]?.date).toBe("from 22 January 2024 to 3 February 2024");
    expect(codes).toEqual(["date-order-inferred"]);
  });

  test("is unknown if columns contradict each other, which is reported once", () => {
    const { rows: read, issues } = readTable("Title,Start,Finish\nA,1/22/2024,23/1/2024\nB,1/2/2024,");
    expect(read[1]?.date).toBe("—");
    const mixed = issues.filter(({ code }) => code === "date-order-mixed");
    expect(mixed).toHaveLength(1);
    expect(mixed[0]?.message).toContain('row 2 has "1/22/2024" in Start and row 2 has "23/1/2024" in Finish');
  });
});

describe("serial numbers of a spreadsheet", () => {
  test("are days if the whole column has them", () => {
    const { rows: read, codes } = readTable("Title,Date\nA,45387\nB,45388.5\nC,");
    expect(read.map(({ date }) => date)).toEqual(["5 April 2024", "6 April 2024, 12:00", "—"]);
    expect(codes).toEqual(["date-missing", "date-serial"]);
  });

  test("are refused with both readings beside other dates", () => {
    const { rows: read, issues } = readTable("Title,Date\nA,45387\nB,2024-05-06");
    expect(read.map(({ date }) => date)).toEqual(["—", "6 May 2024"]);
    expect(issues).toMatchObject([{ code: "date-order-unknown", row: 2, column: 2, value: "45387" }]);
    expect(issues[0]?.message).toContain("the day 2024-04-05, as a spreadsheet numbers days, or the year 45387");
  });

  test("keep their cell in data if they are refused", () => {
    expect(fromCsv("Title,Date\nA,45387").document.events[0]).toEqual({
      title: "A",
      date: "",
      data: { Date: "45387" },
    });
  });

  test("are milliseconds in records", () => {
    const { document } = fromRecords([{ title: "A", date: 1_700_000_000_000 }]);
    expect(parseDocument(document).issues.some(({ code }) => code === "date-serial")).toBe(false);
  });
});

describe("a header below a title and notes", () => {
  const NOTES = "Collection of the museum,,\nExported on 3 May,,\n\nTitle,Date,Place\nA,1850,B\n";

  test("is found, and the first text is the title", () => {
    const { document, rows: read, issues } = readTable(NOTES);
    expect(document.title).toBe("Collection of the museum");
    expect(read).toEqual([{ title: "A", date: "1850" }]);
    expect(issues).toMatchObject([
      { code: "header-row-detected", severity: "info", row: 4 },
      { code: "import-loss", row: 2, value: "Exported on 3 May" },
    ]);
  });

  test("is the row that the option names", () => {
    const { rows: read } = readTable("When,What\nTitle,Date\nA,1850", { headerRow: 2 });
    expect(read).toEqual([{ title: "A", date: "1850" }]);
    expect(() => fromCsv(NOTES, { headerRow: 0 })).toThrow(TypeError);
  });

  test("is the first row if no row names a column of dates", () => {
    const { codes } = readTable("Name,Place\nA,B\nC,D");
    expect(codes).toEqual(["column-missing", "date-missing"]);
  });

  test("is not a row of data that mentions a date", () => {
    const { rows: read } = readTable("Title,Text\nA,B\nDate,Year");
    expect(read.map(({ title }) => title)).not.toContain("B");
  });
});
