import { describe, expect, test } from "vitest";
import { toCsv, toIcs, toJson, toJsonLd, toTimelineJs } from "../../src/export.js";
import { fromCsv } from "../../src/import.js";
import { en } from "../../src/locales/en.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { formatDate } from "../../src/time/wording/format-date.js";
import { parseDate } from "../../src/time/parse-date.js";
import type { Span } from "../../src/time/span.js";

const HIROSHIMA = "1945-08-06T08:15:00+09:00";
const said = (date: string, timeZone?: string): string =>
  formatDate(parseDate(date, { timeZone }).span as Span, en, "short");

describe("a time that was written with an offset", () => {
  test.each([
    [HIROSHIMA, undefined, "6 Aug 1945, 08:15:00 UTC+9"],
    ["2024-01-01T00:30-05:00", undefined, "1 Jan 2024, 00:30 UTC-5"],
    ["2024-01-01T00:30+05:45", undefined, "1 Jan 2024, 00:30 UTC+5:45"],
    ["2024-01-01T00:30Z", undefined, "1 Jan 2024, 00:30"],
    ["2024-01-01T00:30+00:00", undefined, "1 Jan 2024, 00:30"],
    [HIROSHIMA, "Asia/Tokyo", "6 Aug 1945, 08:15:00"],
    [HIROSHIMA, "UTC", "5 Aug 1945, 23:15:00"],
    ["2024-01-01T08:00+09:00/2024-01-01T09:30+09:00", undefined, "1 Jan 2024, 08:00–09:30 UTC+9"],
    ["2024-01-01T23:00-05:00/2024-01-02T01:00-05:00", undefined, "1 Jan 2024, 23:00 UTC-5 – 2 Jan 2024, 01:00 UTC-5"],
  ])("%s in the zone %s is %s", (date, zone, words) => {
    expect(said(date, zone)).toBe(words);
  });

  test.each([
    ["19 June 2024, 08:15 UTC+9", "2024-06-19T08:15+09:00"],
    ["June 19, 2024 8:15 am GMT-3:30", "2024-06-19T08:15-03:30"],
    ["19 June 2024 08:15 +0530", "2024-06-19T08:15+05:30"],
    ["19 June 2024, 08:15 UTC", "2024-06-19T08:15Z"],
    ["2024-06-19 14:30:00 -0500", "2024-06-19T14:30:00-05:00"],
    ["Wed, 19 Jun 2024 14:30:00 -0500", "2024-06-19T14:30:00-05:00"],
    ["Wed, 19 Jun 2024 14:30:00 −0330", "2024-06-19T14:30:00-03:30"],
    ["Wed, 19 Jun 2024 14:30:00 -0000", "2024-06-19T14:30:00Z"],
    ["2024-06-19 14:30 -05:00", "2024-06-19T14:30-05:00"],
    ["2024-06-19 03:30:00 -05:00", "2024-06-19T03:30:00-05:00"],
    ["2024-06-19 03:30 -0500", "2024-06-19T03:30-05:00"],
    ["2024-06-19 14:30:00 -0500 – 2024-06-19 16:30:00 -0500", "2024-06-19T14:30:00-05:00/2024-06-19T16:30:00-05:00"],
    ["1 Jan 2024, 08:00–09:30 UTC+9", "2024-01-01T08:00+09:00/2024-01-01T09:30+09:00"],
  ])("%s is read as %s, whatever the zone", (text, iso) => {
    for (const timeZone of [undefined, "Europe/Berlin"]) {
      expect(parseDate(text, { timeZone }).span).toEqual(parseDate(iso, { timeZone }).span);
    }
  });

  test.each([
    ["2024-06-19 08:15 - 11:30", "2024-06-19T08:15/2024-06-19T11:30"],
    ["19 June 2024 08:15-11:30", "2024-06-19T08:15/2024-06-19T11:30"],
    ["2024-06-19 08:15 -13:30", "2024-06-19T08:15/2024-06-19T13:30"],
    ["2024-06-19 08:15 -11:30:15", "2024-06-19T08:15/2024-06-19T11:30:15"],
    ["2024-06-19 08:15 -11:30 pm", "2024-06-19T08:15/2024-06-19T23:30"],
    ["19 June 2024 22:00 -02 July 2024", "2024-06-19T22:00/2024-07-02"],
    ["19 June 2024 22:00 -2025", "2024-06-19T22:00/2025"],
  ])("is not seen in %s", (text, iso) => {
    expect(parseDate(text)).toEqual(parseDate(iso));
  });

  test("which may as well be a later time is refused with both readings", () => {
    expect(parseDate("2024-06-19 08:15 -11:30").issues.map(({ message }) => message)).toEqual([
      '"2024-06-19 08:15 -11:30": it could be 08:15 at the offset -11:30 or the time from 08:15 to 11:30. Write the time as 08:15 UTC-11:30 or 08:15 – 11:30.',
    ]);
  });

  test("with an offset there is not is refused", () => {
    expect(parseDate("19 June 2024, 08:15 UTC+15").issues[0]?.message).toContain("there is no offset +15:0");
  });

  test("stands on the axis at its instant", () => {
    expect(parseDate(HIROSHIMA).span?.start).toBe(Date.UTC(1945, 7, 5, 23, 15));
  });

  const document = [{ title: "Hiroshima", date: HIROSHIMA, sources: ["https://a.example"] }];

  test("keeps its day in the picture, the list, the summary and the details", () => {
    const html = renderToHtml(document);
    expect(html.match(/6 Aug(ust)? 1945, 08:15:00 UTC\+9/g)?.length).toBeGreaterThan(2);
    expect(html).not.toMatch(/[^\d]5 Aug(ust)? 1945, 23/);
  });

  test("keeps it in every export", () => {
    expect(toJson(document).text).toContain(HIROSHIMA);
    expect(toCsv(document).text).toContain(HIROSHIMA);
    expect(toIcs(document).text).toContain("DTSTART:19450805T231500Z");
    expect(JSON.stringify(toJsonLd(document))).toContain(HIROSHIMA);
    expect(JSON.parse(toTimelineJs(document).text).events[0].start_date).toMatchObject({ month: 8, day: 6, hour: 8 });
  });

  test("of an era keeps its day for TimelineJS, and the lost offset is named", () => {
    const eras = [{ title: "Raid", date: HIROSHIMA, end: "1945-08-07T09:15+09:00" }];
    const { text, issues } = toTimelineJs({ events: document, eras });
    expect(JSON.parse(text).eras[0]).toMatchObject({
      start_date: { day: 6, hour: 8, minute: 15 },
      end_date: { day: 7, hour: 9, minute: 15 },
    });
    expect(issues.map(({ message }) => message).join()).toContain("without its offset (2 times)");
  });

  test("comes back from a table as it was", () => {
    const again = parseDocument(fromCsv(toCsv(document).text).document).timeline.events[0]?.span;
    expect(again).toEqual(parseDate(HIROSHIMA).span);
  });
});
