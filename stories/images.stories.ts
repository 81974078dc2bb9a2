import * as images from "./gallery/images.js";
import { meta, story } from "./mount.js";

export default meta("Images");

export const Lighthouse = story(images.lighthouseImages);
export const Dark = story(images.lighthouseDark);
export const Phone = story(images.lighthousePhone);
export const Story = story(images.lighthouseStory);
