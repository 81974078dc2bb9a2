/** What an embed page and its host say to each other, by `postMessage`. Whatever has another form is not for us. */

export type EmbedMessage =
  /** From the frame: its content is this many px high. */
  | { readonly datelines: "height"; readonly height: number }
  /** Either way: this event is selected, or none. */
  | { readonly datelines: "select"; readonly id: string | null }
  /** From the host: say how high you are. */
  | { readonly datelines: "hello" };

/** No page is higher; whoever says so wants to do harm. */
const HIGHEST = 100_000;
const LONGEST_ID = 1024;

export function readMessage(data: unknown): EmbedMessage | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { datelines, height, id } = data as Record<string, unknown>;
  if (datelines === "hello") return { datelines };
  if (datelines === "height" && typeof height === "number" && height > 0 && height <= HIGHEST) {
    return { datelines, height: Math.ceil(height) };
  }
  if (datelines === "select" && (id === null || (typeof id === "string" && id.length <= LONGEST_ID))) {
    return { datelines, id };
  }
  return undefined;
}
