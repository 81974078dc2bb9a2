/** The command as a user runs it: the built file, real arguments, real exit statuses. */
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TEN_FAULTS } from "../../stories/gallery/errors.js";
import { errors } from "../../stories/gallery/errors.js";
import { parseXml } from "../support/xml.js";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const KURSK = fileURLToPath(new URL("../../examples/kursk/kursk.json", import.meta.url));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "datelines-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    input,
    encoding: "utf8",
    cwd: folder,
  });
  return { status, stdout, stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("datelines check --links", () => {
  const documentOf = (url: string): string =>
    JSON.stringify({ sources: { page: { url } }, events: [{ id: "e", title: "E", date: "2020", sources: ["page"] }] });
  const runLater = promisify(execFile);

  test("does not visit this machine unless it is told to", async () => {
    const visits: string[] = [];
    const server = createServer((request, response) => {
      visits.push(`${request.method} ${request.url}`);
      response.writeHead(404).end();
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const path = file("links.json", documentOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}/a`));
    const { stdout } = await runLater(process.execPath, [CLI, "check", "--links", path]);
    expect(stdout).toContain("warning link-private");
    expect(visits).toEqual([]);
    const allowed = await runLater(process.execPath, [CLI, "check", "--links", "--allow-private", path]).catch(
      (error: { code: number; stdout: string }) => error,
    );
    server.close();
    expect(allowed).toMatchObject({ code: 1, stdout: expect.stringMatching(/links\.json:1:\d+: error link-dead/) });
    expect(visits).toEqual(["HEAD /a", "GET /a"]);
  });

  test("without it, check visits nothing", () => {
    const { stdout } = run(["check", file("plain.json", documentOf("http://127.0.0.1:9/a"))]);
    expect(stdout).not.toContain("link-");
  });

  test.each([
    [["check", "a.json", "--allow-private"], "--allow-private belongs to --links"],
    [["render", "a.json", "--links"], "--links belongs to check, not to render"],
  ])("%j is wrong usage", (args, message) => {
    const { status, stderr } = run(args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe("datelines render", () => {
  test("writes a standalone SVG to standard output", () => {
    const { status, stdout, stderr } = run(["render", KURSK]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(parseXml(stdout.trim()).elements.get("svg")).toBeGreaterThan(0);
  });

  test("writes one self-contained page, with a script or without", () => {
    const [page, plain] = [join(folder, "page.html"), join(folder, "static.html")];
    expect(run(["render", KURSK, "-o", page]).status).toBe(0);
    expect(run(["render", KURSK, "-o", plain, "--static"]).status).toBe(0);
    const [live, still] = [readFileSync(page, "utf8"), readFileSync(plain, "utf8")];
    expect(live).toContain("hydrateTimeline");
    expect(live).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/);
    expect(still.match(/<script/g)).toHaveLength(1);
    expect(still).toContain('<script type="application/json"');
  });

  test("reads standard input and TimelineJS", () => {
    const input = JSON.stringify({ events: [{ start_date: { year: 1999 }, text: { headline: "Hello" } }] });
    const { status, stdout } = run(["render", "-", "--width", "400"], input);
    expect(status).toBe(0);
    expect(stdout).toContain("Hello");
  });

  test("draws what can be drawn, says the errors and ends with 1", () => {
    const path = file("bad.json", JSON.stringify(errors().document));
    const { status, stdout, stderr } = run(["render", path]);
    expect(status).toBe(1);
    expect(stdout).toContain("Related to nothing");
    expect(stderr).toMatch(/bad\.json:1:\d+: error date-invalid: events\[0\]\.date "2021-02-30"/);
  });
});

describe("datelines check", () => {
  test("prints ten faults with row and column, and a summary last", () => {
    const path = file("ten.json", JSON.stringify(errors().document, undefined, 2));
    const { status, stdout } = run(["check", path]);
    expect(status).toBe(1);
    const lines = stdout.trim().split("\n");
    expect(lines.map((line) => /: (?:error|warning|info) ([a-z-]+):/.exec(line)?.[1]).filter(Boolean)).toEqual(
      TEN_FAULTS,
    );
    expect(lines[0]).toMatch(
      /^.*ten\.json:14:15: error date-invalid: events\[0\]\.date "2021-02-30": February 2021 has 28 days\./,
    );
    expect(lines.at(-1)).toBe("10 events, 6 placed in time: 8 errors, 2 warnings, 0 info");
  });

  test("prints the same for machines", () => {
    const { stdout } = run(["check", KURSK, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ events: 21, placed: 21, counts: { error: 0, warning: 0, info: 0 } });
  });

  test("keeps control characters of the data away from the terminal", () => {
    const path = file(
      "esc.json",
      JSON.stringify([{ title: "\u001b[31mred\u0007", date: "\u001b]8;;x\u0007nonsense" }]),
    );
    const { stdout } = run(["check", path]);
    expect(stdout.replace(/\n/g, "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  test("warns of a key that stands twice", () => {
    const path = file(
      "twice.json",
      '[{ "title": "A", "date": "2020", "date": "2021", "sources": ["https://a.example"] }]',
    );
    const { status, stdout } = run(["check", path]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/twice\.json:1:34: warning json-duplicate-key: "date"/);
  });
});

describe("wrong usage", () => {
  test.each<[string, string[], RegExp]>([
    ["an unknown command", ["draw", "x.json"], /unknown command "draw"/],
    ["an unknown option", ["render", "x.json", "--colour", "red"], /unknown option '--colour'/i],
    ["no file", ["render"], /render needs a file/],
    ["a bad value", ["render", "x.json", "--theme", "pink"], /--theme "pink" must be one of auto, light, dark/],
    ["an output that says no format", ["render", "x.json", "-o", "x.gif"], /does not say a format/],
    ["an option of the other command", ["check", "x.json", "--width", "3"], /--width belongs to render/],
    ["a conversion to nothing", ["convert", "x.json"], /convert needs -o with a name that says the format, or --to/],
    ["a target that says no format", ["convert", "x.json", "-o", "x.pdf"], /"x\.pdf" does not say a format/],
    [
      "a limit without a number",
      ["check", "x.json", "--limit", "events"],
      /--limit "events" must be a name and a whole/,
    ],
    ["a column without a header", ["check", "x.csv", "--column", "title"], /--column "title" must be a field and a/],
    ["a picture with a script", ["render", "x.json", "--format", "png", "--static"], /--static belongs to html/],
  ])("%s: one sentence, the usage, and status 2", (_, args, message) => {
    const { status, stdout, stderr } = run(args);
    expect([status, stdout]).toEqual([2, ""]);
    const [sentence = "", blank, ...usage] = stderr.trim().split("\n");
    expect(sentence).toMatch(message);
    expect(blank).toBe("");
    expect(usage[0]).toMatch(/^datelines: dated, sourced events/);
  });

  test.each<[string, string[], RegExp]>([
    ["a missing file", ["render", "nowhere.json"], /there is no file "nowhere\.json"/],
    ["a folder", ["check", "."], /is a folder/],
  ])("%s: one sentence and status 2", (_, args, message) => {
    const { status, stdout, stderr } = run(args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("a file that is not JSON: the row, the column and what stands there", () => {
    const path = file("broken.json", '{ "events": [\n  { "title": "A" "date": "2020" }\n] }');
    const { status, stderr } = run(["check", path]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/is not JSON: row 2, column 18: comma expected, at "\{ "title": "A" "date"/);
  });
});
