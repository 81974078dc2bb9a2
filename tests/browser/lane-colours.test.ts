/** The stylesheet's colours, in dark and in a page's own palette: they must reach every shape that has the colour of a lane. */
import { afterEach, expect, test } from "vitest";
import { renderToHtml } from "../../src/render-to-html.js";
import { GALLERY } from "../../stories/gallery/index.js";
import { container, serve } from "./support.js";

const LANES = ["blue", "brick", "teal", "plum", "ochre", "moss", "slate", "rose"];
const OURS = "rgb(1, 2, 3)";
const FILLED = [".dl-fill", ".dl-tint"];
const STROKED = [".dl-stroke", ".dl-outline", ".dl-tint"];

afterEach(() => {
  document.body.replaceChildren();
});

/** Shapes of a lane that has one of our colours and that are painted otherwise than the custom property says. */
function strayed(host: HTMLElement): string[] {
  const figure = host.querySelector(".datelines") as HTMLElement;
  for (const lane of LANES) figure.style.setProperty(`--dl-${lane}`, OURS);
  const lanes = LANES.map((lane) => `.dl-${lane}`).join();
  const painted = (kinds: readonly string[], name: "fill" | "stroke"): string[] =>
    [...figure.querySelectorAll(kinds.join())].flatMap((shape) => {
      const colour = getComputedStyle(shape)[name];
      return shape.closest(lanes) && colour !== OURS ? [`${shape.outerHTML} ${name} ${colour}`] : [];
    });
  return [...painted(FILLED, "fill"), ...painted(STROKED, "stroke")];
}

// The option `theme` with colours of its own wins over the custom properties.
const themed = Object.entries(GALLERY).filter(([, make]) => typeof make().options?.theme !== "object");

test.each(themed)("%s has no shape of a lane that keeps another colour", (_, make) => {
  const { document: data, options } = make();
  const host = container(options?.width ?? 960);
  serve(host, renderToHtml(data, options));
  expect(strayed(host).slice(0, 3)).toEqual([]);
});

test("a control: a shape that has lost its class for colours is found", () => {
  const host = container(400);
  serve(
    host,
    `<figure class="datelines"><svg class="dl-figure"><g class="dl-blue"><path class="dl-fill" style="fill: red"/></g></svg></figure>`,
  );
  expect(strayed(host)).toHaveLength(1);
});
