/** The command as a user runs it: the built file, real arguments, real exit statuses. */
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TEN_FAULTS } from "../../stories/gallery/errors.js";
import { errors } from "../../stories/gallery/errors.js";
import { parseXml } from "../support/xml.js";
import { runBuilt } from "./built-command.mjs";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const KURSK = fileURLToPath(new URL("../../examples/kursk/kursk.json", import.meta.url));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "datelines-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as a process of its own. */
function start(args: readonly string[], input?: string): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    input,
    encoding: "utf8",
    cwd: folder,
  });
  return { status, stdout, stderr };
}

/** The built command; in a process of its own where it reads standard input. */
async function run(args: readonly string[], input?: string): Promise<Ended> {
  return input === undefined ? runBuilt(CLI, args, folder) : start(args, input);
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("a process of its own", () => {
  test.each([
    ["a picture", ["render", KURSK]],
    ["a check", ["check", KURSK, "--json"]],
    ["a conversion with losses", ["convert", KURSK, "--to", "csv"]],
    ["a file that is not there", ["check", "nowhere.json"]],
    ["wrong usage", ["render", "x.json", "--theme", "pink"]],
    ["help", ["--help"]],
  ])("%s: status and output are those of a run in this process", async (_, args) => {
    expect(start(args)).toEqual(await run(args));
  });
});

describe("datelines check --links", () => {
  const documentOf = (url: string): string =>
    JSON.stringify({ sources: { page: { url } }, events: [{ id: "e", title: "E", date: "2020", sources: ["page"] }] });
  const runLater = promisify(execFile);

  test("does not request this machine unless allowed", async () => {
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

  test("without it, check requests nothing", async () => {
    const { stdout } = await run(["check", file("plain.json", documentOf("http://127.0.0.1:9/a"))]);
    expect(stdout).not.toContain("link-");
  });

  test.each([
    [["check", "a.json", "--allow-private"], "--allow-private needs --links"],
    [["render", "a.json", "--links"], "--links is an option of check, not of render"],
  ])("%j is wrong usage", async (args, message) => {
    const { status, stderr } = await run(args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe("datelines render", () => {
  test("writes a standalone SVG to standard output", async () => {
    const { status, stdout, stderr } = await run(["render", KURSK]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(parseXml(stdout.trim()).elements.get("svg")).toBeGreaterThan(0);
  });

  test("writes one self-contained page, with a script or without", async () => {
    const [page, plain] = [join(folder, "page.html"), join(folder, "static.html")];
    expect((await run(["render", KURSK, "-o", page])).status).toBe(0);
    expect((await run(["render", KURSK, "-o", plain, "--static"])).status).toBe(0);
    const [live, still] = [readFileSync(page, "utf8"), readFileSync(plain, "utf8")];
    expect(live).toContain("hydrateTimeline");
    expect(live).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/);
    expect(still.match(/<script/g)).toHaveLength(1);
    expect(still).toContain('<script type="application/json"');
  });

  test("reads standard input and TimelineJS", async () => {
    const input = JSON.stringify({ events: [{ start_date: { year: 1999 }, text: { headline: "Hello" } }] });
    const { status, stdout } = await run(["render", "-", "--width", "400"], input);
    expect(status).toBe(0);
    expect(stdout).toContain("Hello");
  });

  test("draws what can be drawn, prints the errors and exits with 1", async () => {
    const path = file("bad.json", JSON.stringify(errors().document));
    const { status, stdout, stderr } = await run(["render", path]);
    expect(status).toBe(1);
    expect(stdout).toContain("Related to nothing");
    expect(stderr).toMatch(/bad\.json:1:\d+: error date-invalid: events\[0\]\.date "2021-02-30"/);
  });
});

describe("datelines check", () => {
  test("prints ten faults with row and column, and a summary last", async () => {
    const path = file("ten.json", JSON.stringify(errors().document, undefined, 2));
    const { status, stdout } = await run(["check", path]);
    expect(status).toBe(1);
    const lines = stdout.trim().split("\n");
    const told = lines.map((line) => /: (error|warning|info) ([a-z-]+):/.exec(line)?.slice(1) ?? []).slice(0, -1);
    expect(told.map(([, code]) => code).toSorted()).toEqual(TEN_FAULTS.toSorted());
    expect(told.map(([severity]) => severity)).toEqual([...Array(2).fill("warning"), ...Array(8).fill("error")]);
    expect(lines[2]).toMatch(
      /^.*ten\.json:14:15: error date-invalid: events\[0\]\.date "2021-02-30": February 2021 has 28 days\./,
    );
    expect(lines.at(-1)).toBe("10 events, 6 placed in time: 8 errors, 2 warnings, 0 info");
  });

  test("groups infos of one kind, prints errors last, and prints all with --all", async () => {
    const plain = Array.from({ length: 40 }, (_, i) => ({ title: `Event ${i}`, date: `${1900 + i}` }));
    const path = file("many.json", JSON.stringify([{ title: "Bad", date: "2021-02-30" }, ...plain]));
    const lines = (await run(["check", path])).stdout.trim().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/many\.json: info unsourced: 41 of 41 events have no source\. check --all lists them$/);
    expect(lines[1]).toMatch(/many\.json:1:\d+: error date-invalid/);
    expect(lines[2]).toBe("41 events, 40 placed in time: 1 error, 0 warnings, 41 info");
    expect((await run(["check", path, "--all"])).stdout.trim().split("\n")).toHaveLength(43);
    expect(JSON.parse((await run(["check", path, "--json"])).stdout).issues).toHaveLength(42);
  });

  test("prints the same for machines", async () => {
    const { stdout } = await run(["check", KURSK, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ events: 21, placed: 21, counts: { error: 0, warning: 0, info: 0 } });
  });

  test("keeps control characters of the data away from the terminal", async () => {
    const path = file(
      "esc.json",
      JSON.stringify([{ title: "\u001b[31mred\u0007", date: "\u001b]8;;x\u0007nonsense" }]),
    );
    const { stdout } = await run(["check", path]);
    expect(stdout.replace(/\n/g, "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  test("warns of a duplicate key", async () => {
    const path = file(
      "twice.json",
      '[{ "title": "A", "date": "2020", "date": "2021", "sources": ["https://a.example"] }]',
    );
    const { status, stdout } = await run(["check", path]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/twice\.json:1:34: warning json-duplicate-key: "date"/);
  });
});

const ICS = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:Hello", "DTSTART;VALUE=DATE:20240101", "END:VEVENT"]
  .concat("END:VCALENDAR")
  .join("\r\n");

/** One small file in each format, with an event called Hello. */
const FORMATS: readonly (readonly [format: string, text: string])[] = [
  ["datelines", '[{ "title": "Hello", "date": "2020" }]'],
  ["csv", "title,date\nHello,2020\n"],
  ["tsv", "title\tdate\nHello\t2020\n"],
  ["timelinejs", '{ "events": [{ "start_date": { "year": 1999 }, "text": { "headline": "Hello" } }] }'],
  ["vis", '[{ "content": "Hello", "start": "2020-01-01" }]'],
  ["chrono", '[{ "title": "May 1940", "cardTitle": "Hello" }]'],
  ["ics", ICS],
  ["wikidata", '[{ "item": "http://www.wikidata.org/entity/Q1", "itemLabel": "Hello", "year": "1900" }]'],
  ["simile", '<data><event start="1900" title="Hello"/></data>'],
  ["records", '[{ "name": "Hello", "opened": "2020" }]'],
];

describe("formats", () => {
  test.each(FORMATS)("%s is found out by what it says, from standard input to a page", async (format, text) => {
    const page = join(folder, `${format}.html`);
    const { status, stderr } = await run(["render", "-", "-o", page], text);
    expect([status, stderr.replace(/^.*title-composed.*\n/m, "")]).toEqual([0, ""]);
    expect(readFileSync(page, "utf8")).toContain("Hello");
  });

  test.each(FORMATS.filter(([format]) => format !== "records"))("%s is read when it is named", async (format, text) => {
    const { stdout } = await run(["check", file("unnamed", text), "--from", format, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ events: 1, placed: 1 });
  });

  test("the issues of a table have row and column of the sheet", async () => {
    const path = file("bad.csv", "title,date\nA,2021-02-30\nB,2020\n");
    const { status, stdout } = await run(["check", path]);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /bad\.csv:2:2: error date-invalid: row 2, column date "2021-02-30": February 2021 has 28 days\./,
    );
  });

  test("a file name and a content that disagree are reported", async () => {
    const { stdout } = await run(["check", file("events.csv", ICS)]);
    expect(stdout).toMatch(
      /warning format-mismatch: "[^"]*events\.csv": the file name ends in \.csv, but the content is ics:/,
    );
  });

  test("columns and limits are taken from the command line", async () => {
    const path = file("columns.csv", `What,When it was\n${"Hello,2020\n".repeat(5)}`);
    const { stdout } = await run(["check", path, "--json", "--column", "date=When it was", "--limit", "events=3"]);
    expect(JSON.parse(stdout)).toMatchObject({ events: 3, placed: 3, counts: { error: 1 } });
    expect(stdout).toContain("the first 3 are kept");
  });

  test("the header of a table is taken from the command line", async () => {
    const path = file("header.csv", "When,What\nDate,Title\n2020,Hello");
    const { stdout } = await run(["check", path, "--json", "--header-row", "2"]);
    expect(JSON.parse(stdout)).toMatchObject({ events: 1, placed: 1 });
    const { status, stderr } = await run(["check", path, "--header-row", "two"]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('--header-row "two" must be the number of the row')]);
  });

  test("titles are made of the columns that the command line names", async () => {
    const path = file("titles.csv", "Date,Place,Magnitude\n2020,Kuril,5.7000000000000002\n2021,,6.1\n");
    const { status, stdout } = await run(["convert", path, "--to", "csv", "--title", "{Place}, M {Magnitude}"]);
    expect([status, stdout.split("\r\n").map((line) => line.split(/,(?=20)/)[0])]).toEqual([
      0,
      ["title,date,place,Magnitude", '"Kuril, M 5.7"', "M 6.1", ""],
    ]);
    const missing = await run(["check", path, "--title", "{Place}, M {Mag}"]);
    expect([missing.status, missing.stdout]).toEqual([
      1,
      expect.stringContaining("The columns are Date, Place, Magnitude"),
    ]);
    const constant = await run(["check", path, "--title", "An earthquake"]);
    expect([constant.status, constant.stderr]).toEqual([2, expect.stringContaining("must name a column in braces")]);
  });

  test("a column of numbers decides who is named", async () => {
    const rows = Array.from({ length: 300 }, (_, i) => {
      const day = new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10);
      return `${day},e${i},${(i * 37) % 300}`;
    });
    const path = file("ranked.csv", ["date,title,size", ...rows].join("\n"));
    const { status, stdout } = await run(["render", path, "--rank-by", "size", "--width", "600", "--height", "300"]);
    expect([status, stdout]).toEqual([0, expect.stringContaining("e227")]);
    const { stderr } = await run(["render", path, "--rank-by", "weight"]);
    expect(stderr).toMatch(/warning rank-by-unmatched: .*numbers in size/);
  });

  test("- as the output is standard output", async () => {
    const path = file("stdout.csv", "Title,Date\nHello,2020");
    const { stdout } = await run(["convert", path, "--to", "csv", "-o", "-"]);
    expect(stdout).toBe((await run(["convert", path, "--to", "csv"])).stdout);
    expect((await run(["render", path, "-o", "-"])).stdout).toContain("<svg");
  });
});

describe("datelines convert", () => {
  test.each([
    ["out.csv", /^title,date,source\r\nHello,2020,https:\/\/a\.example\/\r\n$/],
    ["out.tsv", /^title\tdate\tsource\r\nHello\t2020\thttps:\/\/a\.example\/\r\n$/],
    ["out.ics", /^BEGIN:VCALENDAR\r\n[^]*SUMMARY:Hello\r\n/],
    ["out.json", /^\{\n {2}"events": \[/],
    ["out.jsonld", /^\{"@context":"https:\/\/schema\.org"[^]*Hello/],
    ["out.bib", /^@misc\{[^]*url = \{https:\/\/a\.example\/\}/],
    ["out.ris", /^TY {2}- /],
  ])("writes %s in the format of its name", async (name, expected) => {
    const [input, output] = [file("in.csv", "title,date,source\nHello,2020,https://a.example/\n"), join(folder, name)];
    const { status } = await run(["convert", input, "-o", output]);
    expect(status).toBe(0);
    expect(readFileSync(output, "utf8")).toMatch(expected);
  });

  test("writes to standard output in the format that is named", async () => {
    const { stdout } = await run(["convert", "-", "--to", "timelinejs"], "title,date\nHello,2020-05-17\n");
    expect(JSON.parse(stdout)).toMatchObject({ events: [{ start_date: { year: 2020, month: 5, day: 17 } }] });
  });

  test("reports losses as lines and as JSON", async () => {
    const people = await run(["convert", KURSK, "--to", "csv"]);
    expect(people.stderr).toMatch(/warning export-loss: /);
    const machines = await run(["convert", KURSK, "--to", "csv", "--json"]);
    const { issues } = JSON.parse(machines.stderr) as { issues: { code: string }[] };
    expect(issues.filter(({ code }) => code === "export-loss").length).toBeGreaterThan(0);
  });

  test("ends with 1 where the data has errors, and writes what there is", async () => {
    const { status, stdout } = await run(["convert", "-", "--to", "csv"], "title,date\nA,2021-02-30\n");
    expect([status, stdout]).toEqual([1, "title,date\r\nA,2021-02-30\r\n"]);
  });
});

describe("pictures", () => {
  test("a PNG is drawn by the optional renderer, two pixels for each px", async () => {
    const output = join(folder, "out.png");
    expect((await run(["render", KURSK, "-o", output, "--width", "600"])).status).toBe(0);
    const png = readFileSync(output);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(1200);
  });

  test("without the renderer, the message names its package", () => {
    const path = file("one.json", '[{ "title": "A", "date": "2020" }]');
    // A package with a name like the real one, which cannot be loaded.
    const blocked = [
      "--import",
      `data:text/javascript,import { register } from "node:module"; register("data:text/javascript,export function resolve(name, context, next) { if (name.startsWith('@resvg/')) throw new Error('blocked'); return next(name, context); }");`,
    ];
    const { status, stderr } = spawnSync(
      process.execPath,
      [...blocked, CLI, "render", path, "-o", join(folder, "no.png")],
      { encoding: "utf8" },
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/PNG needs the package @resvg\/resvg-js, which is not installed/);
  });
});

describe("--lang", () => {
  const shipped = readdirSync(new URL("../../src/locales/", import.meta.url))
    .filter((name) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(name))
    .map((name) => name.replace(".ts", ""))
    .sort();
  const one = (): string => file("one-event.json", '[{ "title": "A", "date": "2020-05-04" }]');

  test.each<[string, RegExp]>([
    ["en", /4 May 2020/],
    ["de", /4\. Mai 2020/],
    ["fr", /4 mai 2020/],
    ["zh-CN", /2020年5月4日/],
  ])("%s: words of the picture are in that language", async (code, words) => {
    const { status, stdout, stderr } = await run(["render", one(), "--lang", code]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(words);
  });

  test("a document without lang is drawn in the language of its texts", async () => {
    const arabic = file("arabic.json", '[{ "title": "افتتاح المكتبة", "date": "1931-04-02" }]');
    const { status, stdout, stderr } = await run(["render", arabic, "--format", "html"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("أبريل 1931");
    expect(stdout).not.toContain("Apr 1931");
    expect(stdout).toMatch(/<html lang="ar"/);
  });

  test("begins with a slide show of TimelineJS: title, then each slide, to read without a script", async () => {
    const slide = (year: number, headline: string) => ({
      start_date: { year },
      text: { headline, text: "So it was." },
    });
    const slides = { title: { text: { headline: "Two years" } }, events: [slide(1848, "One"), slide(1849, "Two")] };
    const path = file("slides.json", JSON.stringify(slides));
    const { status, stdout } = await run(["render", path, "--format", "html", "--story"]);
    const story = /<section class="dl-story".*?<\/section>/s.exec(stdout)?.[0] ?? "";
    expect([status, [...story.matchAll(/<h3[^>]*>([^<]*)/g)].map(([, title]) => title)]).toEqual([
      0,
      ["Two years", "One", "Two"],
    ]);
    expect(story).not.toContain("<li hidden");
    expect(stdout).toContain('"steps":"all"');
  });

  test("a page has a main part and a heading of the first level", async () => {
    const { stdout } = await run(["render", one(), "--format", "html", "--static"]);
    expect(stdout).toMatch(/<main>\n<h1 [^>]*>[^<]+<\/h1>\n<figure/);
    expect(stdout.match(/<main>/g)).toHaveLength(1);
  });

  test("every language that has a file is drawn in words of its own", async () => {
    const pictures: Ended[] = [];
    for (const code of shipped) {
      pictures.push(await run(["render", one(), "--lang", code, "--format", "html", "--static"]));
    }
    expect(pictures.map(({ status }) => status)).toEqual(shipped.map(() => 0));
    expect(new Set(pictures.map(({ stdout }) => stdout)).size).toBe(shipped.length);
    expect(pictures.map(({ stdout }) => /<html lang="([^"]*)"/.exec(stdout)?.[1])).toEqual(shipped);
  });

  test("its dates are read, too", async () => {
    const path = file("german.json", '[{ "title": "A", "date": "4. Mai 2020", "sources": ["https://a.example/"] }]');
    expect(await run(["check", path, "--lang", "de"])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/1 placed/),
    });
    expect((await run(["convert", path, "--lang", "de", "--to", "ics"])).stdout).toContain(
      "DTSTART;VALUE=DATE:20200504",
    );
  });

  test("a page with a script carries the language for the script", async () => {
    const { stdout } = await run(["render", one(), "--lang", "de", "--format", "html"]);
    const script = stdout.split("<script>").find((text) => text.includes("var datelinesLocale="));
    const code = runInNewContext(`${script?.split("</script>")[0]}; Object.values(datelinesLocale)[0].code`, {});
    expect(code).toBe("de");
    expect(stdout).toContain('hydrateTimeline("figure.datelines", undefined, { hash: true, locale: ');
  });

  test.each(["xx", "../index", "de.js", "DE", ""])(
    '"%s" is no language: the way to the help, and which there are',
    async (code) => {
      const { status, stdout, stderr } = await run(["render", one(), "--lang", code]);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(
        `datelines: --lang "${code}" must be one of ${shipped.join(", ")}. See datelines --help.\n`,
      );
    },
  );

  test("a document's own language is that of its words, where no other is asked for", async () => {
    const spanish = file("es.json", JSON.stringify({ lang: "es-MX", events: [{ title: "A", date: "5 mayo 1945" }] }));
    expect((await run(["render", spanish])).stdout).toMatch(/5 (de )?may\.? (de )?1945/);
    expect((await run(["render", spanish])).stdout).toContain("cronología");
    expect((await run(["render", spanish, "--lang", "de"])).stdout).not.toContain("cronología");
    expect((await run(["check", spanish])).stdout).toContain("1 placed in time");
  });

  test("an empty file is reported as empty, and the message names the file once", async () => {
    const { status, stderr } = await run(["check", file("empty.txt", "")]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/empty\.txt": the file is empty/);
    const other = (await run(["check", file("foo.xyz", "hello")])).stderr;
    expect(other.match(/foo\.xyz/g)).toHaveLength(1);
  });

  test("a misspelt events key is reported, and the title is kept", async () => {
    const typo = file("typo.json", JSON.stringify({ title: "T", evnts: [{ title: "A", date: "2020" }] }));
    expect((await run(["check", typo])).stdout).toMatch(/warning field-unknown: evnts: .* Did you mean events/);
    expect((await run(["render", typo])).stdout).toMatch(/<title id="[^"]+">T<\/title>/);
  });
});

describe("the present", () => {
  test("is today where that is asked for", async () => {
    const path = file("now.json", JSON.stringify([{ title: "A", date: "2000/2100" }]));
    const day = new Date().toISOString().slice(0, 10);
    const today = (await run(["render", path, "--now", "today"])).stdout;
    expect(today).toBe((await run(["render", path, "--now", day])).stdout);
    expect(today).not.toBe((await run(["render", path])).stdout);
  });
});

describe("wrong usage", () => {
  test.each<[string, string[], RegExp]>([
    ["an unknown command", ["draw", "x.json"], /unknown command "draw"/],
    ["an unknown option", ["render", "x.json", "--colour", "red"], /unknown option '--colour'/i],
    ["no file", ["render"], /render needs a file/],
    ["a bad value", ["render", "x.json", "--theme", "pink"], /--theme "pink" must be one of auto, light, dark/],
    ["an output without a known extension", ["render", "x.json", "-o", "x.gif"], /has no known extension/],
    ["an option of the other command", ["check", "x.json", "--width", "3"], /--width is an option of render/],
    [
      "a conversion to nothing",
      ["convert", "x.json"],
      /convert needs -o with a file name whose extension names the format, or --to/,
    ],
    ["a target without a known extension", ["convert", "x.json", "-o", "x.pdf"], /"x\.pdf" has no known extension/],
    [
      "a limit without a number",
      ["check", "x.json", "--limit", "events"],
      /--limit "events" must be a name and a whole/,
    ],
    ["a column without a header", ["check", "x.csv", "--column", "title"], /--column "title" must be a field and a/],
    [
      "a value that begins like an option",
      ["render", "x.json", "--width", "-5"],
      /option '--width' argument is ambiguous/,
    ],
    ["a present that is no date", ["render", "x.json", "--now", "31/02/2020"], /--now "31\/02\/2020": .*February/],
    [
      "a present that is no single date",
      ["render", "x.json", "--now", "until 1900"],
      /--now "until 1900" is not a date/,
    ],
    ["a picture with a story", ["render", "x.json", "--story"], /--story is for html/],
    ["a picture with a script", ["render", "x.json", "--format", "png", "--static"], /--static is for html/],
  ])("%s: one sentence, a pointer to --help, and status 2", async (_, args, message) => {
    const { status, stdout, stderr } = await run(args);
    expect([status, stdout]).toEqual([2, ""]);
    const lines = stderr.trim().split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(message);
    expect(lines[0]).toMatch(/\. See datelines --help\.$/);
  });

  test.each<[string, string[], RegExp]>([
    ["a missing file", ["render", "nowhere.json"], /there is no file "nowhere\.json"/],
    ["a folder", ["check", "."], /is a folder/],
  ])("%s: one sentence and status 2", async (_, args, message) => {
    const { status, stdout, stderr } = await run(args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("a file that is not JSON: the row, the column and the text there", async () => {
    const path = file("broken.json", '{ "events": [\n  { "title": "A" "date": "2020" }\n] }');
    const { status, stderr } = await run(["check", path]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/is not JSON: row 2, column 18: comma expected, at "\{ "title": "A" "date"/);
  });
});
