/** Real key presses, and the element that has the focus after them. */
import { cdp, userEvent } from "vitest/browser";

/** Presses keys one after the other: `press("Tab", "Tab", "Control+End")`. Returns how many. */
export async function press(...keys: readonly string[]): Promise<number> {
  for (const key of keys) {
    const parts = key === "+" ? ["+"] : key.split("+");
    const last = parts.pop() as string;
    const held = parts.map((name) => `{${name}>}`).join("");
    const released = parts.map((name) => `{/${name}}`).join("");
    await userEvent.keyboard(`${held}{${last}}${released}`);
  }
  return keys.length;
}

export const focused = (): Element => document.activeElement as Element;

/** Accessible name and role of the focused element, as the browser computes them. */
export async function spoken(): Promise<{ name: string; role: string }> {
  const session = cdp() as unknown as { send(method: string, params?: object): Promise<Record<string, unknown>> };
  await session.send("Accessibility.enable");
  const frame = await ownFrame(session);
  const { nodes } = (await session.send("Accessibility.getFullAXTree", { frameId: frame })) as unknown as {
    nodes: {
      name?: { value: string };
      role?: { value: string };
      properties?: { name: string; value: { value: unknown } }[];
    }[];
  };
  const found = nodes.findLast((node) => node.properties?.some(({ name, value }) => name === "focused" && value.value));
  return { name: found?.name?.value ?? "", role: found?.role?.value ?? "" };
}

/** The id of the frame that this test runs in. */
export async function ownFrame(session: {
  send(method: string, params?: object): Promise<Record<string, unknown>>;
}): Promise<string> {
  interface Tree {
    frame: { id: string; url: string };
    childFrames?: Tree[];
  }
  const { frameTree } = (await session.send("Page.getFrameTree")) as unknown as { frameTree: Tree };
  const all = (tree: Tree): Tree["frame"][] => [tree.frame, ...(tree.childFrames ?? []).flatMap(all)];
  return (all(frameTree).find(({ url }) => url === location.href) ?? frameTree.frame).id;
}
