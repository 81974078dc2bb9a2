/** Both halves of an embed, each in its own window. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { connectEmbeds, type EmbedHost } from "../../src/dom/embed/host.js";
import { readMessage } from "../../src/dom/embed/message.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";

let host: EmbedHost | undefined;
let timeline: Timeline | undefined;

beforeEach(() => {
  document.body.replaceChildren();
});

afterEach(() => {
  host?.stop();
  host = undefined;
  timeline = undefined;
  document.body.replaceChildren();
  history.replaceState(null, "", location.pathname + location.search);
});

/** A frame with an embedded page, after its timeline has started. */
async function frame(attributes: Record<string, string> = {}, hash = ""): Promise<HTMLIFrameElement> {
  const made = document.createElement("iframe");
  made.src = `/tests/browser/embed-page.html${hash}`;
  made.width = "600";
  for (const [name, value] of Object.entries({ "data-datelines": "", ...attributes })) made.setAttribute(name, value);
  const loaded = new Promise((resolve) => made.addEventListener("load", resolve, { once: true }));
  document.body.append(made);
  await loaded;
  timeline = (made.contentWindow as Window & { timeline?: Timeline }).timeline;
  expect(timeline?.element.ownerDocument).toBe(made.contentDocument);
  return made;
}

/** Waits for a condition, which is checked on each message and each frame. */
async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 120 && !condition(); i++) await new Promise(requestAnimationFrame);
  expect(condition()).toBe(true);
}

test("a frame has the height of its timeline, and follows it", async () => {
  host = connectEmbeds();
  const made = await frame();
  const content = (): number => Math.ceil(made.contentDocument?.documentElement.getBoundingClientRect().height ?? 0);
  await until(() => Number(made.height) === content() && Number(made.height) > 100);
  const before = Number(made.height);
  timeline?.select("a");
  await until(() => Number(made.height) > before);
  // The frame has no scroll bar.
  await until(() => (made.contentDocument?.documentElement.scrollHeight ?? 0) <= Number(made.height));
});

test("a frame that loaded before the host listened sends its height again", async () => {
  const made = await frame();
  expect(made.hasAttribute("height")).toBe(false);
  host = connectEmbeds();
  await until(() => Number(made.height) > 100);
});

test("the selection is in the host's address, if the host has the attribute for it", async () => {
  host = connectEmbeds();
  const made = await frame({ "data-datelines-hash": "war" });
  await until(() => made.height !== "");
  timeline?.select("b");
  await until(() => location.hash === "#war=b");
  timeline?.select(null);
  await until(() => location.hash === "");
});

test("the host's address selects in the frame", async () => {
  history.replaceState(null, "", "#war=a");
  host = connectEmbeds();
  await frame({ "data-datelines-hash": "war" });
  await until(() => timeline?.view.selected === "a");
  location.hash = "#war=b";
  await until(() => timeline?.view.selected === "b");
});

test("the frame's own address selects too", async () => {
  await frame({}, "#event=b");
  expect(timeline?.view.selected).toBe("b");
});

test("only the frame itself can set its height", async () => {
  host = connectEmbeds();
  const made = await frame();
  await until(() => made.height !== "");
  const before = made.height;
  window.postMessage({ datelines: "height", height: 9999 }, "*");
  // Messages arrive in order: the next message of the frame arrives after ours.
  timeline?.select("a");
  await until(() => made.height !== before);
  expect(made.height).not.toBe("9999");
});

test.each<[string, unknown, unknown]>([
  ["a height", { datelines: "height", height: 100.2 }, { datelines: "height", height: 101 }],
  ["a selection", { datelines: "select", id: "a", more: 1 }, { datelines: "select", id: "a" }],
  ["no selection", { datelines: "select", id: null }, { datelines: "select", id: null }],
  ["a greeting", { datelines: "hello" }, { datelines: "hello" }],
  ["a height without end", { datelines: "height", height: Number.POSITIVE_INFINITY }, undefined],
  ["a height below nothing", { datelines: "height", height: -1 }, undefined],
  ["a height in words", { datelines: "height", height: "100" }, undefined],
  ["an id that is none", { datelines: "select", id: { a: 1 } }, undefined],
  ["an endless id", { datelines: "select", id: "x".repeat(2000) }, undefined],
  ["somebody else's message", { type: "height", height: 100 }, undefined],
  ["a text", "height", undefined],
  ["nothing", null, undefined],
])("%s is read as what it is", (_, data, expected) => {
  expect(readMessage(data)).toEqual(expected);
});

test("details in a frame open where the reader of the host page sees them", async () => {
  host = connectEmbeds();
  const before = document.body.appendChild(document.createElement("div"));
  before.style.height = "3000px";
  const made = await frame();
  await until(() => made.hasAttribute("data-datelines-height"));
  // The frame is higher than the window, and its upper part is seen.
  const inner = made.contentDocument as Document;
  (inner.querySelector(".dl-list-box") as HTMLElement).style.minHeight = "3000px";
  await until(() => Number(made.height) > 3000);
  window.scrollTo(0, made.getBoundingClientRect().top + window.scrollY - 10);
  const figure = inner.querySelector("figure") as HTMLElement;
  await until(() => figure.style.getPropertyValue("--dl-window") !== "");
  timeline?.select("a");
  const sheet = figure.querySelector(":scope > .dl-details") as HTMLElement;
  await until(() => {
    const { bottom } = sheet.getBoundingClientRect();
    return bottom > 0 && made.getBoundingClientRect().top + bottom <= window.innerHeight + 1;
  });
});

test("the host page scrolls to what a frame asks it to show", async () => {
  host = connectEmbeds();
  const made = await frame();
  await until(() => made.hasAttribute("data-datelines-height"));
  const after = document.body.appendChild(document.createElement("div"));
  after.style.height = "5000px";
  made.style.marginTop = "2000px";
  window.scrollTo(0, 0);
  (made.contentWindow as Window).parent.postMessage({ datelines: "reveal", top: 10, bottom: 60 }, "*");
  const view = made.contentWindow as Window & { eval(code: string): void };
  view.eval('parent.postMessage({ datelines: "reveal", top: 10, bottom: 60 }, "*")');
  await until(() => made.getBoundingClientRect().top + 60 <= window.innerHeight + 1);
});
