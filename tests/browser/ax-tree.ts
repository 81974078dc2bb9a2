/** The accessibility tree as the browser itself works it out, by its debugging protocol. */
import { ownFrame } from "./keys.js";
import { session } from "./pointer.js";

export interface AxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

export class AxTree {
  private readonly byId: ReadonlyMap<string, AxNode>;
  /** Everything that is not ignored, in the order in which it is read. */
  readonly nodes: readonly AxNode[];

  private constructor(all: readonly AxNode[]) {
    this.byId = new Map(all.map((node) => [node.nodeId, node]));
    const inOrder = (node: AxNode | undefined): AxNode[] =>
      node ? [node, ...(node.childIds ?? []).flatMap((id) => inOrder(this.byId.get(id)))] : [];
    this.nodes = inOrder(all[0]).filter((node) => !node.ignored);
  }

  static async read(): Promise<AxTree> {
    const cdp = session();
    await cdp.send("Accessibility.enable");
    const { nodes } = await cdp.send("Accessibility.getFullAXTree", { frameId: await ownFrame(cdp) });
    return new AxTree(nodes as unknown as AxNode[]);
  }

  /** Whether a node, or one that it is in, has a role and, if asked for, a name. */
  inside(node: AxNode, role: string, name?: string): boolean {
    for (let at: AxNode | undefined = node; at; at = this.byId.get(at.parentId ?? ""))
      if (roleOf(at) === role && (name === undefined || nameOf(at) === name)) return true;
    return false;
  }

  /** Nodes within one of a role, in the order in which they are read. */
  within(role: string, name?: string): AxNode[] {
    return this.nodes.filter((node) => this.inside(node, role, name));
  }

  depth(node: AxNode, role: string): number {
    let depth = 0;
    for (let at: AxNode | undefined = node; at && roleOf(at) !== role; at = this.byId.get(at.parentId ?? ""))
      if (!at.ignored) depth++;
    return depth;
  }
}

export const roleOf = (node: AxNode): string => node.role?.value ?? "";
export const nameOf = (node: AxNode): string => node.name?.value ?? "";
export const stateOf = (node: AxNode, name: string): unknown =>
  node.properties?.find((property) => property.name === name)?.value.value;
