/** Requests every address of a timeline's sources and reports dead, moved and slow links. The only network access. */
import { type Issue, makeIssue } from "../base/issue.js";
import type { Source, Timeline } from "../model/timeline.js";
import type { Answer, RequestLimits } from "./link-request.js";
import { isPrivateAddress } from "./private-address.js";
import { type LinkState, linkState } from "./link-state.js";

export interface LinkOptions extends Partial<RequestLimits> {
  readonly now?: () => number;
  /** Called after each link. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Hosts requested in parallel, each with one request at a time. */
export const PARALLEL_HOSTS = 8;
const TIMEOUT_MS = 10_000;

interface Target {
  readonly source: Source;
  readonly href: string;
  readonly field: "url" | "archived";
}

/**
 * @param declared ids of the sources in the document's own list, which have a path
 * @returns an issue for each address that is not reachable as written, in the order of the sources' numbers
 */
export async function checkLinks(
  timeline: Timeline,
  declared: ReadonlySet<string>,
  {
    timeout = TIMEOUT_MS,
    isPrivate = isPrivateAddress,
    now = () => performance.now(),
    lookup,
    onProgress,
  }: LinkOptions = {},
): Promise<readonly Issue[]> {
  const targets = timeline.sources.flatMap((source): Target[] => [
    ...(source.href ? [{ source, href: source.href, field: "url" as const }] : []),
    ...(source.archived ? [{ source, href: source.archived, field: "archived" as const }] : []),
  ]);
  const limits = { timeout, isPrivate, now, inTurn: turns(), ...(lookup ? { lookup } : {}) };
  const states = new Map<Target, LinkState>();
  const waiting = byHost(targets);
  const work = async (): Promise<void> => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      for (const target of group) {
        states.set(target, await linkState(target.href, limits));
        onProgress?.(states.size, targets.length);
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_HOSTS }, work));
  return targets.flatMap((target) => issueOf(target, states.get(target) as LinkState, declared) ?? []);
}

function byHost(targets: readonly Target[]): Target[][] {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const { host } = new URL(target.href);
    groups.set(host, [...(groups.get(host) ?? []), target]);
  }
  return [...groups.values()];
}

/** Runs one request at a time per host, in order. */
function turns(): (host: string, run: () => Promise<Answer>) => Promise<Answer> {
  const last = new Map<string, Promise<unknown>>();
  return (host, run) => {
    const turn = (last.get(host) ?? Promise.resolve()).then(run);
    last.set(host, turn);
    return turn;
  };
}

function issueOf({ source, href, field }: Target, state: LinkState, declared: ReadonlySet<string>): Issue | undefined {
  const path = declared.has(source.id) ? `sources.${source.id}.${field}` : undefined;
  const events = source.citedBy.map(({ id }) => id).join(", ");
  const cited = `source ${source.number}${events === "" ? "" : `, cited by ${events}`}`;
  const make = (code: Parameters<typeof makeIssue>[0], problem: string, hint: string): Issue =>
    makeIssue(code, `${problem} (${cited})`, { path, value: href, hint });
  const copy =
    field === "url" && source.archived
      ? `Cite the archived copy ${source.archived}`
      : `Look for a copy at https://web.archive.org/web/${href}`;
  switch (state.kind) {
    case "fine":
      return undefined;
    case "moved":
      return make("link-moved", "this page has moved permanently", movedHint(href, state.to, copy));
    case "dead":
      return make("link-dead", `this link is dead: ${state.why}`, copy);
    case "slow":
      return state.answered
        ? make("link-slow", `this link took ${state.seconds.toFixed(1)} s to answer`, copy)
        : make("link-slow", `this link did not answer within ${state.seconds} s`, copy);
    case "unclear":
      return make("link-unclear", `the state of this page is unclear: ${state.why}`, "Open it in a browser");
    case "private":
      return make(
        "link-private",
        "this address is in a private network and was not requested",
        "Allow it with --allow-private",
      );
  }
}

/** The advice for a moved page. A redirect from a page to the front page usually means that the page is gone. */
function movedHint(from: string, to: string, copy: string): string {
  const lost = new URL(to).pathname === "/" && new URL(from).pathname !== "/";
  return lost ? `It leads to the front page ${to}, so it is probably gone. ${copy}` : `Write ${to}`;
}
