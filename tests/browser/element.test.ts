import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import "../../src/element.js";
import { defineEventTimeline, EventTimelineElement } from "../../src/element.js";
import type { TimelineOptions } from "../../src/options.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { container, frames, serve } from "./support.js";

const DOCUMENT = {
  title: "Two",
  events: [
    { title: "A", date: "1848" },
    { title: "B", date: "1849" },
  ],
};
const JSON_TYPE = { headers: { "content-type": "application/json" } };
const answer =
  (body: BodyInit | null, init: ResponseInit = JSON_TYPE): (() => Promise<Response>) =>
  () =>
    Promise.resolve(new Response(body, init));

let host: HTMLElement;
let fetched: MockInstance<typeof fetch>;
const rejections: unknown[] = [];
const onRejection = (event: PromiseRejectionEvent): void => {
  rejections.push(event.reason);
};

beforeEach(() => {
  host = container(800);
  fetched = vi.spyOn(globalThis, "fetch").mockImplementation(answer(JSON.stringify(DOCUMENT)));
  window.addEventListener("unhandledrejection", onRejection);
});

afterEach(async () => {
  document.body.replaceChildren();
  await frames();
  window.removeEventListener("unhandledrejection", onRejection);
  fetched.mockRestore();
  expect(rejections.splice(0)).toEqual([]);
});

/** An element in the page, after its event `ready` or `error`. */
async function shown(html: string, prepare?: (element: EventTimelineElement) => void): Promise<EventTimelineElement> {
  const element = document.createElement("event-timeline") as EventTimelineElement;
  const outer = document.createElement("template");
  serve(outer as unknown as HTMLElement, html);
  const written = outer.content.firstElementChild as Element;
  for (const { name, value } of written.attributes) element.setAttribute(name, value);
  element.append(...written.childNodes);
  prepare?.(element);
  const settled = settle(element);
  host.append(element);
  await settled;
  return element;
}

function settle(element: Element): Promise<string> {
  return new Promise((resolve) => {
    element.addEventListener("datelines:ready", () => resolve("ready"), { once: true });
    element.addEventListener("datelines:error", () => resolve("error"), { once: true });
  });
}

const titles = (element: Element): string[] =>
  [...element.querySelectorAll(".dl-list > li")].map((entry) => (entry.textContent ?? "").trim());
const statusOf = (element: Element): string | undefined =>
  element.querySelector(".dl-load-status")?.textContent ?? undefined;

const INLINE = `<event-timeline><script type="application/json">${JSON.stringify(DOCUMENT)}</script><p>Fallback</p></event-timeline>`;

test("the attribute title-from makes titles of columns, also when it changes", async () => {
  const table = "Date,Place,Magnitude\n2020-01-01,Kuril Islands,5.7\n2020-02-02,Peru,8\n";
  const element = await shown(
    `<event-timeline title-from="{Place}, M {Magnitude}" rank-by="Magnitude"><script type="text/csv">${table}</script></event-timeline>`,
  );
  expect(titles(element).join()).toContain("Peru, M 8");
  const settled = settle(element);
  element.setAttribute("title-from", "{Magnitude} at {Place}");
  await settled;
  expect(titles(element).join()).toContain("8 at Peru");
});

describe("where the data comes from", () => {
  test("a JSON script inside the element", async () => {
    const element = await shown(INLINE);
    expect(titles(element)).toHaveLength(2);
    expect(element.querySelector("figure")?.getBoundingClientRect().width).toBe(800);
  });

  test("a file that src names, without cookies", async () => {
    const element = await shown('<event-timeline src="data/two.json"><p>Fallback</p></event-timeline>');
    expect(titles(element)).toHaveLength(2);
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(String(url)).toBe(new URL("data/two.json", document.baseURI).href);
    expect(init?.credentials).toBe("omit");
  });

  test("the property document, before src", async () => {
    const element = await shown('<event-timeline src="a.json"></event-timeline>', (made) => {
      made.document = [{ title: "Mine", date: "2000" }];
    });
    expect(titles(element)).toHaveLength(1);
    expect(fetched).not.toHaveBeenCalled();
  });

  test("a figure from a server, which it hydrates without rewriting it", async () => {
    const element = await shown(`<event-timeline>${renderToHtml(DOCUMENT, { width: 800 })}</event-timeline>`);
    const figure = element.querySelector("figure.datelines") as Element;
    expect(element.timeline?.element).toBe(figure);
    element.timeline?.select(element.timeline.element.querySelector("[data-event]")?.getAttribute("data-event") ?? "");
    expect(figure.querySelector<HTMLElement>(".dl-details")?.hidden).toBe(false);
  });

  test("a property that was set before the element was defined", async () => {
    const early = document.createElement("late-timeline") as EventTimelineElement;
    early.document = DOCUMENT;
    const settled = settle(early);
    host.append(early);
    defineEventTimeline("late-timeline");
    await settled;
    expect(titles(early)).toHaveLength(2);
  });

  test("TimelineJS, detected by its content", async () => {
    fetched.mockImplementation(
      answer(JSON.stringify({ events: [{ start_date: { year: "1900" }, text: { headline: "Slide" } }] })),
    );
    const element = await shown('<event-timeline src="tl.json"></event-timeline>');
    expect(titles(element)[0]).toContain("Slide");
  });
});

