/**
 * Decides whether two addresses are the same page. Two different pages must never count as one; listing one page twice is
 * the smaller error. These differences are ignored:
 *
 * - differences that the URL parser removes: case of scheme and host, default ports, the slash after a bare host, dot segments;
 * - equivalent escapes (RFC 3986, 6.2.2.1 and 6.2.2.2);
 * - tracking parameters: `utm_*` and the click identifiers of advertisers;
 * - an empty fragment (`#` at the end);
 * - the case of DOIs (ISO 26324: they are not case-sensitive).
 *
 * These differences count: `http` or `https`, a leading `www.`, the order of parameters, a slash at the end of a path, and
 * every other fragment, because it may identify a page of an application or a position on the page.
 */

/** Google Analytics' campaign parameters, and the click identifiers of Meta, Google and Microsoft. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid)(?:=|$)/i;
const UNRESERVED = /[A-Za-z0-9._~-]/;

/**
 * A key that all addresses of one page share. Do not use it as a link: links keep the address as given.
 *
 * @param href an address as serialised by the URL parser
 */
export function pageKey(href: string): string {
  const [rest = "", ...fragments] = normalEscapes(href).split("#");
  const fragment = fragments.join("#");
  const [path = "", ...queries] = rest.split("?");
  const parameters = queries.join("?").split("&");
  const kept = parameters.filter((parameter) => !TRACKING.test(parameter));
  const query = queries.length > 0 && kept.length > 0 ? `?${kept.join("&")}` : "";
  const key = `${path}${query}${fragment === "" ? "" : `#${fragment}`}`;
  return path.startsWith("https://doi.org/") ? key.toLowerCase() : key;
}

function normalEscapes(href: string): string {
  return href.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const char = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return UNRESERVED.test(char) ? char : escape.toUpperCase();
  });
}

/**
 * A key that all spellings of an identifier such as `urn:isbn:…` share. Its prefix is not case-sensitive (RFC 8141, 3.1),
 * and hyphens in an ISBN have no meaning.
 */
export function identifierKey(text: string): string {
  const [, prefix = "", name = ""] = /^((?:urn:)?[^:]*:)([^]*)$/i.exec(text.trim()) ?? [];
  const scheme = prefix.toLowerCase();
  return scheme + (scheme.endsWith("isbn:") ? name.replace(/[-\s]/g, "").toUpperCase() : name.trim());
}
