import { DEFAULTS } from "../../options.js";

/**
 * A prefix of ids that no other figure of the page has: `dl`, `dl2`, `dl3` in order of appearance.
 *
 * @param container what it holds now is about to be replaced
 */
export function freeIdPrefix(container: Element): string {
  const node = container.getRootNode();
  // A container that is in no page yet is most likely to come to this one.
  const root = "getElementById" in node ? (node as Document | ShadowRoot) : container.ownerDocument;
  for (let n = 1; ; n++) {
    const id = n === 1 ? DEFAULTS.idPrefix : `${DEFAULTS.idPrefix}${n}`;
    const taken = root.getElementById(id);
    if (!taken || container.contains(taken)) return id;
  }
}
