/** Reads an address: a link if it is allowed as one, otherwise text, with the reason reported. */
import { identifierKey, pageKey } from "../../base/page-key.js";
import { checkUrl } from "../../base/url.js";
import type { Report } from "../document/fields.js";

export interface Address {
  readonly href?: string;
  readonly host?: string;
  /** The address as written, when it is not a link. */
  readonly address?: string;
  /** A key that all addresses of one page share. */
  readonly key?: string;
}

export function readAddress(text: string, path: string, report: Report): Address {
  const check = checkUrl(text);
  switch (check.kind) {
    case "ok":
      if (check.assumed) {
        report.add(
          "url-scheme-assumed",
          "the address has no scheme, https is assumed",
          path,
          text,
          `Write ${check.href}`,
        );
      }
      return { href: check.href, host: check.host, key: pageKey(check.href) };
    case "text":
      return { address: text, key: identifierKey(text) };
    case "blocked":
      report.add(
        "url-scheme-blocked",
        `addresses that begin with ${check.scheme}: are not linked; this one is shown as text`,
        path,
        text,
        "Write an address that begins with https://",
      );
      return { address: text, key: text };
    case "credentials":
      report.add(
        "url-credentials",
        "an address with a user name or password is not linked; it is shown as text",
        path,
        text,
        "Remove everything between // and @",
      );
      return { address: text, key: text };
    case "invalid":
      report.add(
        "url-invalid",
        "this is not an address that can be linked; it is shown as text",
        path,
        text,
        "Write an address that begins with https://",
      );
      return { address: text };
  }
}
