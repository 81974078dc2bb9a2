import type { Preview } from "@storybook/html-vite";
import "../src/style.css";

const preview: Preview = {
  tags: ["autodocs"],
  parameters: {
    layout: "fullscreen",
    a11y: { test: "error" },
    options: {
      storySort: {
        order: [
          "Home",
          "Guide",
          [
            "Getting started",
            "Writing dates",
            "Sources",
            "Layouts and scales",
            "Story mode",
            "Embedding",
            "Server rendering",
            "React",
            "Migrating",
            "Theming",
            "Accessibility",
            "Security",
            "API reference",
          ],
          "Flagship",
          "Dates",
          "Layout",
          "Scales and sizes",
          "Languages",
          "Data",
          "Ways in",
        ],
      },
    },
  },
};

export default preview;
