/** Which format a text is in, by what it says; its name only decides between formats that look alike. */
import { isObject } from "../model/fields.js";

export type Format = "datelines" | "timelinejs";

export interface Detected {
  /** `undefined`: none that can be read. */
  readonly format: Format | undefined;
  /** Why, in a few words, for a message. */
  readonly because: string;
}

export function detect(text: string): Detected {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { format: undefined, because: `it is not JSON: ${error instanceof Error ? error.message : ""}` };
  }
  return detectObject(value);
}

/** The same for what has been read already. */
export function detectObject(value: unknown): Detected {
  if (Array.isArray(value)) return { format: "datelines", because: "it is a list of events" };
  if (!isObject(value)) return { format: undefined, because: "it is neither an object nor a list" };
  if (isObject(value["timeline"]) && Array.isArray(value["timeline"]["date"])) {
    return { format: "timelinejs", because: "it has timeline.date, as TimelineJS 2 writes it" };
  }
  const events = value["events"];
  const slides =
    Array.isArray(events) &&
    events.some((event) => isObject(event) && ("start_date" in event || isObject(event["text"])));
  if (slides) return { format: "timelinejs", because: "its events have start_date, as TimelineJS writes it" };
  return { format: "datelines", because: "it is an object with events" };
}
