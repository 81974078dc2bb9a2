/**
 * When two addresses are one page. Two different pages are never taken for one; that a page is sometimes listed twice is
 * the smaller mistake. The same are:
 *
 * - what the URL parser writes alike: case of scheme and host, default ports, the slash after a bare host, dot segments;
 * - escapes written in other ways (RFC 3986, 6.2.2.1 and 6.2.2.2);
 * - with and without parameters that only say where a reader came from: `utm_*` and the click numbers of advertisers;
 * - with and without an empty fragment (`#` and nothing after it);
 * - DOIs in any case (ISO 26324: they are not case-sensitive).
 *
 * Different stay: `http` and `https`, `www.` and none, the order of parameters, a slash at the end of a path, and every
 * fragment that says something, since it may name the page of an application or the place that is meant.
 */

/** Google Analytics' campaign parameters, and the click identifiers of Meta, Google and Microsoft. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid)(?:=|$)/i;
const UNRESERVED = /[A-Za-z0-9._~-]/;

/**
 * The same text for every address of one page. Not an address to follow: links are written as they were given.
 *
 * @param href an address as the URL parser serialises it
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
 * The same text for every spelling of a name that identifies without locating, such as `urn:isbn:…`: its prefix is not
 * case-sensitive (RFC 8141, 3.1), and the hyphens of an ISBN mean nothing.
 */
export function identifierKey(text: string): string {
  const [, prefix = "", name = ""] = /^((?:urn:)?[^:]*:)([^]*)$/i.exec(text.trim()) ?? [];
  const scheme = prefix.toLowerCase();
  return scheme + (scheme.endsWith("isbn:") ? name.replace(/[-\s]/g, "").toUpperCase() : name.trim());
}
