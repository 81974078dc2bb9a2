/** Cases that are hard to fit on a phone: pauses, long dates, long names. */
import type { TimelineDocument } from "../../src/model/document/document.js";
import type { GalleryCase } from "./case.js";

const unsourced = ["unsourced"];

/** Invented events. Two ranges continue through the pauses. */
const works: TimelineDocument = {
  title: "Works at the harbour",
  lanes: ["Quay", "Crane"],
  events: [
    { title: "Survey of the old quay", date: "2003-02", lane: "Quay" },
    { title: "Two drawings for the new one", date: "2003-03-11", lane: "Quay" },
    { title: "The council decides", date: "2003-04-02", lane: "Quay", importance: 5 },
    { title: "Building of the quay", date: "2003-04-20/2004-09-30", lane: "Quay" },
    { title: "Hire of a floating crane", date: "2003-05-01/2004-10-15", lane: "Crane" },
    { title: "First ship at the new quay", date: "2004-10-03", lane: "Quay", importance: 4 },
    { title: "The crane is sold", date: "2009-11-05", lane: "Crane" },
  ],
};

/** From the tables of the International Commission on Stratigraphy, with invented lanes. */
const rocks: TimelineDocument = {
  title: "Ice, rock and air over the long ages before there was anybody to give them a name",
  lanes: ["Climate and atmosphere of the Earth", "Lebensgemeinschaftsentwicklungsgeschichte"],
  eras: [{ title: "Proterozoic, the time of early life", date: "2500 Ma/538.8 Ma" }],
  events: [
    { title: "Oxygen in the air", date: "2460 Ma/2060 Ma", lane: "Climate and atmosphere of the Earth", importance: 4 },
    { title: "Ice as far as the equator", date: "720 Ma/635 Ma", lane: "Climate and atmosphere of the Earth" },
    { title: "The Cambrian begins", date: "538.8 Ma", lane: "Lebensgemeinschaftsentwicklungsgeschichte" },
    { title: "The Permian", date: "298.9 Ma/251.9 Ma", lane: "Lebensgemeinschaftsentwicklungsgeschichte" },
    { title: "The great dying", date: "251.9 Ma", lane: "Lebensgemeinschaftsentwicklungsgeschichte" },
  ],
};

const NIGHT = [
  "The watch smells smoke",
  "The bell of the quay is rung",
  "Rope store alight",
  "The first pump arrives from the market",
  "The crane is given up",
  "Ships cast off and are towed out",
  "Wind turns to the west",
  "Fire reaches the granary",
  "The mayor asks the next town for help",
  "The bridge is closed",
  "Two pumps draw water from the basin",
  "The granary falls in",
  "Sailors carry the books out of the customs house",
  "Help arrives by train",
  "The school is opened for families",
  "Rain begins",
  "The customs house is out of danger",
  "The last roof is put out",
  "The roll is called: nobody is missing",
];

/** Invented events: one night by the minute, between years with few events. */
const night: TimelineDocument = {
  title: "The night the quay burned",
  lanes: ["Fire", "Town"],
  events: [
    { title: "Rope store built of wood", date: "1871", lane: "Town" },
    { title: "A second pump is refused", date: "1889-03", lane: "Town", importance: 4 },
    { title: "Rain is short all summer", date: "1893-06/1893-09", lane: "Town" },
    ...NIGHT.map((title, i) => ({
      title,
      date: `1893-10-04T${String(20 + Math.floor((i * 11) / 60)).padStart(2, "0")}:${String((i * 11) % 60).padStart(2, "0")}`,
      lane: i % 3 === 1 ? "Town" : "Fire",
      importance: i % 5 === 2 ? (4 as const) : (3 as const),
    })),
    { title: "Inquiry", date: "1893-11/1894-02", lane: "Town" },
    { title: "Rope store of stone", date: "1895", lane: "Town" },
    { title: "A steam pump at last", date: "1901-05-02", lane: "Town", importance: 4 },
  ],
};

export const phoneBurst = (): GalleryCase => ({ document: night, options: { width: 360 }, issues: unsourced });

export const phonePauses = (): GalleryCase => ({ document: works, options: { width: 360 }, issues: unsourced });
export const phonePausesDark = (): GalleryCase => ({
  document: works,
  options: { width: 360, theme: "dark" },
  issues: unsourced,
});
export const phoneLongWords = (): GalleryCase => ({ document: rocks, options: { width: 320 }, issues: unsourced });
