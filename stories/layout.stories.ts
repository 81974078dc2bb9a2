import * as crowds from "./gallery/crowds.js";
import * as dense from "./gallery/dense.js";
import * as phones from "./gallery/phones.js";
import * as ranges from "./gallery/ranges.js";
import { meta, story } from "./mount.js";

export default { ...meta("Layout"), title: "Layout" };

export const RangesAndEras = story(ranges.rangesAndEras);
export const RangesAndErasVertical = story(ranges.rangesAndErasVertical);
export const Dense = story(dense.dense);
export const DenseDark = story(dense.denseDark);
export const DenseWindow = story(dense.denseWindow);
export const DenseVertical = story(dense.denseVertical);
export const EraColours = story(ranges.eraColours);
export const CrowdInGivenHeight = story(crowds.crowdLow);
export const LanesInGivenHeight = story(crowds.crowdLowLanes);
export const PhoneBurst = story(phones.phoneBurst);
export const PhonePauses = story(phones.phonePauses);
export const PhonePausesDark = story(phones.phonePausesDark);
export const PhoneLongWords = story(phones.phoneLongWords);
export const CompactStrip = story(crowds.crowdCompact);
export const ManyLanesDownThePage = story(crowds.crowdManyLanes);
/** axe is off: it would check five thousand entries for minutes. Smaller crowds have the same parts. */
export const FiveThousandEvents = { ...story(crowds.crowd5000), parameters: { a11y: { test: "off" } } };
