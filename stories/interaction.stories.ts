import type { TimelineOptions } from "../src/options.js";
import type { GalleryCase } from "./gallery/case.js";
import { dense } from "./gallery/dense.js";
import { kurskHorizontal, kurskVertical } from "./gallery/kursk.js";
import { meta, story } from "./mount.js";

export default { ...meta("Interaction"), title: "Interaction" };

const kursk = (options: TimelineOptions): (() => GalleryCase) => {
  const { document } = kurskHorizontal();
  return () => ({ document, options });
};

/** A story whose steps have their own texts and views. */
export const Story = story(
  kursk({
    steps: [
      { view: "all", title: "From a treaty to a museum", text: "Seventeen months, seen from four sides." },
      { event: "treaty-signed", view: { from: "2024-06", to: "2024-12" } },
      { event: "prisoners", view: { from: "2024-12", to: "2025-03" } },
      { event: "museum", view: { from: "2025-08", to: "2025-12" } },
    ],
  }),
);
export const Filtered = story(kursk({ filter: { text: "north korea" } }));
export const Folds = story(kursk({ scale: "compressed" }));
export const MirroredAxis = story(kursk({ axisDirection: "rtl" }));
export const AroundAnEvent = story(kursk({ initialView: { event: "prisoners", span: 90 * 86_400_000 } }));
export const Clusters = story(dense);
export const Sheet = story(() => ({ ...kurskVertical(), options: { width: 360, selected: "prisoners" } }));
