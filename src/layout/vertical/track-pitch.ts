/** Distance between the tracks of the vertical figure, and width of the capsules on them. */
import type { EventIndex } from "../../model/events/event-index.js";
import { capsuleWidth, CLUSTER_HEIGHT, TRACK_GAP } from "../metrics.js";

export interface TrackPitch {
  /** Widest possible capsule, in px. */
  readonly capsule: number;
  /** Distance between tracks in px; 0 where all lanes share one. */
  readonly pitch: number;
}

/** Distance between tracks with few events, in px. */
const TRACK_PITCH = 15;
/** Most width and number of tracks; more lanes share one track. */
const TRACKS_WIDTH_MAX = 90;
const TRACKS_MAX = 12;
/** With many events, most width of the tracks as a fraction of the figure's, if capsules with short counts need it. */
const TRACKS_FRACTION_MAX = 0.3;
/** With more events than this there are many capsules, and their counts may be long. */
export const FEW_COLUMN_EVENTS_MAX = 500;

export function trackPitch({ lanes, rank }: EventIndex, width: number): TrackPitch {
  const events = rank.length;
  const largest = lanes.reduce((most, { size }) => Math.max(most, size), 0);
  const capsule = events > FEW_COLUMN_EVENTS_MAX ? capsuleWidth(largest) : CLUSTER_HEIGHT;
  const between = lanes.length - 1;
  if (between < 1 || lanes.length > TRACKS_MAX) return { capsule, pitch: 0 };
  // Few events make few capsules with short counts, so labels get the width.
  if (events <= FEW_COLUMN_EVENTS_MAX) return { capsule, pitch: Math.min(TRACK_PITCH, TRACKS_WIDTH_MAX / between) };
  const short = Math.min(CLUSTER_HEIGHT + TRACK_GAP, (width * TRACKS_FRACTION_MAX) / between);
  return { capsule, pitch: Math.min(capsule + TRACK_GAP, Math.max(TRACKS_WIDTH_MAX / between, short)) };
}
