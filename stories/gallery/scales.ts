import kursk from "../../examples/kursk/kursk.json" with { type: "json" };
import type { TimelineDocument } from "../../src/model/document/document.js";
import type { GalleryCase } from "./case.js";

/** Well-known facts, from the Big Bang to the present. */
const ages: TimelineDocument = {
  title: "From the first stars to last week",
  events: [
    { title: "The first stars light up", date: "13.6 billion years ago", importance: 5 },
    { title: "The Sun and its planets form", date: "4.6 billion years ago", importance: 5 },
    { title: "Oldest traces of life", date: "3.5 billion years ago" },
    { title: "Plants on land", date: "470 Ma" },
    { title: "The last great dinosaurs die out", date: "66 Ma", importance: 4 },
    { title: "Oldest known stone tools", date: "3.3 Ma" },
    { title: "Our species appears", date: "300,000 years ago", importance: 4 },
    { title: "First farmers", date: "12,000 years ago" },
    { title: "Writing in Mesopotamia", date: "c. 3300 BC", importance: 4 },
    { title: "Printing with movable type in Mainz", date: "c. 1450" },
    { title: "First steps on the Moon", date: "1969-07-20", importance: 4 },
    { title: "The Web is proposed", date: "1989-03" },
    { title: "Last week", date: "2026-11-16" },
  ],
};

const unsourced = ["unsourced"];

export const scaleEqual = (): GalleryCase => ({ document: kursk, options: { width: 960, scale: "equal" } });
export const scaleEqualVertical = (): GalleryCase => ({ document: kursk, options: { width: 360, scale: "equal" } });
export const scaleEqualVerticalDark = (): GalleryCase => ({
  document: kursk,
  options: { width: 360, scale: "equal", theme: "dark" },
});
export const scaleEqualDark = (): GalleryCase => ({
  document: kursk,
  options: { width: 960, scale: "equal", theme: "dark" },
});
export const scaleLog = (): GalleryCase => ({
  document: ages,
  options: { width: 960, scale: "log", now: "2026-11-23" },
  issues: unsourced,
});
export const scaleLogVertical = (): GalleryCase => ({
  document: ages,
  options: { width: 360, scale: "log", now: "2026-11-23" },
  issues: unsourced,
});
export const scaleLogVerticalDark = (): GalleryCase => ({
  document: ages,
  options: { width: 360, scale: "log", now: "2026-11-23", theme: "dark" },
  issues: unsourced,
});
export const scaleLogDark = (): GalleryCase => ({
  document: ages,
  options: { width: 960, scale: "log", now: "2026-11-23", theme: "dark" },
  issues: unsourced,
});
export const deepTime = (): GalleryCase => ({ document: ages, options: { width: 960 }, issues: unsourced });
export const deepTimeProportional = (): GalleryCase => ({
  document: ages,
  options: { width: 960, scale: "time" },
  issues: unsourced,
});
export const deepTimeEqual = (): GalleryCase => ({
  document: ages,
  options: { width: 960, scale: "equal" },
  issues: unsourced,
});
export const kurskFoldedDark = (): GalleryCase => ({
  document: kursk,
  options: { width: 960, scale: "compressed", theme: "dark" },
});
export const kurskVerticalDark = (): GalleryCase => ({ document: kursk, options: { width: 360, theme: "dark" } });
export const compact = (): GalleryCase => ({ document: kursk, options: { width: 640, height: 160 } });
export const compactDark = (): GalleryCase => ({
  document: kursk,
  options: { width: 640, height: 160, theme: "dark" },
});
export const fixedHeight = (): GalleryCase => ({ document: kursk, options: { width: 1000, height: 500 } });
export const kurskVerticalTimeDark = (): GalleryCase => ({
  document: kursk,
  options: { width: 360, scale: "time", theme: "dark" },
});
export const narrow = (): GalleryCase => ({ document: kursk, options: { width: 320 } });
export const wide = (): GalleryCase => ({ document: kursk, options: { width: 1600 } });
export const widest = (): GalleryCase => ({ document: kursk, options: { width: 10_000 } });
export const mirroredAxis = (): GalleryCase => ({ document: kursk, options: { width: 960, axisDirection: "rtl" } });
export const withNow = (): GalleryCase => ({ document: kursk, options: { width: 960, now: "2025-09-15" } });
export const withNowVertical = (): GalleryCase => ({ document: kursk, options: { width: 360, now: "2025-09-15" } });
export const ownColours = (): GalleryCase => ({
  document: kursk,
  options: {
    width: 960,
    theme: { surface: "#fbf7ef", ink: "#2b2118", palette: { blue: "#0b4f6c", brick: "#b23a48" } },
  },
});
