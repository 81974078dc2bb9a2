/** Real pointer input, sent by the debugging protocol of the browser. */
import { cdp } from "vitest/browser";

export interface Session {
  send(method: string, params?: object): Promise<Record<string, unknown>>;
}

export const session = (): Session => cdp() as unknown as Session;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The centre of an element, or of its first line where its text has several. */
export function middleOf(element: Element): Point {
  const { left, top, width, height } = element.getClientRects()[0] as DOMRect;
  return { x: left + width / 2, y: top + height / 2 };
}

/** Converts a point of the test's frame into a point of the page, which receives the input. */
function inPage({ x, y }: Point): Point {
  const frame = window.frameElement?.getBoundingClientRect();
  const scale = frame ? frame.width / window.innerWidth : 1;
  return { x: (frame?.left ?? 0) + x * scale, y: (frame?.top ?? 0) + y * scale };
}

/** Modifier keys, as the debugging protocol counts them. */
const MODIFIERS = { none: 0, ctrl: 2, meta: 4, shift: 8 } as const;

async function mouse(type: string, at: Point, more: object = {}): Promise<void> {
  await session().send("Input.dispatchMouseEvent", { type, ...inPage(at), ...more });
}

/** Moves the pointer off the page. */
export const away = (): Promise<void> => hover({ x: -10_000, y: -10_000 });

export const hover = (at: Point): Promise<void> => mouse("mouseMoved", at);

export async function click(at: Point): Promise<void> {
  await mouse("mouseMoved", at);
  await mouse("mousePressed", at, { button: "left", buttons: 1, clickCount: 1 });
  await mouse("mouseReleased", at, { button: "left", clickCount: 1 });
}

export async function doubleClick(at: Point): Promise<void> {
  await click(at);
  await mouse("mousePressed", at, { button: "left", buttons: 1, clickCount: 2 });
  await mouse("mouseReleased", at, { button: "left", clickCount: 2 });
}

/** Presses, moves in steps and releases. */
export async function drag(from: Point, to: Point, steps = 8): Promise<void> {
  await mouse("mouseMoved", from);
  await mouse("mousePressed", from, { button: "left", buttons: 1, clickCount: 1 });
  for (let i = 1; i <= steps; i++) {
    const part = i / steps;
    const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    await mouse("mouseMoved", at, { button: "left", buttons: 1 });
  }
  await mouse("mouseReleased", to, { button: "left", clickCount: 1 });
}

export async function wheel(at: Point, deltaY: number, ctrl = false, deltaX = 0): Promise<void> {
  await turn(at, ctrl ? "ctrl" : "none", deltaY, deltaX);
}

/** Turns the wheel while a key is held. */
export async function turn(at: Point, key: keyof typeof MODIFIERS, deltaY: number, deltaX = 0): Promise<void> {
  await mouse("mouseWheel", at, { deltaX, deltaY, modifiers: MODIFIERS[key] });
}

/** Moves fingers from their first points to their last, in steps. */
export async function swipe(fingers: readonly (readonly [Point, Point])[], steps = 10): Promise<void> {
  const points = (part: number): object[] =>
    fingers.map(([from, to], id) => ({
      ...inPage({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }),
      id,
    }));
  const touch = (type: string, touchPoints: object[]): Promise<unknown> =>
    session().send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", points(0));
  for (let i = 1; i <= steps; i++) await touch("touchMove", points(i / steps));
  await touch("touchEnd", []);
}

export async function withTouch(run: () => Promise<void>): Promise<void> {
  await session().send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 5 });
  try {
    await run();
  } finally {
    await session().send("Emulation.setTouchEmulationEnabled", { enabled: false });
  }
}
