/** What has become of a link: followed over its redirects, with HEAD first and GET where a site does not know HEAD. */
import { type Answer, requestHead, type RequestLimits } from "./link-request.js";

export type LinkState =
  | { readonly kind: "fine" }
  /** It has moved for good. */
  | { readonly kind: "moved"; readonly to: string }
  | { readonly kind: "dead"; readonly why: string }
  | { readonly kind: "slow"; readonly seconds: number; readonly answered: boolean }
  /** It answers, and the answer does not say whether the page is there. */
  | { readonly kind: "unclear"; readonly why: string }
  | { readonly kind: "private" };

export interface LinkLimits extends RequestLimits {
  /** A clock, in ms. */
  readonly now: () => number;
  /** Runs a request when the host is free, so that no host has two at once. */
  readonly inTurn: (host: string, run: () => Promise<Answer>) => Promise<Answer>;
}

const MAX_REDIRECTS = 5;
/** From this part of the time limit on, an answer is slow. */
const SLOW = 0.5;

const GONE: ReadonlySet<number> = new Set([404, 410]);
const FOR_GOOD: ReadonlySet<number> = new Set([301, 308]);

/** What keeps a connection from being made, in words. */
const FAILURES: Readonly<Record<string, string>> = {
  ENOTFOUND: "there is no such host",
  ECONNREFUSED: "the host refuses the connection",
  ECONNRESET: "the host breaks off the connection",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the host cannot be reached",
};

export async function linkState(href: string, limits: LinkLimits): Promise<LinkState> {
  let url = new URL(href);
  // As long as every step so far was for good, the last address is the one to write.
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
      if (took > limits.timeout * SLOW) return { kind: "slow", seconds: took / 1000, answered: true };
      return state;
    }
    if (steps === MAX_REDIRECTS) return { kind: "dead", why: `it redirects more than ${MAX_REDIRECTS} times` };
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (!next || !/^https?:$/.test(next.protocol) || next.username !== "" || next.password !== "")
      return { kind: "dead", why: "it redirects to what is no web address" };
    if (lasting !== undefined && FOR_GOOD.has(status)) {
      lasting = next.href;
      target = next.href;
    } else lasting = undefined;
    url = next;
  }
}

/** Some sites answer HEAD with an error, or not at all, and GET with the page. */
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
  return GONE.has(status) ? { kind: "dead", why } : { kind: "unclear", why };
}

function failed(code: string): LinkState {
  // The resolver is busy or away: that says nothing about the page.
  if (code === "EAI_AGAIN") return { kind: "unclear", why: "the name of the host cannot be looked up now" };
  const certificate = /CERT|SSL|TLS|SIGNED/.test(code) ? `its certificate is not accepted (${code})` : undefined;
  return { kind: "dead", why: FAILURES[code] ?? certificate ?? `it cannot be reached (${code})` };
}
