/** Follows a link over its redirects, by HEAD, and by GET if the site rejects HEAD. */
import { type Answer, requestHead, type RequestLimits } from "./link-request.js";

export type LinkState =
  | { readonly kind: "fine" }
  /** All redirects are permanent. */
  | { readonly kind: "moved"; readonly to: string }
  | { readonly kind: "dead"; readonly why: string }
  | { readonly kind: "slow"; readonly seconds: number; readonly answered: boolean }
  /** The response does not show whether the page exists. */
  | { readonly kind: "unclear"; readonly why: string }
  | { readonly kind: "private" };

export interface LinkLimits extends RequestLimits {
  /** A clock, in ms. */
  readonly now: () => number;
  /** Runs a request when the host has no other, so that no host gets two at once. */
  readonly inTurn: (host: string, run: () => Promise<Answer>) => Promise<Answer>;
}

const MAX_REDIRECTS = 5;
/** Fraction of the timeout from which a response is slow. */
const SLOW_FRACTION = 0.5;

const GONE_STATUSES: ReadonlySet<number> = new Set([404, 410]);
const PERMANENT_STATUSES: ReadonlySet<number> = new Set([301, 308]);

/** Wording of connection errors. */
const FAILURES: Readonly<Record<string, string>> = {
  ENOTFOUND: "there is no such host",
  ECONNREFUSED: "the host refuses the connection",
  ECONNRESET: "the host breaks off the connection",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the host cannot be reached",
};

export async function linkState(href: string, limits: LinkLimits): Promise<LinkState> {
  let url = new URL(href);
  // While all redirects are permanent, the last address is the one to write.
  let lasting: string | undefined = href;
  let target = href;
  for (let steps = 0; ; steps++) {
    const before = limits.now();
    const answer = await answerOf(url, limits);
    const took = limits.now() - before;
    if (answer.kind === "private") return { kind: "private" };
    if (answer.kind === "timeout") return { kind: "slow", seconds: limits.timeout / 1000, answered: false };
    if (answer.kind === "failure") return failed(answer.code);
    const { status, location } = answer;
    if (status < 300 || status >= 400 || location === undefined) {
      const state = settled(answer);
      if (state.kind !== "fine") return state;
      if (target !== href) return { kind: "moved", to: target };
      if (took > limits.timeout * SLOW_FRACTION) return { kind: "slow", seconds: took / 1000, answered: true };
      return state;
    }
    if (steps === MAX_REDIRECTS) return { kind: "dead", why: `it redirects more than ${MAX_REDIRECTS} times` };
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (!next || !/^https?:$/.test(next.protocol) || next.username !== "" || next.password !== "")
      return { kind: "dead", why: "it redirects to what is no web address" };
    if (lasting !== undefined && PERMANENT_STATUSES.has(status)) {
      lasting = next.href;
      target = next.href;
    } else lasting = undefined;
    url = next;
  }
}

/** Requests by HEAD, then by GET: some sites reject HEAD or do not respond to it. */
async function answerOf(url: URL, limits: LinkLimits): Promise<Answer> {
  const ask = (method: "HEAD" | "GET") => limits.inTurn(url.host, () => requestHead(url, method, limits));
  const answer = await ask("HEAD");
  const again =
    answer.kind === "status" ? answer.status >= 400 : answer.kind === "failure" && answer.code === "ECONNRESET";
  return again ? ask("GET") : answer;
}

function settled({ status, text }: Extract<Answer, { kind: "status" }>): LinkState {
  if (status >= 200 && status < 300) return { kind: "fine" };
  const why = `it answers ${status}${text === "" ? "" : ` ${text}`}`;
  return GONE_STATUSES.has(status) ? { kind: "dead", why } : { kind: "unclear", why };
}

function failed(code: string): LinkState {
  // The resolver failed, which says nothing about the page.
  if (code === "EAI_AGAIN") return { kind: "unclear", why: "the name of the host cannot be looked up now" };
  const certificate = /CERT|SSL|TLS|SIGNED/.test(code) ? `its certificate is not accepted (${code})` : undefined;
  return { kind: "dead", why: FAILURES[code] ?? certificate ?? `it cannot be reached (${code})` };
}
