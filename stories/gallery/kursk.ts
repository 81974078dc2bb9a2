import kursk from "../../examples/kursk/kursk.json" with { type: "json" };
import type { GalleryCase } from "./case.js";

export const kurskHorizontal = (): GalleryCase => ({ document: kursk, options: { width: 960 } });
export const kurskDark = (): GalleryCase => ({ document: kursk, options: { width: 960, theme: "dark" } });
export const kurskMedium = (): GalleryCase => ({ document: kursk, options: { width: 640 } });
export const kurskVertical = (): GalleryCase => ({ document: kursk, options: { width: 360 } });
export const kurskVerticalTime = (): GalleryCase => ({ document: kursk, options: { width: 360, scale: "time" } });
export const kurskFoldedWide = (): GalleryCase => ({ document: kursk, options: { width: 960, scale: "compressed" } });
export const kurskSelected = (): GalleryCase => ({ document: kursk, options: { width: 960, selected: "prisoners" } });
export const kurskWindow = (): GalleryCase => ({
  document: kursk,
  options: { width: 960, initialView: { from: "2024-10-01", to: "2025-01-31" } },
});
