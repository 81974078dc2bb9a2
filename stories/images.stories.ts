import * as images from "./gallery/images.js";
import { type GalleryStory, meta, story } from "./mount.js";

const { render, ...rest } = meta("Images");

const FILES: Readonly<Record<string, string>> = {
  "rock.png": new URL("./pictures/rock.png", import.meta.url).href,
  "wood.png": new URL("./pictures/wood.png", import.meta.url).href,
  "tower.png": new URL("./pictures/tower.png", import.meta.url).href,
  "light.png": new URL("./pictures/light.png", import.meta.url).href,
};

/** Answers for the host of the pictures, which nobody has. */
const answered: GalleryStory["render"] = (args, context) => {
  const host = render?.(args, context) as HTMLElement;
  new MutationObserver(() => {
    for (const image of host.querySelectorAll<HTMLImageElement>(`img[src^="${images.PICTURES}"]`)) {
      image.src = FILES[image.src.slice(images.PICTURES.length)] ?? "";
    }
  }).observe(host, { childList: true, subtree: true });
  return host;
};

export default { ...rest, title: "Images", render: answered };

export const Lighthouse = story(images.lighthouseImages);
export const Dark = story(images.lighthouseDark);
export const Phone = story(images.lighthousePhone);
export const Story = story(images.lighthouseStory);
