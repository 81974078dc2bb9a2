/** Pictures from real data, each beside a reference that names the form it must have. */
import kurskDocument from "../../examples/kursk/kursk.json" with { type: "json" };
import type { TimelineOptions } from "../../src/options.js";
import type { GalleryCase } from "./case.js";
import { type RealFile, realDocument } from "../real-data.js";

const LOW = { width: 1000, height: 500 };
const WIDE = { width: 1280 };
const NARROW = { width: 360 };
const DARK = { theme: "dark" } as const;

const kursk = (options: TimelineOptions): GalleryCase => ({ document: kurskDocument, options });

/** Codes of the issues that files have beside missing sources. */
const FAULTS: Partial<Record<RealFile, readonly string[]>> = {
  mexico: ["date-missing"],
  stackExchange: ["source-conflict", "url-invalid", "id-duplicate"],
};

const real = (file: RealFile, options: TimelineOptions): GalleryCase => ({
  document: realDocument(file),
  options,
  issues: ["unsourced", ...(FAULTS[file] ?? [])],
});

const between = (from: string, to: string): TimelineOptions => ({ initialView: { from, to } });

// Ranges: names on bars, thin bars, a ribbon of concurrency.
export const googleLow = (): GalleryCase => real("google", LOW);
export const googleLowDark = (): GalleryCase => real("google", { ...LOW, ...DARK });
export const googleWide = (): GalleryCase => real("google", WIDE);
export const googleNarrow = (): GalleryCase => real("google", NARROW);
export const googleZoomed = (): GalleryCase => real("google", { ...LOW, ...between("2011-01-01", "2014-09-01") });
export const mexicoLow = (): GalleryCase => real("mexico", LOW);
export const mexicoNarrow = (): GalleryCase => real("mexico", NARROW);

// Crowds: piles of dots, bars of counts.
export const stackExchangeLow = (): GalleryCase => real("stackExchange", LOW);
export const stackExchangeLowDark = (): GalleryCase => real("stackExchange", { ...LOW, ...DARK });
export const stackExchangeZoomed = (): GalleryCase =>
  real("stackExchange", { ...LOW, ...between("2018-06-01", "2020-06-01") });
export const stackExchangeNarrow = (): GalleryCase => real("stackExchange", NARROW);

// Many lanes, one row each.
export const motorsportWide = (): GalleryCase => real("motorsport", WIDE);
export const motorsportLow = (): GalleryCase => real("motorsport", { width: 1000 });
export const motorsportDark = (): GalleryCase => real("motorsport", { ...WIDE, ...DARK });
export const motorsportNarrow = (): GalleryCase => real("motorsport", NARROW);

// Skewed time.
export const jfkLow = (): GalleryCase => real("jfk", { width: 1000 });
export const jfkWide = (): GalleryCase => real("jfk", WIDE);
export const jfkDark = (): GalleryCase => real("jfk", { width: 1000, ...DARK });
export const jfkNarrow = (): GalleryCase => real("jfk", NARROW);

// Few events in four lanes, and the same in view of a few weeks.
export const kurskWide = (): GalleryCase => kursk(WIDE);
export const kurskWideDark = (): GalleryCase => kursk({ ...WIDE, ...DARK });
export const kurskLow = (): GalleryCase => kursk(LOW);
export const kurskZoomed = (): GalleryCase => kursk({ ...WIDE, ...between("2024-10-01", "2025-02-01") });

// Tens of thousands of events. Only the picture is kept: the list would be several MB.
export const earthquakesLow = (): GalleryCase => real("earthquakes", LOW);
export const earthquakesDark = (): GalleryCase => real("earthquakes", { ...LOW, ...DARK });
export const earthquakesNarrow = (): GalleryCase => real("earthquakes", NARROW);
export const earthquakesZoomed = (): GalleryCase =>
  real("earthquakes", { ...LOW, ...between("2010-12-01", "2011-10-01") });
export const noaaLow = (): GalleryCase => real("noaa", LOW);
export const noaaNarrow = (): GalleryCase => real("noaa", NARROW);
