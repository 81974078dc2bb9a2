import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromIcs, type IcsOptions } from "../../src/import/ics/from-ics.js";
import { RULE_WORK_MAX, occurrences } from "../../src/import/ics/occurrences.js";
import { readRule } from "../../src/import/ics/recurrence-rule.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import { countCodes } from "../support/codes.js";

const calendar = (...lines: string[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "BEGIN:VEVENT",
    "UID:u",
    "SUMMARY:A",
    ...lines,
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
const read = (...lines: string[]) => fromIcs(calendar(...lines));

describe("an event of a calendar", () => {
  test.each<[string, string[], object]>([
    ["one day", ["DTSTART;VALUE=DATE:20250101", "DTEND;VALUE=DATE:20250102"], { date: "2025-01-01" }],
    [
      "three days",
      ["DTSTART;VALUE=DATE:20250101", "DTEND;VALUE=DATE:20250104"],
      { date: "2025-01-01", end: "2025-01-03" },
    ],
    ["a day without an end", ["DTSTART;VALUE=DATE:20250101"], { date: "2025-01-01" }],
    [
      "UTC",
      ["DTSTART:20250101T100000Z", "DTEND:20250101T113000Z"],
      { date: "2025-01-01T10:00Z", end: "2025-01-01T11:30Z" },
    ],
    [
      "a duration",
      ["DTSTART:20250101T100000Z", "DURATION:PT1H30M"],
      { date: "2025-01-01T10:00Z", end: "2025-01-01T11:30Z" },
    ],
    ["a zone", ["DTSTART;TZID=Asia/Tokyo:20250101T100000"], { date: "2025-01-01T10:00" }],
    ["midnights", ["DTSTART:20250101T000000", "DTEND:20250103T000000"], { date: "2025-01-01", end: "2025-01-02" }],
  ])("with %s", (_, lines, expected) => {
    expect(read(...lines).document.events).toEqual([{ id: "u", title: "A", ...expected }]);
  });

  test("uses the most frequent zone for the document; times in other zones have an offset", () => {
    const { document } = fromIcs(
      ["BEGIN:VCALENDAR"]
        .concat(
          ["Asia/Tokyo", "Asia/Tokyo", "Europe/Berlin"].flatMap((zone, i) => [
            "BEGIN:VEVENT",
            `UID:${i}`,
            `DTSTART;TZID=${zone}:20250101T100000`,
            "END:VEVENT",
          ]),
        )
        .concat("END:VCALENDAR")
        .join("\n"),
    );
    expect(document.timeZone).toBe("Asia/Tokyo");
    expect(document.events.map(({ date }) => date)).toEqual([
      "2025-01-01T10:00",
      "2025-01-01T10:00",
      "2025-01-01T10:00+01:00",
    ]);
  });

  test.each([
    ["DTSTART;TZID=Germany/Berlin:20250101T100000", /the time zone "Germany\/Berlin" is not known/],
    ["DTSTART:20250101T100000", /this time has no zone/],
  ])("%s stays the local clock time", (line, message) => {
    const { document, issues } = read(line);
    expect(document.events[0]?.date).toBe("2025-01-01T10:00");
    expect(issues).toMatchObject([{ code: "tz-unknown", row: 6 }]);
    expect(issues[0]?.message).toMatch(message);
  });

  const VTIMEZONE = (name: string, standard: string, daylight: string) =>
    [
      "BEGIN:VTIMEZONE",
      `TZID:${name}`,
      "BEGIN:STANDARD",
      "DTSTART:16010101T030000",
      `TZOFFSETFROM:${daylight}`,
      `TZOFFSETTO:${standard}`,
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
      "END:STANDARD",
      "BEGIN:DAYLIGHT",
      "DTSTART:16010101T020000",
      `TZOFFSETFROM:${standard}`,
      `TZOFFSETTO:${daylight}`,
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
      "END:DAYLIGHT",
      "END:VTIMEZONE",
    ].join("\n");

  test.each([
    ["W. Europe Standard Time", "", "Europe/Berlin", /the zone of that name in Windows/],
    ["Eastern Standard Time", "", "America/New_York", /the zone of that name in Windows/],
    ["/freeassociation.sourceforge.net/Europe/Paris", "", "Europe/Paris", /the end of its name/],
    [
      "(UTC+01:00) Brussels\\, Paris",
      VTIMEZONE("(UTC+01:00) Brussels\\, Paris", "+0100", "+0200"),
      "Europe/Paris",
      /VTIMEZONE/,
    ],
    ["Ours", VTIMEZONE("Ours", "+0200", "+0300"), "Europe/", /which has the offsets of the VTIMEZONE/],
  ])("the zone %s is one of IANA, and which is said", (name, rules, zone, why) => {
    const { document, issues } = fromIcs(
      ["BEGIN:VCALENDAR", rules, "BEGIN:VEVENT", "SUMMARY:A", `DTSTART;TZID="${name}":20250701T100000`, "END:VEVENT"]
        .concat("END:VCALENDAR")
        .filter(Boolean)
        .join("\n"),
    );
    expect(document.timeZone).toContain(zone);
    expect(document.events[0]?.date).toBe("2025-07-01T10:00");
    expect(issues).toMatchObject([{ code: "tz-assumed", severity: "info" }]);
    expect(issues[0]?.message).toMatch(why);
  });

  test("a VTIMEZONE whose offsets match no IANA zone leaves local times", () => {
    const { document, issues } = fromIcs(
      [
        "BEGIN:VCALENDAR",
        VTIMEZONE("Odd", "+0117", "+0217"),
        "BEGIN:VEVENT",
        "SUMMARY:A",
        "DTSTART;TZID=Odd:20250701T100000",
      ]
        .concat("END:VEVENT", "END:VCALENDAR")
        .join("\n"),
    );
    expect([document.timeZone, document.events[0]?.date]).toEqual([undefined, "2025-07-01T10:00"]);
    expect(issues).toMatchObject([{ code: "tz-unknown" }]);
  });

  test("on a day that does not exist is not moved to another", () => {
    const { document, locate } = read("DTSTART;VALUE=DATE:20240230");
    expect(document.events[0]?.date).toBe("2024-02-30");
    expect(locate(parseDocument(document).issues)[0]).toMatchObject({
      code: "date-invalid",
      row: 6,
      value: "2024-02-30",
    });
  });

  test("keeps its place, categories, links, status and everything else", () => {
    const [event] = read(
      "DTSTART;VALUE=DATE:20250101",
      "LOCATION:Berlin\\, Mitte",
      "CATEGORIES:one,two",
      "URL:https://a.example/",
      "ATTACH:https://b.example/x.pdf",
      "STATUS:TENTATIVE",
      "CONTACT:Ada",
      "DESCRIPTION:Long",
      "  er",
    ).document.events;
    expect(event).toMatchObject({
      place: "Berlin, Mitte",
      tags: ["one", "two"],
      sources: [{ url: "https://a.example/" }, { url: "https://b.example/x.pdf" }],
      status: "planned",
      description: "Long er",
      data: { contact: "Ada" },
    });
  });

  test("without a start is kept and not placed", () => {
    const { document } = read();
    expect(parseDocument(document).timeline.unplaced).toHaveLength(1);
  });

  test("with a line that is no property keeps the rest", () => {
    const { document, issues } = read("DTSTART;VALUE=DATE:20250101", "DESCRIPTION:One", "two");
    expect(document.events[0]?.description).toBe("One\ntwo");
    expect(issues).toMatchObject([{ code: "ics-invalid", row: 8, value: "two" }]);
  });

  test("with hundreds of parameters on a line is read, and a quoted value may hold any sign", () => {
    const day = `DTSTART;P="a;b:c"${";q=1".repeat(300)};VALUE=DATE:20250101`;
    const { document, issues } = read(day);
    expect([document.events[0]?.date, issues]).toEqual(["2025-01-01", []]);
  });

  test("with a quotation mark that is not closed loses that line and says so", () => {
    const { issues } = read("DTSTART;VALUE=DATE:20250101", 'CONTACT;CN="A:b');
    expect(issues).toMatchObject([{ code: "ics-invalid", row: 7 }]);
    expect(issues[0]?.message).toMatch(/this property cannot be read: a quotation mark is not closed/);
  });
});

describe("times of another zone than that of the start", () => {
  const starts = (...lines: string[]) => read(...lines).document.events.map(({ date }) => date);
  const daily = (days: number[], time: string): string[] => days.map((day) => `2024-01-0${day}T${time}`);

  test.each<[string, string[], string[]]>([
    [
      "an UNTIL in UTC ends the rule at that instant in Tokyo",
      ["DTSTART;TZID=Asia/Tokyo:20240101T080000", "RRULE:FREQ=DAILY;UNTIL=20240104T230000Z"],
      daily([1, 2, 3, 4, 5], "08:00"),
    ],
    [
      "an UNTIL in UTC ends the rule at that instant in New York",
      ["DTSTART;TZID=America/New_York:20240101T010000", "RRULE:FREQ=DAILY;UNTIL=20240105T045959Z"],
      daily([1, 2, 3, 4], "01:00"),
    ],
    [
      "an UNTIL without a zone is on the clock of the start",
      ["DTSTART;TZID=America/New_York:20240101T010000", "RRULE:FREQ=DAILY;UNTIL=20240103T010000"],
      daily([1, 2, 3], "01:00"),
    ],
    [
      "an UNTIL in UTC of an event of days names its day",
      ["DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=DAILY;UNTIL=20240103T000000Z"],
      ["2024-01-01", "2024-01-02", "2024-01-03"],
    ],
    [
      "an EXDATE in UTC takes out the date that it is",
      ["DTSTART;TZID=America/New_York:20240101T080000", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20240102T130000Z"],
      daily([1, 3], "08:00"),
    ],
    [
      "an EXDATE of a zone takes out the date that it is in UTC",
      ["DTSTART:20240101T130000Z", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=America/New_York:20240102T080000"],
      daily([1, 3], "13:00Z"),
    ],
    [
      "an RDATE in UTC is told by the clock of the start",
      ["DTSTART;TZID=America/New_York:20240101T080000", "RDATE:20240105T130000Z"],
      daily([1, 5], "08:00"),
    ],
  ])("%s", (_, lines, expected) => {
    expect(starts(...lines)).toEqual(expected);
  });

  test("an event in place of a date that is named in UTC stands alone", () => {
    const { document } = fromIcs(
      calendar("DTSTART;TZID=America/New_York:20240101T080000", "RRULE:FREQ=DAILY;COUNT=3").replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\r\nUID:u\r\nSUMMARY:Moved\r\nRECURRENCE-ID:20240102T130000Z\r\nDTSTART;TZID=America/New_York:20240102T100000\r\nEND:VEVENT\r\nEND:VCALENDAR",
      ),
    );
    expect(document.events.map(({ title, date }) => [title, date])).toEqual([
      ["A", "2024-01-01T08:00"],
      ["A", "2024-01-03T08:00"],
      ["Moved", "2024-01-02T10:00"],
    ]);
  });

  test.each([
    ["Europe/London:20240619T100000", ";TZID=America/New_York:20240619T130000", "2024-06-19T18:00"],
    ["Asia/Tokyo:20240619T200000", ";TZID=America/Los_Angeles:20240619T140000", "2024-06-20T06:00"],
    ["America/New_York:20240619T100000", ":20240619T150000Z", "2024-06-19T11:00"],
    ["America/New_York:20240619T100000", ":20240619T150000", "2024-06-19T15:00"],
  ])("from %s an end %s is %s on the clock of the start", (start, end, expected) => {
    const { document, issues } = read(`DTSTART;TZID=${start}`, `DTEND${end}`);
    expect(document.events[0]?.end).toBe(expected);
    expect(issues).toEqual([]);
  });

  test("an end before the start, once both are on one clock, is reported", () => {
    const { document, issues } = read(
      "DTSTART;TZID=America/New_York:20240619T100000",
      "DTEND;TZID=Europe/London:20240619T110000",
    );
    expect(document.events[0]?.end).toBeUndefined();
    expect(countCodes(issues)).toEqual({ "interval-reversed": 1 });
  });

  test.each([
    ["20240619T000000Z", "20240620T000000Z", "2024-06-19T00:00Z", "2024-06-20T00:00Z"],
    ["20240619T040000Z", "20240621T040000Z", "2024-06-19", "2024-06-20"],
    ["20240310T050000Z", "20240311T040000Z", "2024-03-10", undefined],
  ])("%s to %s is whole days only from midnight to midnight of the timeline", (start, end, date, last) => {
    const text = calendar(`DTSTART:${start}`, `DTEND:${end}`).replace(
      "VERSION:2.0",
      "VERSION:2.0\r\nX-WR-TIMEZONE:America/New_York",
    );
    expect(fromIcs(text).document.events).toEqual([
      { id: "u", title: "A", date, ...(last === undefined ? {} : { end: last }) },
    ]);
  });

  test("midnights in UTC are whole days where the timeline names no zone", () => {
    expect(starts("DTSTART:20240619T000000Z", "DTEND:20240620T000000Z")).toEqual(["2024-06-19"]);
  });
});

describe("an event that recurs", () => {
  const dates = (...lines: string[]) => read("DTSTART;VALUE=DATE:20240101", ...lines);

  test("is one event for each date, each with an id of its own", () => {
    const { document } = dates("RRULE:FREQ=YEARLY;COUNT=3");
    expect(document.events.map(({ id, date }) => [id, date])).toEqual([
      ["u", "2024-01-01"],
      ["u/2025-01-01", "2025-01-01"],
      ["u/2026-01-01", "2026-01-01"],
    ]);
    expect(document.events[0]?.data).toEqual({ rrule: "FREQ=YEARLY;COUNT=3" });
  });

  test("without an end stops two years after the last start of the file, which is reported", () => {
    const { document, issues } = dates("RRULE:FREQ=YEARLY");
    expect(document.events.map(({ date }) => date)).toEqual(["2024-01-01", "2025-01-01"]);
    expect(issues).toMatchObject([{ code: "rrule-truncated", row: 7, value: "FREQ=YEARLY" }]);
    expect(issues[0]?.message).toContain("this rule has no end; its first 2 dates are kept, up to 2025-12-31");
  });

  test("without an end stops after the years that the option gives, counted from now if that is later", () => {
    const years = (options: IcsOptions): number =>
      fromIcs(calendar("DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=YEARLY"), options).document.events.length;
    expect(years({ limits: { horizonYears: 10 } })).toBe(10);
    expect(years({ now: "2030-06-01" })).toBe(9);
    expect(years({ now: "2000" })).toBe(2);
    expect(() => years({ limits: { horizonYears: -1 } })).toThrow(TypeError);
  });

  test("without an end stops at the limit if that comes first", () => {
    const { document, issues } = fromIcs(calendar("DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=DAILY"), {
      limits: { horizonYears: 100 },
    });
    expect(document.events).toHaveLength(1000);
    expect(issues).toMatchObject([{ code: "rrule-truncated", row: 7, value: "FREQ=DAILY" }]);
  });

  test("shares the limit of a file with others", () => {
    const many = Array.from({ length: 20 }, (_, i) => [
      "BEGIN:VEVENT",
      `UID:${i}`,
      "DTSTART:20240101T000000Z",
      "RRULE:FREQ=HOURLY",
      "END:VEVENT",
    ]);
    const { document } = fromIcs(["BEGIN:VCALENDAR", ...many.flat(), "END:VCALENDAR"].join("\n"));
    expect(document.events).toHaveLength(10_000 + 10);
  });

  test.each([
    ["every date excluded", ["RRULE:FREQ=DAILY;COUNT=2", "EXDATE;VALUE=DATE:20240101,20240102"]],
    ["every date excluded by a rule", ["RRULE:FREQ=DAILY;COUNT=2", "EXRULE:FREQ=DAILY;COUNT=5"]],
  ])("with %s has no event of its own, which is reported", (_, lines) => {
    const { document, issues } = dates(...lines);
    expect(document.events).toEqual([]);
    expect(countCodes(issues)).toEqual({ "rrule-empty": 1 });
  });

  test("with every date replaced has only the events that replace them, each with its own id", () => {
    const moved = (day: string): string =>
      `BEGIN:VEVENT\r\nUID:u\r\nSUMMARY:Moved\r\nRECURRENCE-ID;VALUE=DATE:${day}\r\nDTSTART;VALUE=DATE:${day}\r\nEND:VEVENT\r\n`;
    const text = calendar("DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=DAILY;COUNT=2");
    const { document, locate } = fromIcs(
      text.replace("END:VCALENDAR", `${moved("20240101")}${moved("20240102")}END:VCALENDAR`),
    );
    expect(document.events.map(({ id, title }) => [id, title])).toEqual([
      ["u/2024-01-01", "Moved"],
      ["u/2024-01-02", "Moved"],
    ]);
    expect(countCodes(locate(parseDocument(document).issues), "unsourced")).toEqual({});
  });

  test("on a day that never comes is read once, at its start", () => {
    const { document, issues } = dates("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
    expect(document.events.map(({ date }) => date)).toEqual(["2024-01-01"]);
    expect(countCodes(issues)).toEqual({ "rrule-empty": 1 });
  });

  test("leaves out the date that another event replaces", () => {
    const { document } = fromIcs(
      calendar("DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=DAILY;COUNT=3").replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\r\nUID:u\r\nSUMMARY:Moved\r\nRECURRENCE-ID;VALUE=DATE:20240102\r\nDTSTART;VALUE=DATE:20240105\r\nEND:VEVENT\r\nEND:VCALENDAR",
      ),
    );
    expect(document.events.map(({ title, date }) => [title, date])).toEqual([
      ["A", "2024-01-01"],
      ["A", "2024-01-03"],
      ["Moved", "2024-01-05"],
    ]);
  });

  test.each([
    ["INTERVAL=0", /it has no FREQ/],
    ["FREQ=DAILY;INTERVAL=0", /INTERVAL must be 1 or more/],
    ["FREQ=DAILY;COUNT=0", /COUNT must be 1 or more/],
    ["FREQ=DAILY;BYDAY=XX", /BYDAY names no weekday/],
    ["FREQ=YEARLY;BYMONTH=13", /BYMONTH has a number that is not between 1 and 12/],
    ["FREQ=YEARLY;BYMONTHDAY=0", /BYMONTHDAY has a number that is not between -31 and 31/],
    ["FREQ=NEVER", /it has no FREQ/],
    ["FREQ=YEARLY;BYEASTER=1", /BYEASTER=1 is not read/],
    ["RSCALE=CHINESE;FREQ=YEARLY", /RSCALE=CHINESE is not read/],
  ])("with the rule %s stands once, and says why", (rule, problem) => {
    const { document, issues } = dates(`RRULE:${rule}`);
    expect(document.events).toHaveLength(1);
    expect(issues).toMatchObject([{ code: "rrule-invalid", value: rule }]);
    expect(issues[0]?.message).toMatch(problem);
  });
});

describe("a recurrence rule", () => {
  const first = (rule: string, start: string, count: number): string[] => {
    const read = readRule(rule);
    if (typeof read === "string") return [read];
    const found: string[] = [];
    for (const instant of occurrences(read, Date.parse(`${start}Z`), { left: RULE_WORK_MAX })) {
      found.push(new Date(instant).toISOString().slice(0, 19));
      if (found.length === Math.min(count, read.count ?? count)) break;
    }
    return found;
  };

  const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
  const part = fc.record(
    {
      BYMONTH: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
      BYDAY: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  );

  /** Day by day, by the definition (RFC 5545, 3.3.10). ical.js is no oracle: it passes over the first April of a monthly rule. */
  function naive(
    frequency: string,
    parts: { BYMONTH?: number[]; BYDAY?: string[] },
    interval: number,
    start: Date,
  ): string[] {
    const found: string[] = [];
    const monday = (day: Date): number => Math.floor((day.getTime() / 86_400_000 + 3) / 7);
    const step: Record<string, (day: Date) => number> = {
      YEARLY: (day) => day.getUTCFullYear(),
      MONTHLY: (day) => day.getUTCFullYear() * 12 + day.getUTCMonth(),
      WEEKLY: monday,
      DAILY: (day) => Math.floor(day.getTime() / 86_400_000),
    };
    for (let i = 0; i < 12_000 && found.length < 10; i++) {
      const day = new Date(start.getTime() + i * 86_400_000);
      const periods = (step[frequency]?.(day) ?? 0) - (step[frequency]?.(start) ?? 0);
      if (periods % interval !== 0) continue;
      if (parts.BYMONTH && !parts.BYMONTH.includes(day.getUTCMonth() + 1)) continue;
      if (parts.BYDAY) {
        if (!parts.BYDAY.includes(WEEKDAYS[day.getUTCDay()] as string)) continue;
      } else if (frequency === "WEEKLY" && day.getUTCDay() !== start.getUTCDay()) continue;
      else if ((frequency === "MONTHLY" || frequency === "YEARLY") && day.getUTCDate() !== start.getUTCDate()) continue;
      else if (frequency === "YEARLY" && !parts.BYMONTH && day.getUTCMonth() !== start.getUTCMonth()) continue;
      found.push(day.toISOString().slice(0, 19));
    }
    return found;
  }

  test.each(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"])("%s has the dates that its definition gives", (frequency) => {
    fc.assert(
      fc.property(part, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 900 }), (parts, interval, shift) => {
        const rest = Object.entries(parts).map(([name, values]) => `;${name}=${values.join(",")}`);
        const start = new Date(Date.UTC(2023, 0, 1, 9, 30) + shift * 86_400_000);
        const expected = naive(frequency, parts, interval, start);
        const found = first(
          `FREQ=${frequency};INTERVAL=${interval}${rest.join("")}`,
          start.toISOString().slice(0, 19),
          10,
        );
        expect(found.slice(0, expected.length)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ["FREQ=YEARLY", "2020-02-29T00:00:00", ["2020-02-29T00:00:00", "2024-02-29T00:00:00"]],
    ["FREQ=MONTHLY", "2020-01-31T00:00:00", ["2020-01-31T00:00:00", "2020-03-31T00:00:00"]],
    ["FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "2010-10-31T00:00:00", ["2010-10-31T00:00:00", "2011-10-30T00:00:00"]],
    ["FREQ=MONTHLY;BYSETPOS=3;BYDAY=WE", "2017-01-01T00:00:00", ["2017-01-18T00:00:00", "2017-02-15T00:00:00"]],
    ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12T00:00:00", ["1997-05-12T00:00:00", "1998-05-11T00:00:00"]],
    [
      "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=4",
      "2018-12-31T00:00:00",
      ["2018-12-31T00:00:00", "2019-12-30T00:00:00", "2021-01-04T00:00:00", "2022-01-03T00:00:00"],
    ],
    [
      "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU",
      "2020-06-01T00:00:00",
      ["2021-01-03T00:00:00", "2022-01-02T00:00:00", "2023-01-01T00:00:00", "2023-12-31T00:00:00"],
    ],
    [
      "FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST=SU",
      "2017-12-31T00:00:00",
      ["2017-12-31T00:00:00", "2018-12-30T00:00:00", "2019-12-29T00:00:00", "2021-01-03T00:00:00"],
    ],
    ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02T00:00:00", ["1998-02-13T00:00:00", "1998-03-13T00:00:00"]],
    ["FREQ=YEARLY;BYYEARDAY=-1", "2023-01-01T00:00:00", ["2023-12-31T00:00:00", "2024-12-31T00:00:00"]],
    ["FREQ=HOURLY;BYMINUTE=0,30", "2024-01-01T10:10:00", ["2024-01-01T10:30:00", "2024-01-01T11:00:00"]],
  ])("%s from %s is %j", (rule, start, expected) => {
    expect(first(rule, start, expected.length)).toEqual(expected);
  });

  test.each([
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYDAY=6MO",
    "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5",
  ])("%s comes to an end without a date", (rule) => {
    expect(first(rule, "2020-01-01T00:00:00", 5)).toEqual([]);
  });
});
