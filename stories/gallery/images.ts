/** Events with images. The story is invented, and its pictures are our own (`stories/pictures`). */
import type { TimelineDocument } from "../../src/model/document/document.js";
import type { GalleryCase } from "./case.js";

/** Host of the pictures. Nobody has it: Storybook and the tests answer for it. */
export const PICTURES = "https://pictures.example/";

const lighthouse: TimelineDocument = {
  title: "The light on Gull Rock",
  description: "Two towers and a keeper's house on a rock, 1788 to 1911.",
  lanes: ["Tower", "Keepers", "Ships"],
  events: [
    {
      id: "survey",
      title: "A survey marks the rock as a danger to ships",
      date: "1788-05",
      lane: "Ships",
      sources: ["https://charts.example/gull-rock"],
      media: [{ src: `${PICTURES}rock.png`, alt: "A bare rock in the sea", credit: "Drawing: harbour office" }],
    },
    { id: "wreck", title: "The brig Prudence is lost with nine men", date: "1802-11-03", lane: "Ships" },
    {
      id: "wood",
      title: "A wooden tower carries the first light",
      date: "1806",
      end: "1819",
      lane: "Tower",
      description: "It burned whale oil and was seen for six miles.",
      media: [
        {
          src: `${PICTURES}wood.png`,
          alt: "A dark wooden tower on the rock at sunset",
          caption: "The wooden tower, seen from the north",
          credit: "Print: town museum",
          link: "https://museum.example/prints/12",
        },
      ],
    },
    { id: "keeper", title: "Ann Hale keeps the light after her father", date: "1814", end: "1851", lane: "Keepers" },
    { id: "fire", title: "The wooden tower burns down", date: "1819-02-17", lane: "Tower", importance: 4 },
    {
      id: "stone",
      title: "The stone tower is lit for the first time",
      date: "1823-10-01",
      lane: "Tower",
      importance: 5,
      description: "Thirty-one metres of granite, painted in bands so that it is seen by day.",
      sources: ["https://lights.example/gull-rock", "https://museum.example/tower"],
      media: [
        {
          src: `${PICTURES}light.png`,
          alt: "The banded tower at night; its light falls on the sea to the left",
          caption: "The light in its first winter",
          credit: "Picture: town museum",
          thumbnail: `${PICTURES}light.png`,
        },
        {
          src: `${PICTURES}tower.png`,
          alt: "The tower by day, in bands of red and white",
          caption: "The bands by day",
          credit: "Picture: town museum",
        },
        { src: "https://video.example/lighting.mp4", alt: "", caption: "A film about the lighting of the lamp" },
      ],
    },
    { id: "fog", title: "A bell warns ships in fog", date: "1858-09", lane: "Tower" },
    { id: "house", title: "The keepers move to a house on the shore", date: "1887", lane: "Keepers" },
    { id: "electric", title: "The lamp becomes electric", date: "1911-06-05", lane: "Tower" },
  ],
};

const issues = ["unsourced", "media-linked"];

export const lighthouseImages = (): GalleryCase => ({ document: lighthouse, options: { width: 1280 }, issues });
export const lighthouseDark = (): GalleryCase => ({
  document: lighthouse,
  options: { width: 1280, theme: "dark", selected: "stone" },
  issues,
});
export const lighthousePhone = (): GalleryCase => ({
  document: lighthouse,
  options: { width: 360, selected: "wood" },
  issues,
});
export const lighthouseStory = (): GalleryCase => ({
  document: lighthouse,
  options: {
    width: 960,
    steps: [{ event: "survey" }, { event: "wood" }, { event: "stone", text: "It has not gone out since." }],
  },
  issues,
});
