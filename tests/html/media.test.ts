/** Images of events in the HTML of a figure. */
import { describe, expect, test } from "vitest";
import { renderToHtml } from "../../src/render-to-html.js";
import { renderToString } from "../../src/render-to-string.js";
import { rehypeTimeline } from "../../src/rehype.js";
import { lighthouseImages } from "../../stories/gallery/images.js";

const { document: lighthouse } = lighthouseImages();
const tags = (html: string): string[] => html.match(/<img [^>]*>/g) ?? [];
const render = (options: object): string => renderToHtml(lighthouse, { width: 1280, ...options });
const withMedia = (media: { src: string; alt?: string; caption?: string }): string =>
  renderToHtml([{ title: "A", date: "1848", media: [{ alt: "", ...media }] }]);

describe("every image", () => {
  const images = tags(render({ selected: "stone" }));

  test("is lazy, has its room, and is requested without a referrer before its address is known", () => {
    expect(images.length).toBeGreaterThan(5);
    for (const image of images) {
      expect(image).toMatch(
        /^<img class="dl-image" loading="lazy" referrerpolicy="no-referrer" width="\d+" height="\d+" alt="[^"]*" src="https:[^"]+"\/>$/,
      );
    }
  });

  test("has a text alternative, except in a label, whose event the mark names", () => {
    const bare = images.filter((image) => image.includes(' alt=""'));
    expect(bare.length).toBe(1);
    expect(render({})).toMatch(/<g aria-hidden="true"><rect[^>]*\/><foreignObject[^>]*><img[^>]* alt=""/);
  });
});

describe("an image in the list", () => {
  test("is a link with caption and credit below", () => {
    const html = render({});
    expect(html).toContain(
      'alt="A dark wooden tower on the rock at sunset" src="https://pictures.example/wood.png"/><span class="dl-hidden dl-new-tab">, opens in a new tab</span></a><figcaption><span>The wooden tower, seen from the north</span><span class="dl-credit">Print: town museum</span></figcaption>',
    );
    expect(html).toContain('<a href="https://museum.example/prints/12" rel="noopener noreferrer" target="_blank"><img');
  });

  test("has the caption in place of a missing text alternative, or else the title", () => {
    const src = "https://a.example/a.png";
    expect(withMedia({ src, caption: "A bridge" })).toContain('alt="A bridge"');
    expect(withMedia({ src })).toContain('alt="A" src');
  });
});

describe("what is not shown", () => {
  test("is a link by its caption", () => {
    expect(render({})).toContain(
      '<a href="https://video.example/lighting.mp4" rel="noopener noreferrer" target="_blank"><span>A film about the lighting of the lamp</span>',
    );
  });

  test("is text where no link is allowed", () => {
    const html = withMedia({ src: "javascript:alert(1)", alt: "" });
    expect(html).toContain(
      '<figure class="dl-media"><figcaption><span>javascript:alert(1)</span></figcaption></figure>',
    );
    expect(tags(html)).toEqual([]);
  });
});

test("without images a figure names them and requests nothing", () => {
  const html = render({ images: false, selected: "stone", steps: [{ event: "wood" }] });
  expect(tags(html)).toEqual([]);
  expect(html).not.toContain("foreignObject");
  expect(html).toContain("<span>The bands by day</span>");
  expect(html).toContain('href="https://pictures.example/tower.png"');
});

test("a standalone SVG has no image and no room for one", () => {
  const svg = renderToString(lighthouse, { width: 1280 });
  expect(svg).not.toMatch(/<img|<image|foreignObject|pictures\.example/);
  expect(svg).toBe(renderToString(lighthouse, { width: 1280, images: false }));
});

test("a story shows the image of its steps", () => {
  const story = /<section class="dl-story".*?<\/section>/s.exec(
    render({ steps: [{ event: "wood" }, { view: "all" }] }),
  );
  expect(tags(story?.[0] ?? "").length).toBe(1);
});

test("a site that is built from Markdown has the same images", () => {
  const value = JSON.stringify(lighthouse);
  const code = {
    type: "element",
    tagName: "code",
    properties: { className: ["language-timeline"] },
    children: [{ type: "text", value }],
  };
  const tree = { type: "root", children: [{ type: "element", tagName: "pre", properties: {}, children: [code] }] };
  rehypeTimeline({ options: { width: 1280 } })(tree, { message: () => ({}), fail: () => {} });
  interface Element {
    tagName?: string;
    properties?: Record<string, unknown>;
    children?: Element[];
  }
  const found: Element[] = [];
  const visit = (element: Element): void => {
    if (element.tagName === "img") found.push(element);
    element.children?.forEach(visit);
  };
  visit(tree as Element);
  expect(found.length).toBe(tags(render({})).length);
  for (const { properties } of found) {
    expect(properties).toMatchObject({ loading: "lazy", referrerpolicy: "no-referrer" });
  }
});
