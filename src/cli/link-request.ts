/** One request for the head of one address, without credentials, cookies or a body, to public addresses only. */
import { lookup as resolve } from "node:dns";
import { type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";

export interface RequestLimits {
  /** How long an answer may take, in ms. */
  readonly timeout: number;
  /** Which addresses are not visited. */
  readonly isPrivate: (address: string) => boolean;
  /** How names become addresses. Default: the machine's resolver. */
  readonly lookup?: LookupFunction;
}

/** What came back: a status, or what kept it from coming. */
export type Answer =
  | { readonly kind: "status"; readonly status: number; readonly text: string; readonly location: string | undefined }
  | { readonly kind: "timeout" }
  | { readonly kind: "private" }
  | { readonly kind: "failure"; readonly code: string };

const PRIVATE = "EPRIVATE";

export function requestHead(url: URL, method: "HEAD" | "GET", limits: RequestLimits): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // An address in place of a name is not looked up, so it is judged here.
  if (isIP(host) && limits.isPrivate(host)) return Promise.resolve({ kind: "private" });
  const options: RequestOptions = {
    method,
    // A connection of its own: nothing is kept from one site to the next, and each name is looked up and judged.
    agent: false,
    signal: AbortSignal.timeout(limits.timeout),
    lookup: guarded(limits),
    headers: { "user-agent": "datelines (link check)", accept: "*/*" },
  };
  return new Promise((settle) => {
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, options, (response) => {
      const { statusCode = 0, statusMessage = "", headers } = response;
      settle({ kind: "status", status: statusCode, text: statusMessage, location: headers.location });
      // Only the head was wanted; the body may have no end.
      request.destroy();
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      if (error.name === "TimeoutError" || error.name === "AbortError") settle({ kind: "timeout" });
      else if (error.code === PRIVATE) settle({ kind: "private" });
      else settle({ kind: "failure", code: error.code ?? error.message });
    });
    request.end();
  });
}

/** Looks up a name and refuses it when any of its addresses is private: the connection is made to what was judged. */
function guarded({ isPrivate, lookup = resolve as LookupFunction }: RequestLimits): LookupFunction {
  return (name, options, callback) => {
    lookup(name, options, (error, found, family) => {
      const addresses = typeof found === "string" ? [found] : (found ?? []).map(({ address }) => address);
      if (!error && addresses.some(isPrivate)) {
        callback(Object.assign(new Error("a private address"), { code: PRIVATE }), "", 0);
      } else callback(error, found, family);
    });
  };
}
