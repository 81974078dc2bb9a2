/** Visits every address of a timeline's sources and reports what is dead, moved or slow. The only network access there is. */
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

/** So many hosts at once, each with one request at a time. */
export const HOSTS_AT_ONCE = 8;
const TIMEOUT = 10_000;

interface Target {
  readonly source: Source;
  readonly href: string;
  readonly field: "url" | "archived";
}

/**
 * @param declared ids of the sources that stand in the document's own list, where a path leads to them
 * @returns an issue for each address that is not simply there, in order of the sources' numbers
 */
export async function checkLinks(
  timeline: Timeline,
  declared: ReadonlySet<string>,
  {
    timeout = TIMEOUT,
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
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
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

/** One request at a time to each host, in the order they were asked for. */
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
      return make("link-moved", "this page has moved for good", movedHint(href, state.to, copy));
    case "dead":
      return make("link-dead", `this link is dead: ${state.why}`, copy);
    case "slow":
      return state.answered
        ? make("link-slow", `this link took ${state.seconds.toFixed(1)} s to answer`, copy)
        : make("link-slow", `this link did not answer within ${state.seconds} s`, copy);
    case "unclear":
      return make("link-unclear", `whether this page is there cannot be told: ${state.why}`, "Open it in a browser");
    case "private":
      return make(
        "link-private",
        "this address leads into a private network and was not visited",
        "Allow it with --allow-private",
      );
  }
}

/** Where pages that are gone lead to the front page, that is not where they are now. */
function movedHint(from: string, to: string, copy: string): string {
  const lost = new URL(to).pathname === "/" && new URL(from).pathname !== "/";
  return lost ? `It leads to the front page ${to}, so it is probably gone. ${copy}` : `Write ${to}`;
}
