/** Shows a picture of the gallery as a live timeline, with its options under Controls and the code that makes it. */
import type { ArgTypes, Meta, StoryObj } from "@storybook/html-vite";
import { waitFor } from "storybook/test";
import { createTimeline, type DocumentInput, type TimelineOptions } from "../src/index.js";
import type { GalleryCase } from "./gallery/case.js";

/** The document and the options as separate args, so that each option has its own control. */
type Args = TimelineOptions & { document: DocumentInput };

export type GalleryStory = StoryObj<Args>;

const choice = (...options: readonly string[]): NonNullable<ArgTypes<Args>[keyof Args]> => ({
  control: "select",
  options,
});

const argTypes: Partial<ArgTypes<Args>> = {
  document: { control: "object" },
  width: { control: { type: "range", min: 280, max: 1600, step: 20 }, description: "Width of the container in px." },
  height: { control: { type: "number", min: 40 } },
  orientation: choice("auto", "horizontal", "vertical"),
  scale: choice("auto", "time", "compressed", "equal", "log"),
  form: choice("auto", "dots", "range-bars", "histogram", "ribbon", "single-row"),
  theme: choice("auto", "light", "dark"),
  timeZone: { control: "text" },
  dateOrder: choice("DMY", "MDY", "YMD"),
  now: { control: "text" },
  selected: { control: "text" },
  relations: choice("auto", "none"),
  axisDirection: choice("ltr", "rtl"),
  minimap: { control: "boolean" },
  toolbar: { control: "boolean" },
};

export const meta = (title: string): Meta<Args> => ({
  title,
  argTypes,
  parameters: { docs: { source: { transform: (_: string, { args }: { args: Args }) => codeOf(args) } } },
  render: ({ document: data, width, ...options }, { id }) => {
    const host = document.createElement("div");
    // The width goes to the container, and the timeline measures its container as in a page.
    if (width !== undefined) host.style.maxWidth = `${width}px`;
    // A docs page shows many timelines, so each needs its own ids.
    const idPrefix = options.idPrefix ?? `s-${id.replace(/[^A-Za-z0-9-]/g, "-")}`;
    // The container has a width only once it is in the page.
    requestAnimationFrame(() => {
      if (host.isConnected) createTimeline(host, data, { ...options, idPrefix });
    });
    return host;
  },
  // The accessibility check runs after `play`: it must see the timeline and not the empty container.
  play: async ({ canvasElement }) => {
    await waitFor(() => {
      if (!canvasElement.querySelector("figure.datelines .dl-figure")) throw new Error("the timeline is not there yet");
    });
  },
});

export const story = (make: () => GalleryCase): GalleryStory => {
  const { document: data, options = {} } = make();
  return { args: { document: data, ...options } };
};

/** The code that shows the story's timeline in a page. The width comes from the container. */
function codeOf({ document: data, ...options }: Args): string {
  const given = Object.entries(options).filter(
    ([name, value]) => name !== "width" && value !== undefined && typeof value !== "function",
  );
  const text = JSON.stringify(Object.fromEntries(given), undefined, 2);
  return `import { createTimeline } from "datelines";
import "datelines/style.css";
import type { DocumentInput } from "../src/model/document/document.js";

createTimeline("#timeline", data${given.length > 0 ? `, ${text}` : ""});

// data:
${JSON.stringify(data, undefined, 2)}`;
}
