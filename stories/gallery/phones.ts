/** What is hard to fit on a phone: pauses, long dates, long names. */
import type { TimelineDocument } from "../../src/model/document.js";
import type { GalleryCase } from "./case.js";

const unsourced = ["unsourced"];

/** Invented. Two things go on through the pauses. */
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

/** From the tables of the International Commission on Stratigraphy, with lanes of our own. */
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

export const phonePauses = (): GalleryCase => ({ document: works, options: { width: 360 }, issues: unsourced });
export const phonePausesDark = (): GalleryCase => ({
  document: works,
  options: { width: 360, theme: "dark" },
  issues: unsourced,
});
export const phoneLongWords = (): GalleryCase => ({ document: rocks, options: { width: 320 }, issues: unsourced });
