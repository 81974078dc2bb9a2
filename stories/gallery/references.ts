/** Pictures from real data, each beside a reference that names the form it must have. */
import kurskDocument from "../../examples/kursk/kursk.json" with { type: "json" };
import type { TimelineOptions } from "../../src/options.js";
import type { GalleryCase } from "./case.js";
import { partInView, type RealFile, realDocument } from "../real-data.js";

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
export const earthquakesWide = (): GalleryCase => real("earthquakes", WIDE);
export const noaaWide = (): GalleryCase => real("noaa", WIDE);

// What the references above leave out: each file at each size, and in the middle of its time 8 and 64 times as large.
export const mexicoWide = (): GalleryCase => real("mexico", WIDE);
export const stackExchangeWide = (): GalleryCase => real("stackExchange", WIDE);
export const jfkGiven = (): GalleryCase => real("jfk", LOW);
export const motorsportGiven = (): GalleryCase => real("motorsport", LOW);
export const cosmoLow = (): GalleryCase => real("cosmo", LOW);
export const cosmoWide = (): GalleryCase => real("cosmo", WIDE);
export const cosmoDark = (): GalleryCase => real("cosmo", { width: 1000, ...DARK });
export const cosmoNarrow = (): GalleryCase => real("cosmo", NARROW);

const zoomed = (file: RealFile, zoom: number): GalleryCase =>
  real(file, { ...LOW, ...partInView(realDocument(file), zoom) });
export const google8 = (): GalleryCase => zoomed("google", 8);
export const google64 = (): GalleryCase => zoomed("google", 64);
export const mexico8 = (): GalleryCase => zoomed("mexico", 8);
export const mexico64 = (): GalleryCase => zoomed("mexico", 64);
export const stackExchange8 = (): GalleryCase => zoomed("stackExchange", 8);
export const stackExchange64 = (): GalleryCase => zoomed("stackExchange", 64);
export const motorsport8 = (): GalleryCase => zoomed("motorsport", 8);
export const motorsport64 = (): GalleryCase => zoomed("motorsport", 64);
export const jfk8 = (): GalleryCase => zoomed("jfk", 8);
export const jfk64 = (): GalleryCase => zoomed("jfk", 64);
export const earthquakes8 = (): GalleryCase => zoomed("earthquakes", 8);
export const earthquakes64 = (): GalleryCase => zoomed("earthquakes", 64);
export const noaa8 = (): GalleryCase => zoomed("noaa", 8);
export const noaa64 = (): GalleryCase => zoomed("noaa", 64);
export const kursk8 = (): GalleryCase => kursk({ ...LOW, ...partInView(kurskDocument, 8) });
export const kursk64 = (): GalleryCase => kursk({ ...LOW, ...partInView(kurskDocument, 64) });
