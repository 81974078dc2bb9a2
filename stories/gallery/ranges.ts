import type { TimelineDocument } from "../../src/model/document/document.js";
import type { GalleryCase } from "./case.js";

/** Invented ranges: a bridge, its offices and its ferries. */
const document: TimelineDocument = {
  title: "The bridge at Oder Ferry",
  description: "Invented data: ranges that touch and overlap, eras that overlap, an era without an end.",
  lanes: [
    { id: "ferry", title: "Ferries", color: "teal" },
    { id: "bridge", title: "Bridge", color: "brick" },
    { id: "office", title: "Toll office" },
  ],
  eras: [
    { title: "Timber years", date: "1790/1834" },
    { title: "Rebuilding", date: "1828/1851?" },
    { title: "Iron years", date: "1851/.." },
  ],
  events: [
    { title: "First ferry", date: "1781/1793", lane: "ferry" },
    { title: "Second ferry", date: "1793/1812", lane: "ferry" },
    { title: "Chain ferry", date: "1809/1851", lane: "ferry", importance: 4 },
    { title: "Ferry for pilgrims, on feast days only", date: "1820/", lane: "ferry" },
    { title: "Timber bridge", date: "1790-06/1834-02-11", lane: "bridge", importance: 5 },
    { title: "Flood carries two arches away", date: "1834-02-11", lane: "bridge", importance: 4 },
    { title: "Pontoon bridge", date: "1834-04/1851-05", lane: "bridge" },
    { title: "Iron bridge", date: "1851-05-01/..", lane: "bridge", importance: 5 },
    { title: "Opening, with the governor", date: "1851-05-01", lane: "bridge" },
    { title: "Toll farmed out to the Lenz family", date: "1795~/1820", lane: "office" },
    { title: "Toll kept by the town", date: "1820/1868", lane: "office" },
    { title: "Toll abolished", date: "1868-01-01", lane: "office", importance: 4 },
    { title: "Toll house burns", date: "184X", lane: "office", status: "presumed" },
  ],
};

export const rangesAndEras = (): GalleryCase => ({ document, options: { width: 960 }, issues: ["unsourced"] });
export const rangesAndErasVertical = (): GalleryCase => ({
  document,
  options: { width: 360, orientation: "vertical" },
  issues: ["unsourced"],
});
export const rangesAndErasDark = (): GalleryCase => ({
  document,
  options: { width: 960, theme: "dark" },
  issues: ["unsourced"],
});
export const rangesAndErasEqual = (): GalleryCase => ({
  document,
  options: { width: 960, scale: "equal" },
  issues: ["unsourced"],
});
export const rangesAndErasCompressed = (): GalleryCase => ({
  document,
  options: { width: 960, scale: "compressed" },
  issues: ["unsourced"],
});

/** Eras with colours set in the document, one of them behind a single lane. */
const coloured: TimelineDocument = {
  ...document,
  eras: [
    { title: "Timber years", date: "1790/1834", color: "ochre" },
    { title: "Rebuilding", date: "1828/1851?", color: "#a34b3c", lane: "bridge" },
    { title: "Iron years", date: "1851/..", color: "slate" },
  ],
};
export const eraColours = (): GalleryCase => ({ document: coloured, options: { width: 960 }, issues: ["unsourced"] });
export const eraColoursDark = (): GalleryCase => ({
  document: coloured,
  options: { width: 960, theme: "dark" },
  issues: ["unsourced"],
});
export const eraColoursVertical = (): GalleryCase => ({
  document: coloured,
  options: { width: 360 },
  issues: ["unsourced"],
});
