import { omitUndefined } from "./base/omit-undefined.js";
import { checkUrl } from "./base/url.js";
import { escapeText } from "./svg/to-text.js";

export interface OEmbedRequest {
  /** Where the embed page will stand: http or https. */
  readonly url: string;
  readonly title?: string | undefined;
  /** Name of the site, and its address. */
  readonly provider?: { readonly name: string; readonly url?: string | undefined } | undefined;
  /** Size of the iframe in px until the host page knows better. Default 720 by 480. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** An answer of oEmbed 1.0 (oembed.com), of type "rich". */
export interface OEmbed {
  readonly version: "1.0";
  readonly type: "rich";
  readonly title?: string;
  readonly provider_name?: string;
  readonly provider_url?: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

/**
 * What a site says of an embed page, so that others can show it: write it as JSON beside the page and link it with
 * `<link rel="alternate" type="application/json+oembed">`.
 *
 * @throws TypeError for an address that is neither http nor https
 */
export function oEmbed({ url, title, provider, width = 720, height = 480 }: OEmbedRequest): OEmbed {
  const verdict = checkUrl(url);
  if (verdict.kind !== "ok" || verdict.assumed) {
    throw new TypeError(`oEmbed: the address "${url}" must be a full one with http or https`);
  }
  const named = title === undefined ? "" : ` title="${escapeText(title)}"`;
  const frame = `<iframe src="${escapeText(verdict.href)}"${named} width="${width}" height="${height}" loading="lazy" data-datelines></iframe>`;
  return {
    version: "1.0",
    type: "rich",
    ...omitUndefined({ title, provider_name: provider?.name, provider_url: provider?.url }),
    html: frame,
    width,
    height,
  };
}
