/** How far apart the tracks of the vertical figure stand, and how wide the capsules on them are. */
import type { EventIndex } from "../../model/events/event-index.js";
import { capsuleWidth, CLUSTER_HEIGHT, TRACK_GAP } from "../metrics.js";

export interface TrackPitch {
  /** Widest capsule there may be, in px. */
  readonly capsule: number;
  /** From track to track, in px; 0 where all lanes share one. */
  readonly pitch: number;
}

const TRACK_PITCH = 15;
/** Tracks take no more room than this; with more lanes than fit they share one. */
const TRACKS_WIDTH_MAX = 90;
const TRACKS_MAX = 12;
/** In a crowd they may take this part of the figure, where capsules need it for short counts. */
const TRACKS_FRACTION_MAX = 0.3;
/** With more events than this there are many capsules, and they may hold long counts. */
export const FEW_COLUMN_EVENTS_MAX = 500;

export function trackPitch({ lanes, rank }: EventIndex, width: number): TrackPitch {
  const events = rank.length;
  const largest = lanes.reduce((most, { size }) => Math.max(most, size), 0);
  const capsule = events > FEW_COLUMN_EVENTS_MAX ? capsuleWidth(largest) : CLUSTER_HEIGHT;
  const between = lanes.length - 1;
  if (between < 1 || lanes.length > TRACKS_MAX) return { capsule, pitch: 0 };
  // Labels need the room more than the few capsules there are, whose counts are short.
  if (events <= FEW_COLUMN_EVENTS_MAX) return { capsule, pitch: Math.min(TRACK_PITCH, TRACKS_WIDTH_MAX / between) };
  const short = Math.min(CLUSTER_HEIGHT + TRACK_GAP, (width * TRACKS_FRACTION_MAX) / between);
  return { capsule, pitch: Math.min(capsule + TRACK_GAP, Math.max(TRACKS_WIDTH_MAX / between, short)) };
}
