import { describe, expect, test } from "vitest";
import { oEmbed } from "../../src/oembed.js";

describe("an oEmbed answer", () => {
  test("shows the page in an iframe that the helper finds", () => {
    expect(
      oEmbed({
        url: "https://a.example/war.html?x=1&y=2",
        title: 'A "great" <war>',
        provider: { name: "Archive", url: "https://a.example/" },
        width: 600,
      }),
    ).toEqual({
      version: "1.0",
      type: "rich",
      title: 'A "great" <war>',
      provider_name: "Archive",
      provider_url: "https://a.example/",
      html: '<iframe src="https://a.example/war.html?x=1&amp;y=2" title="A &quot;great&quot; &lt;war&gt;" width="600" height="480" loading="lazy" data-datelines></iframe>',
      width: 600,
      height: 480,
    });
  });

  test.each(["javascript:alert(1)", "a.example/war.html", "//a.example/", "https://me:secret@a.example/", ""])(
    "is not made for the address %j",
    (url) => {
      expect(() => oEmbed({ url })).toThrow(/must be absolute, with http or https/);
    },
  );
});
