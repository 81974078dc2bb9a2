/** Sends one HEAD or GET request to a public address, without credentials, cookies or a body. */
import { lookup as resolve } from "node:dns";
import { type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";

export interface RequestLimits {
  /** Longest time to wait for a response, in ms. */
  readonly timeout: number;
  /** Whether an IP address must not be requested. */
  readonly isPrivate: (address: string) => boolean;
  /** Resolves host names. Default: the resolver of the machine. */
  readonly lookup?: LookupFunction;
}

/** The response: a status, or the reason why there is none. */
export type Answer =
  | { readonly kind: "status"; readonly status: number; readonly text: string; readonly location: string | undefined }
  | { readonly kind: "timeout" }
  | { readonly kind: "private" }
  | { readonly kind: "failure"; readonly code: string };

const PRIVATE_ERROR = "EPRIVATE";

export function requestHead(url: URL, method: "HEAD" | "GET", limits: RequestLimits): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // An IP address in the URL is not resolved, so it is checked here.
  if (isIP(host) && limits.isPrivate(host)) return Promise.resolve({ kind: "private" });
  const options: RequestOptions = {
    method,
    // No connection pool, so that every request resolves and checks its host.
    agent: false,
    signal: AbortSignal.timeout(limits.timeout),
    lookup: guarded(limits),
    headers: { "user-agent": "datelines (link check)", accept: "*/*" },
  };
  return new Promise((settle) => {
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, options, (response) => {
      const { statusCode = 0, statusMessage = "", headers } = response;
      settle({ kind: "status", status: statusCode, text: statusMessage, location: headers.location });
      // Only the head is needed; the body may be endless.
      request.destroy();
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      if (error.name === "TimeoutError" || error.name === "AbortError") settle({ kind: "timeout" });
      else if (error.code === PRIVATE_ERROR) settle({ kind: "private" });
      else settle({ kind: "failure", code: error.code ?? error.message });
    });
    request.end();
  });
}

/** Resolves a host and rejects it if any of its addresses is private. The connection uses the checked address. */
function guarded({ isPrivate, lookup = resolve as LookupFunction }: RequestLimits): LookupFunction {
  return (name, options, callback) => {
    lookup(name, options, (error, found, family) => {
      const addresses = typeof found === "string" ? [found] : (found ?? []).map(({ address }) => address);
      if (!error && addresses.some(isPrivate)) {
        callback(Object.assign(new Error("a private address"), { code: PRIVATE_ERROR }), "", 0);
      } else callback(error, found, family);
    });
  };
}
