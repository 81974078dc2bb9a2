import type { EventInput, TimelineDocument } from "../../src/model/document/document.js";
import type { GalleryCase } from "./case.js";

const once: EventInput[] = [
  { title: "A day", date: "1902-06-19" },
  { title: "A month", date: "1904-08" },
  { title: "A winter", date: "1907-24" },
  { title: "A year", date: "1911" },
  { title: "A decade", date: "192X" },
  { title: "About a day", date: "1934-05-12~" },
  { title: "About a year", date: "1938~" },
  { title: "Possibly a day", date: "1943-06-11?" },
  { title: "Possibly about a year", date: "1948%" },
  { title: "One of two years", date: "[1953,1957]" },
  { title: "Each of two years", date: "{1962,1966}" },
  { title: "Between two years", date: "between 1971 and 1975" },
  {
    title: "Two accounts of the day",
    date: "1980-01-09",
    claims: [{ date: "1980-01-09" }, { date: "1982-03-11" }],
  },
  { title: "Before a year", date: "before 1988" },
  { title: "After a year", date: "after 1992" },
];

const lasted: EventInput[] = [
  { title: "From, to", date: "1902/1910" },
  { title: "Soft ends", date: "[1914..1917]", end: "[1924..1927]" },
  { title: "About, to", date: "1934~/1940" },
  { title: "No beginning", date: "../1948" },
  { title: "Beginning not known", date: "/1956" },
  { title: "End not known", date: "1964/" },
  { title: "Goes on", date: "1984/.." },
];

const stands: EventInput[] = (["confirmed", "reported", "presumed", "disputed", "denied", "planned"] as const).flatMap(
  (status, i): EventInput[] => [
    { title: `${status}, a day`, date: `${1902 + i * 16}-05-01`, status },
    { title: `${status}, a span of years`, date: `${1905 + i * 16}/${1908 + i * 16}`, status },
    { title: `${status}, a year`, date: `${1912 + i * 16}`, status },
  ],
);

const lane = (events: EventInput[], id: string): EventInput[] => events.map((event) => ({ ...event, lane: id }));

const document: TimelineDocument = {
  title: "How a date is drawn",
  description:
    "A mark is as wide as its date is vague. Its ends say what kind of boundary it has, its fill says how well the fact stands.",
  lanes: [
    { id: "once", title: "It happened once" },
    { id: "lasted", title: "It lasted" },
    { id: "stands", title: "How well it stands" },
  ],
  events: [...lane(once, "once"), ...lane(lasted, "lasted"), ...lane(stands, "stands")],
};

const issues = ["unsourced", "season-code"];

export const dateVocabulary = (): GalleryCase => ({ document, options: { width: 1280 }, issues });
export const dateVocabularyDark = (): GalleryCase => ({ document, options: { width: 1280, theme: "dark" }, issues });
export const dateVocabularyVertical = (): GalleryCase => ({ document, options: { width: 400 }, issues });
