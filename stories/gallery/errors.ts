import type { DocumentInput } from "../../src/index.js";
import type { GalleryCase } from "./case.js";

/** A document with ten faults, and the picture of its valid events. */
export const TEN_FAULTS: readonly string[] = [
  "date-invalid",
  "date-order-unknown",
  "year-two-digits",
  "date-missing",
  "title-missing",
  "value-invalid",
  "status-unknown",
  "source-not-found",
  "url-scheme-blocked",
  "relation-unresolved",
];

export const errors = (): GalleryCase => ({
  document: {
    title: "Ten faults, and what is left",
    description: "What cannot be drawn is listed as not placed; nothing is lost.",
    sources: {
      minutes: { title: "Minutes of the council", publisher: "Town archive", url: "https://archive.example/minutes" },
    },
    // What a program without types, or a file, may hold.
    events: [
      { title: "A date that does not exist", date: "2021-02-30", sources: ["minutes"] },
      { title: "Day and month in doubt", date: "1/2/2021", sources: ["minutes"] },
      { title: "A year of two digits", date: "'98", sources: ["minutes"] },
      { title: "No date at all", sources: ["minutes"] },
      { date: "2021-03-04", sources: ["minutes"] },
      { title: "Importance out of range", date: "2021-05-06", importance: 9, sources: ["minutes"] },
      { title: "A status of its own", date: "2021-07-08", status: "rumoured", sources: ["minutes"] },
      { title: "A source that nobody declared", date: "2021-09-10", sources: ["minutes", "letters"] },
      {
        title: "An address that may not be a link",
        date: "2021-10-11",
        sources: [{ title: "Trap", url: "javascript:alert(1)" }],
      },
      {
        title: "Related to nothing",
        date: "2021-12-13",
        sources: ["minutes"],
        relations: [{ type: "follows", to: "nowhere" }],
      },
    ],
  } as unknown as DocumentInput,
  options: { width: 960 },
  issues: TEN_FAULTS,
});

export const noEvents = (): GalleryCase => ({
  document: { title: "Nothing yet", events: [] },
  options: { width: 640 },
  issues: ["no-events"],
});

export const oneEvent = (): GalleryCase => ({
  document: { title: "One event", events: [{ title: "The only thing that happened", date: "2020-05-01" }] },
  options: { width: 640 },
  issues: ["unsourced"],
});

export const sameDay = (): GalleryCase => ({
  document: {
    title: "Five hundred on one day",
    events: Array.from({ length: 500 }, (_, i) => ({ title: `Event ${i + 1}`, date: "2020-05-01", id: `e${i}` })),
  },
  options: { width: 640 },
  issues: ["unsourced"],
});
