import { StrictMode } from "react";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { Timeline } from "../../src/react.js";
import { renderToHtml } from "../../src/render-to-html.js";

const DOCUMENT = {
  title: "Two",
  events: [
    { title: "A", date: "1848" },
    { title: "B", date: "c. 1849" },
  ],
};

test("a server writes the complete figure", () => {
  const html = renderToStaticMarkup(<Timeline document={DOCUMENT} options={{ idPrefix: "t" }} className="wide" />);
  const figure = renderToHtml(DOCUMENT, { idPrefix: "t" }).replace(/<script[^]*<\/script>/, "");
  expect(html).toBe(`<div class="wide">${figure}</div>`);
});

test("two timelines on a page have no id twice, and the same ids each time", () => {
  const page = (
    <StrictMode>
      <Timeline document={DOCUMENT} />
      <Timeline document={DOCUMENT} />
    </StrictMode>
  );
  const html = renderToString(page);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
  expect(ids.length).toBeGreaterThan(10);
  expect(new Set(ids).size).toBe(ids.length);
  expect(renderToString(page)).toBe(html);
});

test("an option that is undefined keeps its default", () => {
  expect(renderToString(<Timeline document={DOCUMENT} options={{ theme: undefined }} />)).toContain(
    'data-theme="auto"',
  );
});
