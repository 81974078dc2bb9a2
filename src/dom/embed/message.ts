/** The messages between an embedded page and its host, sent by `postMessage`. Messages of another form are ignored. */

export type EmbedMessage =
  /** From the frame: the height of its content, in px. */
  | { readonly datelines: "height"; readonly height: number }
  /** In both directions: the selected event; `null` is none. */
  | { readonly datelines: "select"; readonly id: string | null }
  /** From the host: which part of the frame the reader sees, in px from the frame's upper edge. */
  | { readonly datelines: "seen"; readonly top: number; readonly bottom: number }
  /** From the frame: which part of it the reader should see, with the details that have opened. Units as above. */
  | { readonly datelines: "reveal"; readonly top: number; readonly bottom: number }
  /** From the host: asks for the height, and says that it answers `reveal`. */
  | { readonly datelines: "hello" };

/** Highest page, in px: a larger height is an attack. */
const HEIGHT_MAX = 100_000;
/** Longest id of an event, in UTF-16 units. */
const ID_LENGTH_MAX = 1024;

/** Checks a message; undefined where it is not one of ours. */
export function readMessage(data: unknown): EmbedMessage | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { datelines, height, id, top, bottom } = data as Record<string, unknown>;
  if (datelines === "hello") return { datelines };
  if (datelines === "height" && typeof height === "number" && height > 0 && height <= HEIGHT_MAX) {
    return { datelines, height: Math.ceil(height) };
  }
  if ((datelines === "seen" || datelines === "reveal") && isPlace(top) && isPlace(bottom) && top <= bottom) {
    return { datelines, top, bottom };
  }
  if (datelines === "select" && (id === null || (typeof id === "string" && id.length <= ID_LENGTH_MAX))) {
    return { datelines, id };
  }
  return undefined;
}

/** Whether a value is a place in a frame, in px. */
function isPlace(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= HEIGHT_MAX;
}
