/** What `check --links` says of sites that behave in every way sites do, told by a server on this machine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkLinks, PARALLEL_HOSTS, type LinkOptions } from "../../src/cli/check-links.js";
import { isPrivateAddress } from "../../src/cli/private-address.js";
import { parseDocument } from "../../src/model/document/parse-document.js";

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

const status =
  (code: number, headers: Record<string, string> = {}): Behaviour =>
  (_, response) => {
    response.writeHead(code, headers).end();
  };
const byMethod =
  (head: Behaviour, get: Behaviour): Behaviour =>
  (request, response) =>
    (request.method === "HEAD" ? head : get)(request, response);
const breakOff: Behaviour = (request) => request.socket.destroy();
/** A body without an end: the checker must not wait for it. */
const endless: Behaviour = (_, response) => {
  response.writeHead(200);
  const more = (): void => {
    if (!response.destroyed) response.write("x".repeat(1024), () => setImmediate(more));
  };
  more();
};

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  "/there": status(200),
  "/no-head": byMethod(status(405), status(200)),
  "/head-lies": byMethod(status(404), endless),
  "/head-breaks": byMethod(breakOff, status(200)),
  "/gone": status(410),
  "/missing": status(404),
  "/moved": status(301, { location: "/there" }),
  "/moved-to-front": status(308, { location: "/" }),
  "/elsewhere": status(302, { location: "/there" }),
  "/loop": status(302, { location: "/loop" }),
  "/1": status(302, { location: "/2" }),
  "/2": status(302, { location: "/3" }),
  "/3": status(302, { location: "/4" }),
  "/4": status(302, { location: "/5" }),
  "/5": status(302, { location: "/there" }),
  "/moved-to-missing": status(301, { location: "/missing" }),
  "/to-file": status(302, { location: "file:///etc/passwd" }),
  "/to-credentials": status(302, { location: "http://name:word@site.test/" }),
  "/to-private": status(302, { location: "http://private.test/" }),
  "/forbidden": status(403),
  "/busy": status(503),
  "/breaks": breakOff,
  "/silent": () => undefined,
  "/": status(200),
};

let server: Server;
let port = 0;
const seen: { method: string; host: string; url: string; headers: IncomingMessage["headers"] }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    seen.push({ method, host: headers.host ?? "", url, headers });
    (BEHAVIOURS[url] ?? status(404))(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Every name is this machine, but one, which is in somebody's house, and one, which is nowhere. */
const lookup: LookupFunction = (name, options, callback) => {
  if (name === "nowhere.test") {
    callback(Object.assign(new Error("none"), { code: "ENOTFOUND" }), "", 0);
    return;
  }
  const address = name === "private.test" ? "192.168.0.1" : "127.0.0.1";
  if (options.all) callback(null, [{ address, family: 4 }]);
  else callback(null, address, 4);
};

const OPTIONS: LinkOptions = { isPrivate: () => false, timeout: 2000, lookup, now: () => 0 };

function documentOf(url: string, archived?: string) {
  return {
    sources: { page: { url, ...(archived === undefined ? {} : { archived }) } },
    events: [
      { id: "first", title: "One", date: "2020", sources: ["page"] },
      { id: "second", title: "Two", date: "2021", sources: ["page"] },
    ],
  };
}

async function check(url: string, options: LinkOptions = OPTIONS, archived?: string) {
  const { timeline } = parseDocument(documentOf(url, archived));
  return checkLinks(timeline, new Set(["page"]), options);
}

const site = (path: string): string => `http://site.test:${port}${path}`;

describe("a link", () => {
  test.each([
    ["/there", "answers"],
    ["/no-head", "does not know HEAD and answers GET"],
    ["/head-lies", "answers HEAD with 404 and GET with a page that has no end"],
    ["/head-breaks", "breaks off HEAD and answers GET"],
    ["/elsewhere", "leads on for now"],
    ["/1", "leads on five times"],
  ])("%s is fine: it %s", async (path) => {
    expect(await check(site(path))).toEqual([]);
  });

  test.each([
    ["/missing", "link-dead", "it answers 404 Not Found"],
    ["/gone", "link-dead", "it answers 410 Gone"],
    ["/moved-to-missing", "link-dead", "it answers 404 Not Found"],
    ["/loop", "link-dead", "it redirects more than 5 times"],
    ["/to-file", "link-dead", "it redirects to what is no web address"],
    ["/to-credentials", "link-dead", "it redirects to what is no web address"],
    ["/breaks", "link-dead", "the host breaks off the connection"],
    ["/forbidden", "link-unclear", "it answers 403 Forbidden"],
    ["/busy", "link-unclear", "it answers 503 Service Unavailable"],
    ["/moved", "link-moved", "this page has moved permanently"],
  ])("%s is %s: %s", async (path, code, words) => {
    const issues = await check(site(path));
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0]?.message).toContain(words);
  });

  test("to a host that does not exist is dead", async () => {
    const [issue] = await check("http://nowhere.test/page");
    expect([issue?.code, issue?.message]).toEqual(["link-dead", expect.stringContaining("there is no such host")]);
  });

  test("to a closed port is dead", async () => {
    const other = createServer();
    await new Promise<void>((ready) => other.listen(0, "127.0.0.1", ready));
    const free = (other.address() as AddressInfo).port;
    await new Promise((closed) => other.close(closed));
    const [issue] = await check(`http://site.test:${free}/`);
    expect(issue?.message).toContain("the host refuses the connection");
  });

  test("that never answers is slow", async () => {
    const [issue] = await check(site("/silent"), { ...OPTIONS, timeout: 200 });
    expect([issue?.code, issue?.message]).toEqual([
      "link-slow",
      expect.stringContaining("did not answer within 0.2 s"),
    ]);
  });

  test("that answers after more than half of the time limit is slow", async () => {
    let time = 0;
    const [issue] = await check(site("/there"), { ...OPTIONS, timeout: 10_000, now: () => (time += 6000) });
    expect([issue?.code, issue?.message]).toEqual(["link-slow", expect.stringContaining("took 6.0 s")]);
  });

  test("that has moved is reported with the address to write", async () => {
    const [issue] = await check(site("/moved"));
    expect(issue?.hint).toBe(`Write ${site("/there")}`);
  });

  test("that redirects to the front page is reported as probably gone", async () => {
    const [issue] = await check(site("/moved-to-front"));
    expect(issue?.hint).toContain("probably gone");
  });
});