describe("attributes", () => {
  test("mirror the options and follow their changes", async () => {
    const element = await shown(INLINE.replace("<event-timeline", '<event-timeline theme="dark" minimap="false"'));
    const figure = element.querySelector("figure") as HTMLElement;
    expect([figure.dataset["theme"], element.querySelector(".dl-strip")]).toEqual(["dark", null]);
    element.setAttribute("orientation", "vertical");
    element.removeAttribute("theme");
    await frames();
    expect([figure.dataset["orientation"], figure.dataset["theme"]]).toEqual(["vertical", "auto"]);
  });

  test.each([
    ["a property that is undefined", { theme: undefined }],
    ["properties that are undefined as a whole", undefined],
  ])("are not taken back by %s", async (_, options) => {
    const element = await shown(INLINE.replace("<event-timeline", '<event-timeline theme="dark"'), (made) => {
      made.options = options as TimelineOptions;
    });
    expect(element.querySelector("figure")?.dataset["theme"]).toBe("dark");
  });

  test("with invalid values keep the fallback and name the valid ones", async () => {
    const element = await shown(INLINE.replace("<event-timeline", '<event-timeline theme="pink"'));
    expect(statusOf(element)).toContain('option theme must be "auto", "light", "dark"');
    expect(element.textContent).toContain("Fallback");
  });
});

describe("failures", () => {
  const never = new ReadableStream({ pull: () => new Promise(() => {}) });
  const cut = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"events":['));
      controller.error(new Error("cut"));
    },
  });
  const huge = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(1024 * 1024).fill(32));
    },
  });
  test.each<[string, string, () => Promise<Response>, string]>([
    ["404", "a.json", answer("no", { status: 404 }), 'the server answered 404 for "'],
    ["500 with markup", "a.json", answer("<h1>no</h1>", { status: 500 }), "the server answered 500"],
    [
      "a page in place of the file",
      "a.json",
      answer("<!doctype html>", { headers: { "content-type": "text/html; charset=utf-8" } }),
      'the server sent "text/html"',
    ],
    ["no content type", "a.json", answer(new Blob(["{}"]), {}), 'the server sent "no content type"'],
    [
      "no connection, or CORS",
      "a.json",
      () => Promise.reject(new TypeError("Failed to fetch")),
      "there is no connection",
    ],
    ["an answer that breaks off", "a.json", answer(cut), "there is no connection"],
    ["an endless answer", "a.json", answer(huge), "it is larger than 10 MiB"],
    ["JSON that is none", "a.json", answer("{"), '"{": this is not JSON: close brace expected'],
    [
      "JSON of something else",
      "a.json",
      answer('"hello"'),
      "this is not a timeline: it is one line without separators",
    ],
    ["a javascript address", "javascript:alert(1)", answer("[]"), '"javascript:" is no address of the web'],
    ["a data address", "data:application/json,[]", answer("[]"), '"data:" is no address of the web'],
    ["a file address", "file:///etc/passwd", answer("[]"), '"file:" is no address of the web'],
    ["no address at all", "http://[", answer("[]"), '"http://[" is no address'],
  ])("%s: the fallback stays, with one message and a way to try again", async (_, src, respond, reason) => {
    fetched.mockImplementation(respond);
    const element = await shown(`<event-timeline src="${src}"><p>Fallback</p></event-timeline>`);
    expect(statusOf(element)).toContain(`The timeline could not be loaded: ${reason}`);
    expect(element.textContent).toContain("Fallback");
    expect(element.querySelectorAll(".dl-load-status button")).toHaveLength(1);
    expect(element.querySelector("figure")).toBeNull();
    expect(element.hasAttribute("aria-busy")).toBe(false);
  });

  test("a request that never finishes is aborted", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      fetched.mockImplementation((_, init) => {
        const gone = new Promise<never>((_resolve, reject) => {
          init?.signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
        });
        return Promise.race([gone, new Promise<Response>(() => never)]);
      });
      const element = document.createElement("event-timeline") as EventTimelineElement;
      element.src = "slow.json";
      const settled = settle(element);
      host.append(element);
      await Promise.resolve();
      await Promise.resolve();
      vi.advanceTimersByTime(15_000);
      expect(await settled).toBe("error");
      expect(statusOf(element)).toContain("did not finish within 15 seconds");
    } finally {
      vi.useRealTimers();
    }
  });

  test.each<[string, (element: EventTimelineElement) => void]>([
    ["a document is given", (element) => (element.document = DOCUMENT)],
    ["there is no src any more", (element) => element.removeAttribute("src")],
  ])("an element that waits for a file is busy no longer once %s", async (_, change) => {
    fetched.mockImplementationOnce(() => new Promise(() => {}));
    const element = document.createElement("event-timeline") as EventTimelineElement;
    element.src = "slow.json";
    host.append(element);
    await frames();
    expect(element.getAttribute("aria-busy")).toBe("true");
    change(element);
    await frames();
    expect(element.hasAttribute("aria-busy")).toBe(false);
  });

  test("the button tries again, and the message disappears when that works", async () => {
    fetched.mockImplementationOnce(answer("no", { status: 503 }));
    const element = await shown('<event-timeline src="a.json"><p>Fallback</p></event-timeline>');
    const settled = settle(element);
    element.querySelector<HTMLButtonElement>(".dl-load-status button")?.click();
    expect(await settled).toBe("ready");
    expect(statusOf(element)).toBeUndefined();
    expect(element.textContent).not.toContain("Fallback");
  });

  test("the last src counts, whichever response comes last", async () => {
    let first: (response: Response) => void = () => {};
    fetched.mockImplementationOnce(() => new Promise((resolve) => (first = resolve)));
    const element = document.createElement("event-timeline") as EventTimelineElement;
    element.src = "one.json";
    host.append(element);
    await frames();
    const settled = settle(element);
    element.src = "two.json";
    await settled;
    first(new Response('[{"title":"Late","date":"1"}]', JSON_TYPE));
    await frames();
    expect(titles(element)).toHaveLength(2);
  });
});

