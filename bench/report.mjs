// Writes the report of a race as Markdown, with the goal beside each of our figures. README.md explains the numbers.
const dash = "–";
const ms = (value) =>
  Number.isFinite(value) ? (value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en")) : dash;
const kB = (bytes) => (bytes / 1000).toFixed(1);
const MB = (bytes) => (bytes / 1e6).toFixed(1);
const verdict = (met) => (met === undefined ? "" : met ? "met" : "**missed**");

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

export function report({ libraries, versions, machine, counts, rounds, limit, results }) {
  const names = libraries.map(({ name }) => name);
  const others = names.filter((name) => name !== "datelines");
  const paints = Object.fromEntries(libraries.map(({ name, paints }) => [name, paints]));
  const parts = [
    "# The race: results",
    "The output of `npm run bench`; do not edit. What is measured and how: `bench/README.md`.",
    `Run of ${machine.started}, ${machine.minutes.toFixed(0)} minutes. Chromium ${machine.browser}, Node ${machine.node}, ${machine.cpu}, ${machine.cores} cores, ${machine.memory.toFixed(0)} GiB; load average at the end ${machine.load.toFixed(1)}. Medians of ${rounds} loads, libraries in turn (one load at a million); limit ${limit / 1000} s. A machine that does other work at the same time makes all figures larger: compare rows of one run.`,
    `Versions: ${names.map((name) => `${name} ${versions[name]}`).join(", ")}.`,
  ];
  for (const count of counts) {
    const rows = names.map((name) => {
      const r = results.counts[count][name];
      if (r.failed) return [name, paints[name], r.failed, ...Array(8).fill(dash)];
      const ratio = (r.heap / r.plain).toFixed(1);
      return [
        name,
        paints[name],
        ms(r.content),
        ms(r.frame),
        r.nodes.toLocaleString("en"),
        `${MB(r.heap)} (${ratio}×)`,
        ms(r.p95),
        Number.isFinite(r.longTasks) ? `${r.longTasks}, ${ms(r.longest)}` : dash,
        r.zooms ? "yes" : "no",
        r.pans ? "yes" : "no",
      ];
    });
    parts.push(
      `## ${count.toLocaleString("en")} events`,
      table(
        [
          "Library",
          "Paints",
          "First content ms",
          "First frame ms",
          "DOM nodes",
          "Heap MB (× plain events)",
          "p95 frame ms",
          "Long tasks, longest ms",
          "Wheel zooms",
          "Drag pans",
        ],
        rows,
      ),
    );
  }
  parts.push(
    "## Labels on 1000 × 500 px",
    "Canvas painters draw SVG here, so that their labels can be measured.",
    table(
      [
        "Library",
        ...Object.keys(results.labels).flatMap((count) => [`readable of ${count}`, `overlapping pairs of ${count}`]),
      ],
      names.map((name) => [
        name,
        ...Object.values(results.labels).flatMap((of) =>
          of[name].failed ? [of[name].failed, dash] : [of[name].readable, of[name].overlaps.toLocaleString("en")],
        ),
      ]),
    ),
    "## Size, access, server",
    table(
      [
        "Library",
        "Script kB gzip",
        "Stylesheet kB gzip",
        "axe violations (rules, nodes)",
        "Keyboard comes to an event",
        "Titles of 100 without JavaScript",
        "Server string ms, 1,000",
        "10,000",
      ],
      names.map((name) => {
        const { script, css } = results.sizes[name];
        const access = results.access[name];
        const server = results.server[name];
        const nodes = access.violations?.reduce((sum, violation) => sum + violation.nodes, 0);
        return [
          name,
          kB(script),
          css > 100 ? kB(css) : dash,
          access.failed ?? `${access.violations.length}, ${nodes}`,
          access.failed ? dash : access.keyboard ? "yes" : "no",
          server.failed ? "0, no server output" : server.visible,
          server.failed ? dash : ms(server.times[1000]),
          server.failed ? dash : ms(server.times[10000]),
        ];
      }),
    ),
  );
  const goals = goalRows({ counts, results, others, paints });
  if (names.includes("datelines")) parts.push("## Goals", table(["Goal", "Figure", ""], goals));
  return `${parts.join("\n\n")}\n`;
}

function goalRows({ counts, results, others, paints }) {
  const rows = [];
  const add = (goal, figure, met) => rows.push([goal, figure, verdict(met)]);
  for (const count of counts) {
    const all = results.counts[count];
    const ours = all.datelines;
    const n = count.toLocaleString("en");
    if (ours.failed) {
      add(`${n} events: first content`, ours.failed, false);
      continue;
    }
    const rivals = others.filter((name) => paints[name] !== "canvas" && Number.isFinite(all[name]?.content));
    const fastest = rivals.toSorted((a, b) => all[a].content - all[b].content)[0];
    if (fastest) {
      const them = all[fastest].content;
      add(
        `${n}: first content no later than the fastest SVG or HTML library`,
        `${ms(ours.content)} ms, ${fastest} ${ms(them)} ms`,
        ours.content <= them,
      );
    }
    const vis = all["vis-timeline"];
    if (count === 10_000 && vis) {
      const ratio = vis.failed ? undefined : vis.content / ours.content;
      add(
        "10,000: 20 times faster than vis-timeline",
        ratio ? `${ratio.toFixed(0)} times` : vis.failed,
        ratio ? ratio >= 20 : true,
      );
    }
    if (count === 100_000)
      add(
        "100,000: first content under 1,000 ms on an unloaded machine",
        `${ms(ours.content)} ms`,
        ours.content < 1000,
      );
    if (count === 1_000_000)
      add(
        "1,000,000: first content under 4,000 ms on an unloaded machine",
        `${ms(ours.content)} ms`,
        ours.content < 4000,
      );
    const frame = count > 100_000 ? 33.4 : 16.8;
    add(
      `${n}: p95 frame at most ${count > 100_000 ? 33 : 16.7} ms over wheel and drag`,
      `${ms(ours.p95)} ms`,
      // The clock of a browser has a precision of 0.1 ms; further digits are rounding errors.
      Math.round(ours.p95 * 10) / 10 <= frame,
    );
    if (count < 100_000)
      add(
        `${n}: no task over 50 ms after the first paint`,
        `${ours.longTasks}, longest ${ms(ours.longest)} ms`,
        ours.longTasks === 0,
      );
    add(`${n}: at most 2,500 DOM nodes`, String(ours.nodes), ours.nodes <= 2500);
    if (count === 100_000)
      add(
        "100,000: heap at most 3 times the plain events",
        `${(ours.heap / ours.plain).toFixed(1)} times`,
        ours.heap <= 3 * ours.plain,
      );
  }
  for (const [count, least] of [
    [100, 40],
    [1000, 25],
  ]) {
    const ours = results.labels[count]?.datelines;
    if (!ours || ours.failed) continue;
    add(`${count}: at least ${least} readable labels on 1000 × 500 px`, String(ours.readable), ours.readable >= least);
    add(`${count}: no overlapping labels`, String(ours.overlaps), ours.overlaps === 0);
  }
  const server = results.server.datelines;
  if (server?.times) {
    add("server string of 1,000 events in at most 15 ms", `${ms(server.times[1000])} ms`, server.times[1000] <= 15);
    add("server string of 10,000 events in at most 60 ms", `${ms(server.times[10000])} ms`, server.times[10000] <= 60);
  }
  const access = results.access.datelines;
  if (access && !access.failed)
    add("no axe violation", String(access.violations.length), access.violations.length === 0);
  return rows;
}
