/** The state in which each browser test starts. */
import { expect, test } from "vitest";
import { hover } from "./pointer.js";
import { container, frames } from "./support.js";

const pointedAt = (): boolean => container(500).ownerDocument.querySelector("html:hover") !== null;

test("a control: a pointer on the page is seen", async () => {
  await hover({ x: 100, y: 100 });
  await frames();
  expect(pointedAt()).toBe(true);
});

test("the pointer of the test before is off the page", () => {
  expect(pointedAt()).toBe(false);
});
