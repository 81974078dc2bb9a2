/** Other entries: the element, React, and a figure without any script. */
import type { Meta, StoryObj } from "@storybook/html-vite";
import { createElement, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { waitFor } from "storybook/test";
import "../src/element.js";
import { renderToHtml } from "../src/index.js";
import { Timeline } from "../src/react.js";

const REVOLUTIONS = {
  title: "Spring 1848",
  sources: { rapport: { title: "Rapport, 1848: Year of Revolution", published: "2008" } },
  events: [
    { id: "palermo", title: "Rising in Palermo", date: "1848-01-12", sources: ["rapport"] },
    { id: "paris", title: "The King of the French leaves", date: "1848-02-24", sources: ["rapport"] },
    { id: "vienna", title: "Metternich resigns", date: "1848-03-13", sources: ["rapport"] },
    { id: "berlin", title: "Barricades in Berlin", date: "1848-03-18/1848-03-19", sources: ["rapport"] },
  ],
};
const DATA = JSON.stringify(REVOLUTIONS, undefined, 2);

export default { title: "Ways in" } satisfies Meta;

const shows =
  (selector: string): NonNullable<StoryObj["play"]> =>
  async ({ canvasElement }) => {
    await waitFor(() => {
      if (!canvasElement.querySelector(selector)) throw new Error(`there is no ${selector} yet`);
    });
  };

/** The element as a page's author writes it. */
function elementOf(content: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const element = document.createElement("event-timeline");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (content) {
    const script = document.createElement("script");
    script.type = "application/json";
    script.textContent = content;
    element.append(script);
  }
  const fallback = document.createElement("p");
  fallback.textContent = "Palermo, Paris, Vienna, Berlin: four cities in ten weeks.";
  element.append(fallback);
  return element;
}

const source = (code: string): object => ({ docs: { source: { code } } });

export const Element: StoryObj = {
  render: () => elementOf(DATA, { id: "way-element" }),
  play: shows("event-timeline figure.datelines"),
  parameters: source(`<event-timeline>
<script type="application/json">
${DATA}
</script>
<p>Palermo, Paris, Vienna, Berlin: four cities in ten weeks.</p>
</event-timeline>`),
};

export const ElementThatFails: StoryObj = {
  render: () => elementOf("", { src: "data:application/json,[]" }),
  play: shows("event-timeline .dl-load-status button"),
  parameters: source(`<!-- Only http and https are fetched. -->
<event-timeline src="data:application/json,[]">
<p>Palermo, Paris, Vienna, Berlin: four cities in ten weeks.</p>
</event-timeline>`),
};

export const React: StoryObj = {
  render: () => {
    const host = document.createElement("div");
    createRoot(host).render(
      createElement(StrictMode, null, createElement(Timeline, { document: REVOLUTIONS, options: { scale: "equal" } })),
    );
    return host;
  },
  play: shows("figure.datelines .dl-figure"),
  parameters: source(`import { Timeline } from "datelines/react";
import "datelines/style.css";

<Timeline document={data} options={{ scale: "equal" }} />

// data:
${DATA}`),
};

export const WithoutAnyScript: StoryObj = {
  // The HTML that a server would send.
  render: () => renderToHtml(REVOLUTIONS, { idPrefix: "way-static", toolbar: false }),
  play: shows("figure.datelines .dl-figure"),
  parameters: source(`import { renderToHtml } from "datelines";

const html = renderToHtml(data, { toolbar: false });

// data:
${DATA}`),
};
