/** The address of a link in an exported file. */
import { checkUrl } from "../base/url.js";

/**
 * The address as written if it is a web address; with its scheme if it has none ("www.example.org"). `undefined` if a
 * figure would not link it either.
 */
export function linkOf(address: string): string | undefined {
  const check = checkUrl(address);
  if (check.kind !== "ok") return undefined;
  return /^https?:\/\/[^\s]+$/i.test(address) ? address.replace(/[\u0000-\u001f]/g, "") : check.href;
}
