import * as scripts from "./gallery/scripts.js";
import { meta, story } from "./mount.js";

export default { ...meta("Languages"), title: "Languages" };

export const RightToLeft = story(scripts.rightToLeft);
export const HebrewVertical = story(scripts.hebrewVertical);
export const Japanese = story(scripts.japanese);
export const RightToLeftSources = story(scripts.rightToLeftSources);
export const RightToLeftTurned = story(scripts.rightToLeftTurned);
export const RightToLeftLow = story(scripts.rightToLeftLow);
export const RightToLeftNarrow = story(scripts.rightToLeftNarrow);
