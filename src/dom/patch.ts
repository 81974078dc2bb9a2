/**
 * Makes a DOM subtree show a node: d3-selection's keyed join finds what enters, stays and leaves; only attributes and
 * texts that differ are written. What an element showed last is remembered beside it, never on it.
 */
import { select } from "d3-selection";
import type { Node } from "../scene/node.js";
import { attributesOf } from "../svg/attributes.js";

const SVG = "http://www.w3.org/2000/svg";
const HTML = "http://www.w3.org/1999/xhtml";

/** The node each element shows. */
const shown = new WeakMap<Element, Node>();

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
export function patch(element: Element, node: Node): void {
  const before = shown.get(element);
  if (before === node) return;
  writeAttributes(element, before, node);
  if (node.text !== undefined) {
    if (before?.text !== node.text) element.textContent = node.text;
  } else if (node.attributes.dataSlot === undefined) {
    if (before?.text !== undefined) element.textContent = "";
    patchChildren(element, node);
  }
  shown.set(element, node);
}

function patchChildren(element: Element, node: Node): void {
  if (node.children.length === 0 && element.childElementCount === 0) return;
  select(element)
    .selectChildren<Element, Node>()
    .data(node.children as Node[], keyOf)
    .join((enter) => enter.append((child) => createFor(element, child)))
    .order()
    .each(function (child) {
      patch(this, child);
    });
}

function writeAttributes(element: Element, before: Node | undefined, node: Node): void {
  if (before?.attributes === node.attributes) return;
  const old = new Map(before ? attributesOf(before) : []);
  for (const [name, value] of attributesOf(node)) {
    if (old.get(name) !== value) element.setAttribute(name, value);
    old.delete(name);
  }
  for (const name of old.keys()) element.removeAttribute(name);
}

/**
 * Takes over elements that a server wrote for the same node, reading only: nothing is written where they agree. Where
 * they do not, the element is made to.
 */
export function adopt(element: Element, node: Node): void {
  select(element).datum(node);
  const extra = new Set(element.getAttributeNames());
  for (const [name, value] of attributesOf(node)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    extra.delete(name);
  }
  for (const name of extra) element.removeAttribute(name);
  if (node.text !== undefined) {
    if (element.textContent !== node.text) element.textContent = node.text;
    shown.set(element, node);
    return;
  }
  const children = [...element.children];
  const same =
    children.length === node.children.length && children.every((child, i) => child.localName === node.children[i]?.tag);
  if (same) {
    children.forEach((child, i) => {
      adopt(child, node.children[i] as Node);
    });
    shown.set(element, node);
  } else {
    element.replaceChildren();
    shown.set(element, { ...node, children: [] });
    patch(element, node);
  }
}
