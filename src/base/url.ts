/**
 * Decides which addresses may become links. The URL parser of the platform decides on the serialised form, because the
 * appearance of a string does not show where a browser goes.
 */

// The pure part of the library is compiled without the DOM library; every runtime it supports has this class.
declare const URL: new (
  text: string,
) => {
  readonly href: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
};

export type UrlCheck =
  | { readonly kind: "ok"; readonly href: string; readonly host: string; readonly assumed?: true }
  | { readonly kind: "text" }
  | { readonly kind: "blocked"; readonly scheme: string }
  | { readonly kind: "credentials" }
  | { readonly kind: "invalid" };

/** Longer addresses are refused. */
const URL_MAX_CHARACTERS = 8192;

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const HOST_AND_PATH =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)(?::\d+)?(?:[/?#]|$)/iu;
/** After "doi:" any registrant code matches (ISO 26324 sets no length); without it, only an unambiguous DOI. */
const DOI = /^(?:doi:\s*(10\.[\d.]+\/\S+)|(10\.\d{4,9}(?:\.\d+)*\/\S+))$/i;
const DOI_ADDRESS = /^https?:\/\/(?:dx\.|www\.)?doi\.org\/(10\.\S+)$/i;
/** Schemes of identifiers that are not locations: shown as text. */
const IDENTIFIERS = /^(?:urn|isbn|issn|oclc|arxiv|hdl|ark):/i;

/** Classifies an address from data. Only http and https become links. */
export function checkUrl(text: string): UrlCheck {
  // The URL parser removes control characters and surrounding spaces, so they are removed before the check.
  const plain = text.replace(/[\u0000-\u001f\u007f\ufffd]/g, "").trim();
  if (plain === "" || plain.length > URL_MAX_CHARACTERS) return { kind: "invalid" };
  const doi = DOI.exec(plain);
  // In a DOI these are ordinary characters (DOI Handbook, 3.8); unescaped, they would end the path.
  if (doi) return parsed(`https://doi.org/${(doi[1] ?? (doi[2] as string)).replace(/[%#?]/g, encodeURIComponent)}`);
  const resolver = DOI_ADDRESS.exec(plain);
  if (resolver) return parsed(`https://doi.org/${resolver[1]}`);
  if (/^doi:/i.test(plain)) return { kind: "invalid" };
  if (IDENTIFIERS.test(plain)) return { kind: "text" };
  if (HOST_AND_PATH.test(plain)) {
    const verdict = parsed(`https://${plain}`);
    return verdict.kind === "ok" ? { ...verdict, assumed: true } : verdict;
  }
  const scheme = SCHEME.exec(plain)?.[0].toLowerCase();
  if (!scheme) return { kind: "invalid" };
  if (scheme !== "http:" && scheme !== "https:") return { kind: "blocked", scheme: scheme.slice(0, -1) };
  // The URL parser accepts "https:host" and "https:\\host" as relative or rewritten addresses.
  return /^https?:\/\/[^/\\]/i.test(plain) ? parsed(plain) : { kind: "invalid" };
}

function parsed(text: string): UrlCheck {
  try {
    const url = new URL(text);
    if (url.protocol !== "http:" && url.protocol !== "https:") {
      return { kind: "blocked", scheme: url.protocol.slice(0, -1) };
    }
    if (url.username !== "" || url.password !== "") return { kind: "credentials" };
    return { kind: "ok", href: url.href, host: url.hostname.replace(/^www\./, "") };
  } catch {
    return { kind: "invalid" };
  }
}
