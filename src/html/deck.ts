/** Which part of the description stands under the title. */
import type { HtmlContext } from "./context.js";
import { isPhone } from "./phone.js";

/** Longest deck of a phone, in characters: about two lines. */
const PHONE_DECK_MAX = 90;

/** The first sentences: up to the end of one that a blank or the end of the text follows. */
const SENTENCES = /[^]*?[.!?\u3002\uff01\uff1f]+(?=\s|$)\s*/g;

/** Whether the deck is short: on a phone, unless a server wrote the figure for phones too and nothing may move. */
export function hasShortDeck(context: HtmlContext): boolean {
  return isPhone(context) && !context.wholeDeck;
}

/**
 * Splits a description: on a phone, where it would push the picture down, only its first sentence is the deck, and the list
 * begins with the rest. A text of one sentence stays whole.
 */
export function deckParts(description: string, phone: boolean): { readonly deck: string; readonly rest: string } {
  const [first = description] =
    phone && description.length > PHONE_DECK_MAX ? (description.match(SENTENCES) ?? []) : [];
  return { deck: first.trim(), rest: description.slice(first.length).trim() };
}