describe("in a page", () => {
  test("several elements on one page have unique ids", async () => {
    await shown(INLINE);
    await shown(INLINE);
    await shown(INLINE.replace("<event-timeline", '<event-timeline id="third"'));
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a move keeps the timeline and its view", async () => {
    const element = await shown(INLINE);
    const { timeline } = element;
    const figure = element.querySelector("figure");
    const aside = document.createElement("aside");
    host.append(aside);
    aside.append(element);
    await frames();
    expect(element.timeline).toBe(timeline);
    expect(element.querySelector("figure")).toBe(figure);
  });

  test("a removal destroys the timeline and restores the fallback; a return starts a new timeline", async () => {
    const element = await shown(INLINE);
    expect(element.textContent).not.toContain("Fallback");
    element.remove();
    await frames();
    expect([element.timeline, element.querySelector("figure")]).toEqual([undefined, null]);
    expect(element.textContent).toContain("Fallback");
    const settled = settle(element);
    host.append(element);
    await settled;
    expect(titles(element)).toHaveLength(2);
  });

  test("a hydrated figure returns after the element was removed", async () => {
    const element = await shown(`<event-timeline>${renderToHtml(DOCUMENT, { width: 800 })}</event-timeline>`);
    element.remove();
    await frames();
    const settled = settle(element);
    host.append(element);
    await settled;
    expect(titles(element)).toHaveLength(2);
  });

  test("a clone is live and has its own ids", async () => {
    const element = await shown(INLINE);
    const clone = element.cloneNode(true) as EventTimelineElement;
    const settled = settle(clone);
    host.append(clone);
    await settled;
    expect(clone.querySelectorAll("figure")).toHaveLength(1);
    expect(clone.timeline?.element).toBe(clone.querySelector("figure"));
    expect(clone.querySelector("figure")?.id).not.toBe(element.querySelector("figure")?.id);
    expect(titles(element)).toHaveLength(2);
  });

  test("a removal during loading aborts the request", async () => {
    let signal: AbortSignal | null | undefined;
    fetched.mockImplementationOnce((_, init) => {
      signal = init?.signal;
      return new Promise(() => {});
    });
    const element = document.createElement("event-timeline") as EventTimelineElement;
    element.src = "a.json";
    host.append(element);
    await frames();
    element.remove();
    await frames();
    expect(signal?.aborted).toBe(true);
  });

  test("events of the timeline bubble to the element and the page", async () => {
    const element = await shown(INLINE);
    const heard: unknown[] = [];
    document.addEventListener("datelines:select", (event) => heard.push((event as CustomEvent).detail.id), {
      once: true,
    });
    const id = element.querySelector("li[data-event]")?.getAttribute("data-event") ?? "";
    element.timeline?.select(id);
    expect(heard).toEqual([id]);
  });

  test("a second registration does nothing", () => {
    defineEventTimeline();
    expect(customElements.get("event-timeline")).toBe(EventTimelineElement);
  });
});
