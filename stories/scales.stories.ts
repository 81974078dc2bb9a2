import * as scales from "./gallery/scales.js";
import { meta, story } from "./mount.js";

export default { ...meta("Scales and sizes"), title: "Scales and sizes" };

export const Equal = story(scales.scaleEqual);
export const EqualVertical = story(scales.scaleEqualVertical);
export const EqualDark = story(scales.scaleEqualDark);
export const Log = story(scales.scaleLog);
export const LogVertical = story(scales.scaleLogVertical);
export const LogDark = story(scales.scaleLogDark);
export const DeepTime = story(scales.deepTime);
export const DeepTimeEqual = story(scales.deepTimeEqual);
export const FoldedDark = story(scales.kurskFoldedDark);
export const VerticalDark = story(scales.kurskVerticalDark);
export const Compact = story(scales.compact);
export const CompactDark = story(scales.compactDark);
export const FixedHeight = story(scales.fixedHeight);
export const Narrow = story(scales.narrow);
export const Wide = story(scales.wide);
export const MirroredAxis = story(scales.mirroredAxis);
export const WithNow = story(scales.withNow);
export const WithNowVertical = story(scales.withNowVertical);
export const OwnColours = story(scales.ownColours);
