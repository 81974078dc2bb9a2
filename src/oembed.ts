import { omitUndefined } from "./base/omit-undefined.js";
import { checkUrl } from "./base/url.js";
import { escapeText } from "./svg/to-text.js";

export interface OEmbedRequest {
  /** Address of the embed page: http or https. */
  readonly url: string;
  readonly title?: string | undefined;
  /** Name and address of the site. */
  readonly provider?: { readonly name: string; readonly url?: string | undefined } | undefined;
  /** Initial size of the iframe in px. Default 720 by 480. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** A response of oEmbed 1.0 (oembed.com) of type "rich". */
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
 * The oEmbed response for an embed page, with which other sites can show it. Publish it as JSON and link it with
 * `<link rel="alternate" type="application/json+oembed">`.
 *
 * @throws TypeError for an address that is neither http nor https
 */
export function oEmbed({ url, title, provider, width = 720, height = 480 }: OEmbedRequest): OEmbed {
  const check = checkUrl(url);
  if (check.kind !== "ok" || check.assumed) {
    throw new TypeError(`oEmbed: the address "${url}" must be absolute, with http or https`);
  }
  const named = title === undefined ? "" : ` title="${escapeText(title)}"`;
  const frame = `<iframe src="${escapeText(check.href)}"${named} width="${width}" height="${height}" loading="lazy" data-datelines></iframe>`;
  return {
    version: "1.0",
    type: "rich",
    ...omitUndefined({ title, provider_name: provider?.name, provider_url: provider?.url }),
    html: frame,
    width,
    height,
  };
}
