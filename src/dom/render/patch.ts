/**
 * Makes a DOM subtree show a node. The keyed join of d3-selection finds what enters, stays and leaves; only attributes and
 * texts that differ are written. Each element remembers the node that it shows, under a symbol that no page and no other
 * copy of the library can know. A WeakMap of all elements would keep its size long after they are gone.
 */
import { select } from "d3-selection";
import type { Attributes, Node } from "../../scene/node.js";
import { attributeName, attributesOf, attributeValue } from "../../svg/attributes.js";

const SVG = "http://www.w3.org/2000/svg";
const HTML = "http://www.w3.org/1999/xhtml";

const SHOWN = Symbol("datelines: shown");

/** The property in which d3-selection keeps the datum of an element. */
const BOUND = "__data__";

/** An element and the node it shows. */
type Shown = Element & { [SHOWN]?: Node; [BOUND]?: Node };

function keyOf(this: unknown, datum: unknown): string {
  // An element that the page or an extension has put between ours has no key, and is removed.
  return (datum as Node | undefined)?.key ?? "";
}

/** Creates an empty element for a node, in the document and namespace of its parent. */
export function createFor(parent: Element, node: Node): Element {
  const isPage = parent.localName === "foreignObject";
  const namespace = node.tag === "svg" ? SVG : isPage ? HTML : (parent.namespaceURI ?? HTML);
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

/** Writes into an existing text node where there is one, which spares the browser a new node. */
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

/** Fills an empty element. Each child is complete before it is appended, because the browser does less for it outside the page. */
function fill(element: Element, children: readonly Node[]): void {
  for (const node of children) {
    const child: Shown = createFor(element, node);
    child[BOUND] = node;
    patch(child, node);
    element.append(child);
  }
}

/**
 * Patches children that are the same in the same order, as most are from frame to frame. Returns false, and does nothing,
 * where a child enters, leaves or moves, or where the page has put an element between ours.
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
    // The join writes the datum, too. An old datum would keep the node of the first frame in memory.
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
 * Adopts elements that a server wrote for a node. Nothing is written where they agree; where they differ, the node wins.
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
