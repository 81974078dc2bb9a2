import * as kursk from "./gallery/kursk.js";
import { meta, story } from "./mount.js";

export default { ...meta("Flagship"), title: "Flagship" };

export const Horizontal = story(kursk.kurskHorizontal);
export const Dark = story(kursk.kurskDark);
export const Medium = story(kursk.kurskMedium);
export const Vertical = story(kursk.kurskVertical);
export const VerticalProportional = story(kursk.kurskVerticalTime);
export const Folded = story(kursk.kurskFoldedWide);
export const Selected = story(kursk.kurskSelected);
export const Window = story(kursk.kurskWindow);
