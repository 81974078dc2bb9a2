/** Generated events in the shape of a catalogue of earthquakes: even over half a century, with one burst of 230 in a month. */
import { seeded } from "../../stories/gallery/case.js";

const DAY_MS = 86_400_000;
const [FIRST, LAST] = [Date.UTC(1965, 0, 2), Date.UTC(2016, 11, 30)];
const BURST = Date.UTC(2011, 2, 9);
const BURST_DAYS = 22;
const BURST_EVENTS = 200;

export interface Earthquake {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly importance: 1 | 2 | 3 | 4 | 5;
}

/** @param count with the burst, at least 1,000 */
export function earthquakes(count: number): { readonly title: string; readonly events: readonly Earthquake[] } {
  const random = seeded(count);
  const days = (LAST - FIRST) / DAY_MS;
  const events = Array.from({ length: count }, (_, i): Earthquake => {
    const at = i < BURST_EVENTS ? BURST + random() ** 3 * BURST_DAYS * DAY_MS : FIRST + random() * days * DAY_MS;
    const magnitude = 5.5 - Math.log10(1 - random() * 0.9998);
    const importance = Math.max(1, Math.min(5, Math.floor(magnitude) - 4)) as Earthquake["importance"];
    return {
      id: `q${i}`,
      title: `Magnitude ${magnitude.toFixed(1)}`,
      date: new Date(at).toISOString().slice(0, 10),
      importance,
    };
  });
  return { title: "Earthquakes", events };
}

/** Generated ranges in the shape of a list of discontinued services: up to a third of them run at once. */
export function services(count: number): { readonly title: string; readonly events: readonly object[] } {
  const random = seeded(count);
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const events = Array.from({ length: count }, (_, i) => {
    const from = Date.UTC(2000, 0, 1) + random() * 6000 * DAY_MS;
    return { id: `s${i}`, title: `Service ${i}`, date: day(from), end: day(from + (100 + random() * 3000) * DAY_MS) };
  });
  return { title: "Services", events };
}
