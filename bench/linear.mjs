// Checks that the time of each reader and writer grows linearly. Each gets each pattern repeated to n and to 4n characters;
// the figure is the square root of the ratio of both times, so 2 is linear and 4 is quadratic. Times are CPU times, the
// shortest of several. Needs `npm run build` first. Arguments choose readers by name: `npm run bench:linear -- fromCsv`.
import { printFigures } from "../scripts/figures.mjs";
import * as exporters from "../dist/export.js";
import * as importers from "../dist/import.js";
import { parseDate, parseDocument, renderToHtml, renderToString } from "../dist/index.js";

/** Repeated patterns. Each is known to slow down parsers of dates, tables, calendars, JSON, addresses or markup. */
const PATTERNS = [
  ...["1 or ", "1,", "9", "1/", "-", "..", "X", "1..", "(", "[", "{", "[1,", "c. ", "before ", "1 to ", " ", "\t"],
  ...["\n", "\r\n ", '"', '""', "\\", "a=b;", "&amp;", "<", "<b>", "<!--", "<a href='x'>", "]]>", "://", "@", "%2"],
  ...["#", "?", "0:", "\u0301", "\u200d👩", "年", "ال", "aA", "- a\n", "{a:", "/*", "n n ", "\u00a0", "|", ";", "'"],
];
const SIZE = 40_000;
/** The shortest time, in ms, that is precise enough. */
const LEAST = 5;
const ROUNDS = 5;
const MOST = 2.6;

const json = (value) => JSON.stringify(value);
const day = { title: "A", date: "1848" };
const limits = { limits: { bytes: 1e9, field: 1e9, events: 1e7 } };
const row = (field) => (text) => parseDocument([{ ...day, [field]: text }]);
const imported = (name, wrap) => (text) => importers[name](wrap(text), limits);
const exported = (name) => (text) => {
  const event = {
    ...day,
    id: text,
    description: text,
    lane: text,
    tags: [text],
    sources: [{ title: text, url: text }],
  };
  return exporters[name]({ title: text, events: [event] });
};
const calendar = (line) => `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\n${line}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

const READERS = {
  parseDate: (text) => parseDate(text),
  "parseDate, EDTF": (text) => parseDate(text, { syntax: "edtf" }),
  "parseDocument, a text": (text) => parseDocument(text),
  "parseDocument, a field of JSON": (text) => parseDocument(json([{ ...day, description: text }])),
  ...Object.fromEntries(
    ["title", "date", "end", "description", "lane", "id", "url", "status", "place"].map((field) => [
      `parseDocument, ${field}`,
      row(field),
    ]),
  ),
  "parseDocument, a source": (text) => parseDocument([{ ...day, sources: [text, { title: text, url: text }] }]),
  "parseDocument, a claim": (text) => parseDocument([{ ...day, claims: [{ date: text, source: text }] }]),
  "parseDocument, an era": (text) => parseDocument({ events: [day], eras: [{ title: text, date: text }] }),
  renderToString: (text) => renderToString({ title: text, events: [{ ...day, title: text, lane: text }] }),
  renderToHtml: (text) =>
    renderToHtml({ title: text, events: [{ ...day, title: text, description: text, sources: [text] }] }),
  detect: (text) => importers.detect(text),
  "fromCsv, a file": imported("fromCsv", (text) => text),
  "fromCsv, a cell": imported("fromCsv", (text) => `title,date,note\nA,1848,"${text.replaceAll('"', '""')}"\n`),
  "fromCsv, dates": imported(
    "fromCsv",
    (text) => `title,date\n${text.replace(/\n|"/g, "x")},${text.replace(/[\n",]/g, "x")}\n`,
  ),
  "fromIcs, a file": imported("fromIcs", (text) => text),
  "fromIcs, a text": imported("fromIcs", (text) => calendar(`DTSTART:18480221\r\nDESCRIPTION:${text}`)),
  "fromIcs, a date": imported("fromIcs", (text) => calendar(`DTSTART:${text}`)),
  "fromIcs, a rule": imported("fromIcs", (text) => calendar(`DTSTART:18480221\r\nRRULE:FREQ=DAILY;${text}`)),
  "fromIcs, a parameter": imported("fromIcs", (text) => calendar(`DTSTART;X=${text}:18480221`)),
  "fromSimile, a file": imported("fromSimile", (text) => text),
  "fromSimile, a text": imported(
    "fromSimile",
    (text) => `<data><event start="1848" title="A">${text.replace(/[<&]/g, "&lt;")}</event></data>`,
  ),
  "fromTimelineJs, a text": imported("fromTimelineJs", (text) =>
    json({
      events: [{ start_date: { year: "1848" }, text: { headline: text, text }, media: { url: text, credit: text } }],
    }),
  ),
  "fromTimelineJs, a date": imported("fromTimelineJs", (text) =>
    json({ events: [{ start_date: { year: text, month: text }, display_date: text, text: { headline: "A" } }] }),
  ),
  "fromVis, fields": imported("fromVis", (text) => json([{ id: text, content: text, start: text, group: text }])),
  "fromChrono, fields": imported("fromChrono", (text) =>
    json([{ title: text, cardTitle: text, cardDetailedText: text, url: text }]),
  ),
  "fromCslJson, fields": imported("fromCslJson", (text) =>
    json([{ id: text, title: text, URL: text, issued: { raw: text }, author: [{ literal: text }] }]),
  ),
  "fromRecords, fields": imported("fromRecords", (text) =>
    json([
      { name: text, year: text, link: text },
      { name: "B", year: 1 },
    ]),
  ),
  "fromWikidata, fields": imported("fromWikidata", (text) =>
    json({
      head: {},
      results: { bindings: [{ item: { value: text }, itemLabel: { value: text }, date: { value: text } }] },
    }),
  ),
  ...Object.fromEntries(
    Object.keys(exporters)
      .filter((name) => name.startsWith("to"))
      .map((name) => [name, exported(name)]),
  ),
};
/** The control, which must be reported: it searches for each end from the beginning of the text. */
const NAIVE = (text) => {
  let found = 0;
  for (let at = 0; at < text.length; at += 64) for (let i = 0; i < at; i++) if (text.charCodeAt(i) === 0) found++;
  return found;
};

