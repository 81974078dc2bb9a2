import type { Preview } from "@storybook/html-vite";
import "../src/style.css";

const preview: Preview = {
  parameters: {
    layout: "fullscreen",
    a11y: { test: "error" },
    options: { storySort: { order: ["Flagship", "Dates", "Layout", "Languages", "Data"] } },
  },
};

export default preview;
