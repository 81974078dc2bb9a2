/** Invented events of a bridge: sources in the figure, the list and the bibliography. */
import type { EventInput, SourceInput, Status } from "../../src/model/document/document.js";
import { type GalleryCase, seeded } from "./case.js";

const PAPERS = ["River Gazette", "Town Archive", "The Engineer's Weekly", "Harbour Post"];

function paper(i: number, more: SourceInput = {}): SourceInput {
  return {
    url: `https://paper-${i % 4}.example/${i}`,
    title: `Report ${i} from the building site`,
    publisher: PAPERS[i % 4] as string,
    ...more,
  };
}

const papers = (count: number, from = 1): SourceInput[] => Array.from({ length: count }, (_, i) => paper(from + i));

/** Events with none, one, three and twelve sources: numbers, a count for many, a note for none. */
export const sourceCounts = (): GalleryCase => ({
  document: {
    title: "How many say so",
    events: [
      { title: "The first stone is laid", date: "1901-04-02" },
      { title: "The eastern pier stands", date: "1902-09", sources: papers(1) },
      { title: "The arch is closed", date: "1904-06-18", importance: 5, sources: papers(3, 2) },
      { title: "The bridge is opened", date: "1905-05-01", importance: 5, sources: papers(12, 5) },
    ],
  },
  options: { width: 960, selected: "the-bridge-is-opened" },
  issues: ["unsourced"],
});

/** One page under several addresses, an archived copy, quotes, an ISBN, a DOI, and addresses that must not become links. */
export const sharedSources = (): GalleryCase => ({
  document: {
    title: "Who is cited how often",
    sources: {
      minutes: {
        url: "https://archive.example/minutes",
        title: "Minutes of the bridge committee",
        publisher: "Town Archive",
        author: "A. Clerk",
        published: "1899/1905",
        accessed: "2025-02",
        archived: "https://copies.example/minutes",
        quote: "The committee resolved to build.",
      },
      book: {
        url: "urn:isbn:978-3-16-148410-0",
        title: "A history of the bridge",
        publisher: "Press",
        published: "1931",
      },
      paper: { url: "doi:10.1000/182", title: "Loads on the arch", published: "c. 1906", language: "en" },
      trap: { url: "javascript:alert(1)", title: "An address that may not be a link" },
    },
    events: [
      {
        title: "The committee resolves to build",
        date: "1899-11-03",
        sources: [
          "minutes",
          { url: "https://archive.example/minutes?utm_source=mail", quote: "By nine votes to two." },
        ],
      },
      { title: "The money is found", date: "1900~", sources: ["minutes", "book"], status: "reported" },
      { title: "The arch is loaded", date: "1904-06", sources: ["paper", "minutes", "trap"] },
    ],
  },
  options: { width: 960, selected: "the-committee-resolves-to-build" },
  issues: ["url-scheme-blocked"],
});

/** Claims of different dates for one event, on a ruler and in words. */
export const differingAccounts = (): GalleryCase => ({
  document: {
    title: "When the ferry sank",
    sources: { gazette: paper(4, { title: "The ferry is lost" }), archive: paper(5), weekly: paper(6) },
    events: [
      {
        id: "ferry",
        title: "The ferry sinks",
        date: "1898-10-09",
        status: "disputed",
        claims: [
          { date: "1898-10-09", source: "gazette", note: "day of the report" },
          { date: "1898-10-11", source: "archive", note: "day in the register" },
          { date: "1898-10~", source: "weekly" },
        ],
        relations: [{ type: "contradicts", to: "denial" }],
      },
      {
        id: "denial",
        title: "The owner says that it was sold",
        date: "1898-10-20",
        status: "denied",
        sources: ["gazette"],
        relations: [{ type: "responds-to", to: "ferry" }],
      },
    ],
  },
  options: { width: 960, selected: "ferry" },
});

const STATUS: readonly Status[] = ["confirmed", "reported", "presumed", "disputed", "denied", "planned"];

export const everyStatus = (): GalleryCase => ({
  document: {
    title: "How well each fact stands",
    events: STATUS.map((status, i): EventInput => {
      const title = `The span of ${1901 + i} is ${status}`;
      return { title, date: `${1901 + i}-06`, status, sources: papers(1, i) };
    }),
  },
  options: { width: 960 },
});

/** Titles in their own languages and directions beside English words. */
export const foreignSources = (): GalleryCase => ({
  document: {
    title: "A bridge in the foreign press",
    events: [
      {
        title: "The bridge is opened",
        date: "1905-05-01",
        sources: [
          {
            url: "https://ar.example/1",
            title: "افتتاح الجسر (1905)",
            publisher: "بريد الميناء",
            language: "ar",
            published: "1905-05-02",
          },
          {
            url: "https://he.example/1",
            title: "הגשר נפתח",
            publisher: "Harbour Post",
            language: "he",
            quote: "יום גדול.",
          },
          {
            url: "https://ja.example/1",
            title: "橋が開通した",
            publisher: "港新聞",
            language: "ja",
            published: "1905-05",
          },
        ],
      },
    ],
  },
  options: { width: 960, selected: "the-bridge-is-opened" },
});

/** 250 events with four sources each, no page cited twice. */
export const thousandSources = (): GalleryCase => {
  const random = seeded(7);
  const events = Array.from({ length: 250 }, (_, i): EventInput => {
    const [year, month] = [1900 + Math.floor(random() * 50), 1 + Math.floor(random() * 12)];
    const importance = (1 + Math.floor(random() * 5)) as 1 | 2 | 3 | 4 | 5;
    const date = `${year}-${String(month).padStart(2, "0")}`;
    return { id: `e${i}`, title: `Repair ${i + 1} of the bridge`, date, importance, sources: papers(4, i * 4) };
  });
  return { document: { title: "A thousand sources", events }, options: { width: 960 } };
};

/** Marks sized by their number of publishers. */
export const sizedByPublishers = (): GalleryCase => {
  const { document, issues = [] } = sourceCounts();
  return { document, options: { width: 960, markSize: "publishers" }, issues };
};
