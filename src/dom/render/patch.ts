/**
 * Makes a DOM subtree show a node: d3-selection's keyed join finds what enters, stays and leaves; only attributes and
 * texts that differ are written. What an element showed last is remembered on it, under a symbol that no page and no
 * other copy of the library can know. A table of all elements would stay as large as it once was, long after they went.
 */
import { select } from "d3-selection";
import type { Attributes, Node } from "../../scene/node.js";
import { attributeName, attributesOf, attributeValue } from "../../svg/attributes.js";

const SVG = "http://www.w3.org/2000/svg";
const HTML = "http://www.w3.org/1999/xhtml";

const SHOWN = Symbol("datelines: shown");

/** Where d3-selection keeps what an element is bound to. */
const BOUND = "__data__";

/** An element and the node it shows. */
type Shown = Element & { [SHOWN]?: Node; [BOUND]?: Node };

function keyOf(this: unknown, datum: unknown): string {
  // The page or an extension may have put something between our elements: it has no key and is removed.
  return (datum as Node | undefined)?.key ?? "";
}

/** Creates an empty element for a node, of the document and namespace that its parent belongs to. */
export function createFor(parent: Element, node: Node): Element {
  const namespace = node.tag === "svg" ? SVG : (parent.namespaceURI ?? HTML);
  return parent.ownerDocument.createElementNS(namespace, node.tag);
}

/** Makes an element show a node. The element must have the node's tag. */
export function patch(element: Shown, node: Node): void {
  const before = element[SHOWN];
  if (before === node) return;
  writeAttributes(element, before, node);
  if (node.text !== undefined) {
    if (before?.text !== node.text) writeText(element, node.text);
  } else if (node.attributes.dataSlot === undefined) {
    if (before?.text !== undefined) element.textContent = "";
    patchChildren(element, before, node);
  }
  element[SHOWN] = node;
}

/** A text that is already there is kept: the page has less to build. */
function writeText(element: Element, text: string): void {
  const { firstChild, childNodes } = element;
  if (childNodes.length === 1 && firstChild?.nodeType === 3) (firstChild as Text).data = text;
  else element.textContent = text;
}

function patchChildren(element: Element, before: Node | undefined, node: Node): void {
  if (before?.children === node.children || (node.children.length === 0 && element.childElementCount === 0)) return;
  if (element.childNodes.length === 0) return fill(element, node.children);
  if (before && patchSame(element, before.children, node.children)) return;
  select(element)
    .selectChildren<Element, Node>()
    .data(node.children as Node[], keyOf)
    .join((enter) => enter.append((child) => createFor(element, child)))
    .each(function (child) {
      patch(this, child);
    });
}

/** An empty element has nothing to join. What is outside of the page is cheaper to fill: children come whole. */
function fill(element: Element, children: readonly Node[]): void {
  for (const node of children) {
    const child: Shown = createFor(element, node);
    child[BOUND] = node;
    patch(child, node);
    element.append(child);
  }
}

/**
 * From frame to frame most elements keep their children, in their order: then there is nothing to join. False, and nothing
 * done, where a child came, left or moved, or where something put an element of its own between ours.
 */
function patchSame(element: Element, before: readonly Node[], children: readonly Node[]): boolean {
  if (before.length !== children.length || element.childElementCount !== children.length) return false;
  let child: Shown | null = element.firstElementChild;
  for (let i = 0; i < children.length; i++) {
    if (!child || before[i]?.key !== children[i]?.key || child[SHOWN] !== before[i]) return false;
    child = child.nextElementSibling;
  }
  child = element.firstElementChild;
  for (const next of children) {
    const shown = child as Shown;
    child = shown.nextElementSibling;
    // As the join does: what an element is bound to would else keep the first frame in memory.
    shown[BOUND] = next;
    patch(shown, next);
  }
  return true;
}

const NONE: Attributes = {};

function writeAttributes(element: Element, before: Node | undefined, { attributes }: Node): void {
  const old = before?.attributes ?? NONE;
  if (old === attributes) return;
  for (const property in attributes) writeAttribute(element, property as keyof Attributes, old, attributes);
  for (const property in old) {
    if (!(property in attributes)) writeAttribute(element, property as keyof Attributes, old, attributes);
  }
}

function writeAttribute(element: Element, property: keyof Attributes, old: Attributes, attributes: Attributes): void {
  if (old[property] === attributes[property]) return;
  const text = attributeValue(property, attributes[property]);
  if (text === attributeValue(property, old[property])) return;
  if (text === undefined) element.removeAttribute(attributeName(property));
  else element.setAttribute(attributeName(property), text);
}

/**
 * Takes over elements that a server wrote for the same node, reading only: nothing is written where they agree. Where
 * they do not, the element is made to.
 */
export function adopt(element: Shown, node: Node): void {
  element[BOUND] = node;
  const extra = new Set(element.getAttributeNames());
  for (const [name, value] of attributesOf(node)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    extra.delete(name);
  }
  for (const name of extra) element.removeAttribute(name);
  if (node.text !== undefined) {
    if (element.textContent !== node.text) element.textContent = node.text;
    element[SHOWN] = node;
    return;
  }
  const children = [...element.children];
  const same =
    children.length === node.children.length && children.every((child, i) => child.localName === node.children[i]?.tag);
  if (same) {
    children.forEach((child, i) => {
      adopt(child, node.children[i] as Node);
    });
    element[SHOWN] = node;
  } else {
    element.replaceChildren();
    element[SHOWN] = { ...node, children: [] };
    patch(element, node);
  }
}
