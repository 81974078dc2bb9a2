import * as errors from "./gallery/errors.js";
import { meta, story } from "./mount.js";

export default { ...meta("Data"), title: "Data" };

export const TenFaults = story(errors.errors);
export const NoEvents = story(errors.noEvents);
export const OneEvent = story(errors.oneEvent);
export const SameDay = story(errors.sameDay);
