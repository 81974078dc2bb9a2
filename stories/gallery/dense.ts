import type { EventInput, TimelineDocument } from "../../src/model/document/document.js";
import { type GalleryCase, seeded } from "./case.js";

const LANES: readonly (readonly [id: string, title: string, count: number])[] = [
  ["harbour", "Harbour", 132],
  ["trade", "Trade", 96],
  ["council", "Council", 78],
  ["parish", "Parish", 54],
  ["streets", "Streets", 40],
];

const WHAT = ["mole", "lighthouse", "market", "charter", "bell", "ropewalk", "granary", "school", "well", "bridge"];
const HAPPENED = [
  "repaired at the town's cost",
  "burns",
  "opened by the mayor",
  "sold",
  "moved uphill",
  "struck by a storm",
];

/** Invented events in bursts: most events of a lane fall within a few years. */
export function townEvents(seed = 7): EventInput[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return LANES.flatMap(([lane, , count]) => {
    const bursts = [0, 1, 2].map(() => 1640 + random() * 320);
    return Array.from({ length: count }, (_, i): EventInput => {
      const spread = random() + random() + random() - 1.5;
      const year = random() < 0.5 ? 1600 + random() * 400 : pick(bursts) + spread * 40;
      const at = Math.floor(Math.min(1999, Math.max(1600, year)));
      const month = String(1 + Math.floor(random() * 12)).padStart(2, "0");
      const day = String(1 + Math.floor(random() * 28)).padStart(2, "0");
      const rank = random();
      const certainty = random();
      return {
        id: `${lane}-${i}`,
        title: `The ${pick(WHAT)} is ${pick(HAPPENED)}`.replace("is burns", "burns"),
        date: `${at}-${month}-${day}`,
        lane,
        importance: rank < 0.02 ? 5 : rank < 0.1 ? 4 : rank < 0.4 ? 3 : rank < 0.7 ? 2 : 1,
        status:
          certainty < 0.74 ? "confirmed" : certainty < 0.9 ? "reported" : certainty < 0.97 ? "presumed" : "disputed",
        sources: [`https://archive.example/${lane}/${i}`],
      };
    });
  });
}

const document = (): TimelineDocument => ({
  title: "A harbour town in 400 events",
  description: "Invented data. Names for what matters most, dots for single events, capsules with a count for crowds.",
  lanes: LANES.map(([id, title]) => ({ id, title })),
  events: townEvents(),
});

export const dense = (): GalleryCase => ({ document: document(), options: { width: 960 } });
export const denseWindow = (): GalleryCase => ({
  document: document(),
  options: { width: 960, initialView: { from: "1700", to: "1950" } },
});
export const denseVertical = (): GalleryCase => ({ document: document(), options: { width: 360 } });
export const denseDark = (): GalleryCase => ({ document: document(), options: { width: 960, theme: "dark" } });