describe("a report", () => {
  test("names the place in the document, the source's number and the events that cite it", async () => {
    const [issue] = await check(site("/missing"));
    expect(issue).toMatchObject({ path: "sources.page.url", value: site("/missing") });
    expect(issue?.message).toContain("(source 1, cited by first, second)");
  });

  test("proposes the archived copy, and visits that too", async () => {
    const issues = await check(site("/missing"), OPTIONS, site("/gone"));
    expect(issues.map(({ path, hint }) => [path, hint])).toEqual([
      ["sources.page.url", `Cite the archived copy ${site("/gone")}`],
      ["sources.page.archived", `Look for a copy at https://web.archive.org/web/${site("/gone")}`],
    ]);
  });

  test("has the order of the sources, whichever responds first", async () => {
    const events = ["/moved", "/missing", "/busy"].map((path, i) => ({
      title: path,
      date: String(2000 + i),
      sources: [`http://host-${i}.test:${port}${path}`],
    }));
    const issues = await checkLinks(parseDocument({ events }).timeline, new Set(), OPTIONS);
    expect(issues.map((issue) => issue.code)).toEqual(["link-moved", "link-dead", "link-unclear"]);
  });
});

describe("the visitor", () => {
  test("sends no cookie, no credentials and no referrer", async () => {
    seen.length = 0;
    await check(site("/there"));
    const names = seen.flatMap(({ headers }) => Object.keys(headers)).sort();
    expect(names).toEqual(["accept", "connection", "host", "user-agent"]);
  });

  test.each([
    ["http://127.0.0.1/", "loopback"],
    ["http://[::1]/", "loopback, IPv6"],
    ["http://0x7f.1/", "loopback in disguise"],
    ["http://10.1.2.3/", "a private net"],
    ["http://169.254.169.254/latest/", "a cloud's own data"],
    ["http://[::ffff:192.168.0.1]/", "a private net within IPv6"],
    ["http://private.test/", "a name of a private address"],
  ])("does not go to %s, %s", async (url) => {
    seen.length = 0;
    const issues = await check(url, { timeout: 2000, lookup });
    expect(issues.map((issue) => issue.code)).toEqual(["link-private"]);
    expect(seen).toEqual([]);
  });

  test("does not follow a redirect into a private network", async () => {
    const isPrivate = (address: string): boolean => address.startsWith("192.168.");
    const [issue] = await check(site("/to-private"), { timeout: 2000, lookup, isPrivate });
    expect(issue?.code).toBe("link-private");
  });

  test("has at most eight requests under way, and one to each host", async () => {
    let [now, most] = [0, 0];
    const perHost = new Map<string, number>();
    let crowded = false;
    const held: (() => void)[] = [];
    const busy = createServer((request, response) => {
      const host = request.headers.host ?? "";
      now++;
      most = Math.max(most, now);
      perHost.set(host, (perHost.get(host) ?? 0) + 1);
      crowded ||= (perHost.get(host) ?? 0) > 1;
      held.push(() => {
        now--;
        perHost.set(host, (perHost.get(host) ?? 0) - 1);
        response.end();
      });
      // Nobody is answered before eight wait.
      if (held.length === PARALLEL_HOSTS) for (const answer of held.splice(0)) answer();
    });
    await new Promise<void>((ready) => busy.listen(0, "127.0.0.1", ready));
    const at = (busy.address() as AddressInfo).port;
    const events = Array.from({ length: 32 }, (_, i) => ({
      title: "E",
      date: "2020",
      sources: [`http://h${i % 16}.test:${at}/${i}`],
    }));
    const { timeline } = parseDocument({ events });
    await checkLinks(timeline, new Set(), { ...OPTIONS, timeout: 5000 });
    busy.closeAllConnections();
    busy.close();
    expect([most, crowded]).toEqual([PARALLEL_HOSTS, false]);
  });
});

describe("private addresses", () => {
  test.each([
    ["8.8.8.8", false],
    ["93.184.216.34", false],
    ["2606:2800:220:1:248:1893:25c8:1946", false],
    ["172.16.0.1", true],
    ["172.32.0.1", false],
    ["100.64.0.1", true],
    ["192.168.1.1", true],
    ["0.0.0.0", true],
    ["255.255.255.255", true],
    ["fe80::1", true],
    ["fd00::1", true],
    ["::ffff:10.0.0.1", true],
    ["::ffff:a00:1", true],
    ["64:ff9b::7f00:1", true],
    ["not an address", true],
  ])("%s is private: %s", (address, expected) => {
    expect(isPrivateAddress(address)).toBe(expected);
  });
});
