/** Shows a picture of the gallery as a live timeline, with the code that makes it. */
import type { Meta, StoryObj } from "@storybook/html-vite";
import { waitFor } from "storybook/test";
import { createTimeline } from "../src/index.js";
import type { GalleryCase } from "./gallery/case.js";

export type GalleryStory = StoryObj<GalleryCase>;

export const meta = (title: string): Meta<GalleryCase> => ({
  title,
  render: ({ document: data, options }) => {
    const host = document.createElement("div");
    const { width, ...rest } = options ?? {};
    // A story that is about a width has it as its container's; the timeline then measures its container as in a page.
    if (width !== undefined) host.style.maxWidth = `${width}px`;
    // The container must be in the page to have a width.
    requestAnimationFrame(() => {
      if (host.isConnected) createTimeline(host, data, rest);
    });
    return host;
  },
  // The accessibility check runs after this: it must see the timeline and not the empty container.
  play: async ({ canvasElement }) => {
    await waitFor(() => {
      if (!canvasElement.querySelector("figure.datelines .dl-figure")) throw new Error("the timeline is not there yet");
    });
  },
});

export const story = (make: () => GalleryCase): GalleryStory => {
  const { document: data, options = {} } = make();
  const source = `import { createTimeline } from "datelines";
import "datelines/style.css";

createTimeline("#timeline", document, ${JSON.stringify(options, undefined, 2)});

// document:
${JSON.stringify(data, undefined, 2)}`;
  return { args: { document: data, options }, parameters: { docs: { source: { code: source } } } };
};
