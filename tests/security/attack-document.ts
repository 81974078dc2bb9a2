/** Documents that hold attack texts in every place that takes a text. */
import { documentShape, filled, type Shape, textPaths } from "./leaves.js";

export interface AttackDocument {
  readonly document: Record<string, unknown>;
  readonly options: Record<string, unknown>;
  /** Places of the types that hold a text. */
  readonly paths: ReadonlySet<string>;
}

const shape = documentShape();
export const ALL_PATHS: readonly string[] = textPaths(shape);

/** Fields that decide whether an event is drawn at all. */
const DATES = /\.(date|end)$/;

/** A document of texts: for each, one event that is drawn, with every other field the text, and one with bad dates too. */
export function attackDocument(texts: readonly string[], options: Record<string, unknown> = {}): AttackDocument {
  const paths = new Set<string>();
  const lists = { events: [] as unknown[], lanes: [] as unknown[], eras: [] as unknown[] };
  const merged: Record<string, unknown> = { sources: {} };
  texts.forEach((text, i) => {
    for (const drawn of [true, false]) {
      const day = `19${String(10 + (i % 90))}-0${1 + (i % 9)}-${drawn ? "11" : "12"}`;
      const part = filled(
        shape,
        (path) => {
          if (!drawn) paths.add(path);
          return drawn && DATES.test(path) ? (path.endsWith("end") ? `${day}T20:00` : day) : text;
        },
        true,
      ) as Record<string, unknown>;
      for (const name of ["events", "lanes", "eras"] as const) lists[name].push(...(part[name] as unknown[]));
      Object.assign(merged["sources"] as object, part["sources"]);
      for (const name of Object.keys(part)) {
        if (name in lists || name === "sources") continue;
        merged[name] = [merged[name], text].filter((value) => value !== undefined).join(" ");
      }
    }
  });
  return { document: { ...merged, ...lists }, options, paths };
}

export type { Shape };
