/** What becomes a picture, what a link, and what is refused. */
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../src/parse.js";
import type { Media } from "../../../src/model/timeline.js";

function read(media: object, options = {}): { media: Media | undefined; codes: string[] } {
  const document = [{ title: "A", date: "1848", media: [{ alt: "What it shows", ...media }] }];
  const { timeline, issues } = parseDocument(document, options);
  return {
    media: timeline.events[0]?.media[0],
    codes: issues.map(({ code }) => code).filter((code) => code !== "unsourced"),
  };
}

describe("an address of a raster image", () => {
  test.each([
    "https://a.example/a.jpg",
    "https://a.example/a.PNG?width=300#x",
    "https://a.example/image/1848",
    "https://img.youtube.com/vi/1/0.jpg",
  ])("is shown and is its own link: %s", (src) => {
    const { media, codes } = read({ src });
    expect([media?.picture, media?.small, media?.href]).toEqual([src, src, src]);
    expect(codes).toEqual([]);
  });

  test("is written in the form in which the browser requests it", () => {
    expect(read({ src: "https://A.example/ä b.png" }).media?.picture).toBe("https://a.example/%C3%A4%20b.png");
  });

  test("leads to the link where there is one, and leaves small room to the thumbnail", () => {
    const addresses = {
      src: "https://a.example/a.jpg",
      link: "http://b.example/",
      thumbnail: "https://a.example/t.jpg",
    };
    const { media } = read(addresses);
    expect([media?.picture, media?.small, media?.href]).toEqual([addresses.src, addresses.thumbnail, addresses.link]);
  });
});

describe("what must not be requested", () => {
  test.each([
    ["http", "http://a.example/a.jpg", "image-refused"],
    ["SVG", "https://a.example/a.svg", "image-refused"],
    ["SVG in capitals, with a query", "https://a.example/a.SVG?x=a.png", "image-refused"],
    ["compressed SVG", "https://a.example/a.svgz#a.png", "image-refused"],
  ])("stays a link and is reported: %s", (_, src, code) => {
    const { media, codes } = read({ src });
    expect(media?.picture).toBeUndefined();
    expect(media?.href).toBe(src);
    expect(codes).toEqual([code]);
  });

  test.each([
    ["a script", "javascript:alert(1)", "url-scheme-blocked"],
    ["a script behind a tab", "java\tscript:alert(1)", "url-scheme-blocked"],
    ["data", "data:image/png;base64,AAAA", "url-scheme-blocked"],
    ["data that is SVG", "data:image/svg+xml,<svg onload='alert(1)'/>", "url-scheme-blocked"],
    ["a blob", "blob:https://a.example/1", "url-scheme-blocked"],
    ["a file", "file:///etc/passwd", "url-scheme-blocked"],
    ["a password", "https://a:b@a.example/a.png", "url-credentials"],
    ["another host without a scheme", "//a.example/a.png", "url-invalid"],
    ["a backslash", "https:\\\\a.example/a.png", "url-invalid"],
  ])("is no link either: %s", (_, src, code) => {
    const { media, codes } = read({ src });
    expect([media?.picture, media?.small, media?.href]).toEqual([undefined, undefined, undefined]);
    expect(codes).toContain(code);
  });

  test("is not requested as a thumbnail or followed as a link", () => {
    const { media, codes } = read({
      src: "https://a.example/a.png",
      thumbnail: "https://a.example/t.svg",
      link: "javascript:alert(1)",
    });
    expect([media?.small, media?.href]).toEqual(["https://a.example/a.png", "https://a.example/a.png"]);
    expect(codes).toEqual(["image-refused", "url-scheme-blocked"]);
  });
});

describe("a video or an embed", () => {
  test("is a link with its thumbnail", () => {
    const { media } = read({ src: "https://www.youtube.com/watch?v=1", thumbnail: "https://a.example/t.jpg" });
    expect([media?.picture, media?.href]).toEqual(["https://a.example/t.jpg", "https://www.youtube.com/watch?v=1"]);
  });

  test("is reported once, with the number of all", () => {
    const events = ["https://youtu.be/1", "https://a.example/a.mp4", "https://vimeo.com/2"].map((src, i) => ({
      title: "A",
      date: `${1848 + i}`,
      media: [{ src, alt: "" }],
    }));
    const { issues } = parseDocument(events);
    const linked = issues.filter(({ code }) => code === "media-linked");
    expect(linked.map(({ message }) => message)).toEqual([
      'events[0].media[0].src "https://youtu.be/1": a video or an embed is not played; it is a link (3 times).',
    ]);
  });
});

test("an image without a text alternative is an issue that hides nothing", () => {
  const { media, codes } = read({ src: "https://a.example/a.png", alt: " " });
  expect(media?.picture).toBe("https://a.example/a.png");
  expect(codes).toEqual(["alt-missing"]);
});

test("without images all media are links", () => {
  const { media } = read({ src: "https://a.example/a.png", thumbnail: "https://a.example/t.png" }, { images: false });
  expect([media?.picture, media?.small, media?.href]).toEqual([undefined, undefined, "https://a.example/a.png"]);
});

test("a field that an image does not have is reported", () => {
  expect(read({ src: "https://a.example/a.png", captoin: "A" }).codes).toEqual(["field-unknown"]);
});