/** CPU time in ms, without the time of other programs. */
function once(read, text) {
  const begin = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

const pumped = (pattern, length) => pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);

/**
 * The ratio of times for a text of twice the length, computed from four times the length.
 *
 * @param times how often the text is read for one measurement
 */
function growth(read, pattern, size = SIZE, times = 1) {
  const [text, longer] = [pumped(pattern, size), pumped(pattern, 4 * size)];
  const all = (one) =>
    once(() => {
      for (let i = 0; i < times; i++) read(one);
    });
  if (all(longer) < LEAST || all(longer) < LEAST) return undefined;
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0, spent = 0; i < ROUNDS && (i < 2 || spent < 2000); i++) {
    short = Math.min(short, all(text));
    const time = all(longer);
    long = Math.min(long, time);
    spent += time;
  }
  return long < LEAST ? undefined : { ratio: Math.sqrt(long / short), long: long / times, size: 4 * size, pattern };
}

/** The pattern with the largest growth, and the pattern with the longest time. */
function worstOf(read, size, times) {
  const found = [];
  for (const pattern of PATTERNS) {
    let one = growth(read, pattern, size, times);
    // A large growth is measured again, because garbage collection can cause it once.
    for (let again = 0; again < 2 && one && one.ratio > MOST; again++) {
      const other = growth(read, pattern, size, times);
      if (other && other.ratio < one.ratio) one = other;
    }
    if (one) found.push(one);
  }
  const [worst] = found.toSorted((a, b) => b.ratio - a.ratio);
  const [longest] = found.toSorted((a, b) => b.long - a.long);
  return { worst, longest };
}

const wanted = process.argv.slice(2);
const figures = [];
function judge(name, read, size, times) {
  const { worst, longest } = worstOf(read, size, times);
  const most = 4 * (size ?? SIZE);
  figures.push({
    name: worst
      ? `${name}: time of twice the text, for ${json(worst.pattern)}; longest ${longest.long.toFixed(1)} ms, ${most} characters of ${json(longest.pattern)}`
      : `${name}: no pattern takes ${LEAST} ms for ${most} characters`,
    value: worst?.ratio ?? 0,
    goal: { most: MOST },
    unit: "times",
  });
  // The run takes minutes, so each line is printed at once.
  console.error(`${(worst?.ratio ?? 0).toFixed(2)} times  ${name}`);
  return longest;
}
for (const [name, read] of Object.entries(READERS)) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  judge(name, read);
}
// The date parser refuses texts over 256 characters, so slow dates are shorter than that.
const longest = judge("parseDate of at most 256 characters", READERS.parseDate, 64, 100);
figures.push({
  name: `parseDate of at most 256 characters: the slowest, ${json(longest?.pattern)}`,
  value: longest?.long ?? 0,
  goal: { most: 1 },
  unit: "ms",
});
figures.push({
  name: "a control that looks from the beginning each time: time of twice the text",
  value: growth(NAIVE, "a")?.ratio ?? 0,
  goal: { least: 3 },
  unit: "times",
});
process.exitCode = printFigures(figures) ? 0 : 1;
