/** Images in the formats of others. */
import { describe, expect, test } from "vitest";
import { fromSimile, fromTimelineJs, fromVis, fromWikidata } from "../../src/import.js";
import type { Imported } from "../../src/import/result.js";

const first = ({ document }: Imported) => document.events[0];
const codes = ({ issues }: Imported): string[] => issues.map(({ code }) => code);
const slide = (media: object): Imported =>
  fromTimelineJs({ events: [{ start_date: { year: 1848 }, text: { headline: "A" }, media }] });

describe("TimelineJS", () => {
  test("an image keeps caption, credit, text alternative, link and thumbnail", () => {
    const media = {
      url: "https://a.example/a.jpg",
      caption: "A <i>bridge</i>",
      credit: "B",
      alt: "An arch",
      link: "https://a.example/",
      thumbnail: "https://a.example/t.jpg",
    };
    expect(first(slide(media))?.media).toEqual([
      {
        src: "https://a.example/a.jpg",
        alt: "An arch",
        credit: "B",
        caption: "A bridge",
        link: "https://a.example/",
        thumbnail: "https://a.example/t.jpg",
      },
    ]);
  });

  test("a video with a thumbnail is an image that leads to it, reported once for all", () => {
    const media = { url: "https://youtu.be/1", thumbnail: "https://a.example/t.jpg", caption: "A film" };
    const found = fromTimelineJs({
      events: [1848, 1849].map((year) => ({ start_date: { year }, text: { headline: "A" }, media })),
    });
    expect(first(found)?.media).toEqual([
      { src: "https://a.example/t.jpg", alt: "A film", caption: "A film", link: "https://youtu.be/1" },
    ]);
    expect(first(found)?.sources).toBeUndefined();
    expect(codes(found)).toEqual(["import-loss"]);
  });

  test("a video without a thumbnail is a source", () => {
    const found = slide({ url: "https://youtu.be/1", caption: "A film" });
    expect(first(found)?.media).toBeUndefined();
    expect(first(found)?.sources).toEqual([{ url: "https://youtu.be/1", title: "A film" }]);
  });

  test("an address without a scheme is an https address", () => {
    expect(first(slide({ url: "//a.example/a.jpg", caption: "A" }))?.media?.[0]?.src).toBe("https://a.example/a.jpg");
  });

  test("the column of the sheet for thumbnails is read", () => {
    const sheet = "Year,Headline,Text,Media,Media Thumbnail\n1848,A,,https://youtu.be/1,https://a.example/t.jpg\n";
    expect(first(fromTimelineJs(sheet))?.media?.[0]).toMatchObject({ src: "https://a.example/t.jpg" });
  });
});

describe("vis-timeline", () => {
  const item = (content: string): Imported => fromVis([{ id: 1, content, start: "1848" }]);

  test("images in the content become images, and the text alternative the title where there is no text", () => {
    const found = item(`<div><IMG class=x src='https://a.example/a.png?a=1&amp;b=2' alt="A bridge"></div>`);
    expect(first(found)).toMatchObject({
      title: "A bridge",
      media: [{ src: "https://a.example/a.png?a=1&b=2", alt: "A bridge" }],
    });
  });

  test.each(["../a.png", "data:image/png;base64,AA", "javascript:alert(1)"])(
    "an image without a web address is left out and reported: %s",
    (src) => {
      const found = item(`A <img src="${src}">`);
      expect(first(found)?.media).toBeUndefined();
      expect(codes(found)).toContain("import-loss");
    },
  );

  test("an image in a comment or a script is none", () => {
    expect(
      first(item(`A <!-- <img src="https://a.example/a.png"> --><script>"<img src=https://a.example/b.png>"</script>`))
        ?.media,
    ).toBeUndefined();
  });
});

test("SIMILE: an address without a scheme is an https address", () => {
  const found = fromSimile({ events: [{ start: "1848", title: "A", image: "//a.example/a.png" }] });
  expect(first(found)?.media).toEqual([{ src: "https://a.example/a.png", alt: "A" }]);
});

describe("Wikidata", () => {
  const row = (pic: string): Imported =>
    fromWikidata([{ item: "http://www.wikidata.org/entity/Q1", itemLabel: "A", date: "1848-01-02T00:00:00Z", pic }]);

  test("an image of Commons is asked for in a small size and leads to its page", () => {
    const event = first(row("http://commons.wikimedia.org/wiki/Special:FilePath/A%20b.jpg"));
    expect(event?.media).toEqual([
      {
        src: "https://commons.wikimedia.org/wiki/Special:FilePath/A%20b.jpg?width=640",
        alt: "",
        credit: "Wikimedia Commons",
        link: "https://commons.wikimedia.org/wiki/File:A%20b.jpg",
        thumbnail: "https://commons.wikimedia.org/wiki/Special:FilePath/A%20b.jpg?width=240",
      },
    ]);
    expect(event?.data).toBeUndefined();
  });

  test("what is no raster image of Commons stays in data", () => {
    const event = first(row("http://commons.wikimedia.org/wiki/Special:FilePath/A.svg"));
    expect(event?.media).toBeUndefined();
    expect(event?.data).toEqual({ pic: "http://commons.wikimedia.org/wiki/Special:FilePath/A.svg" });
  });
});
