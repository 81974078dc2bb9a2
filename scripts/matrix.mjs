// Checks that the output does not depend on the machine: renders one document in every time zone, in several languages, on
// each given Node, and compares the bytes. Builds dist if there is none.
//   node scripts/matrix.mjs                               this Node
//   DATELINES_NODES=/a/node:/b/node node scripts/matrix.mjs   these Nodes too
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { printFigures } from "./figures.mjs";

const self = fileURLToPath(import.meta.url);
const LANGUAGES = ["C", "en_US.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "th_TH.UTF-8"];
/** Zones of all languages but the first, which takes every zone. These differ most. */
const FEW = ["UTC", "Asia/Pyongyang", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu", "America/St_Johns"];

if (process.argv[2] === "--child") {
  const { parseDate, renderToHtml, renderToString } = await import("../dist/index.js");
  const kursk = JSON.parse(readFileSync(new URL("../examples/kursk/kursk.json", import.meta.url), "utf8"));
  const random = (i) => Math.abs(Math.imul(i + 1, 2654435761)) / 2 ** 31;
  const days = Array.from({ length: 200 }, (_, i) =>
    new Date(Date.UTC(0, 0, 1) + random(i) * 3e14).toISOString().slice(0, 10),
  );
  const document = { ...kursk, events: [...kursk.events, ...days.map((date) => ({ title: date, date }))] };
  const zones = process.argv[3] === "all" ? Intl.supportedValuesOf("timeZone") : FEW;
  const lines = zones.map((zone) => {
    process.env.TZ = zone;
    const hash = createHash("sha256").update(renderToString(document)).update(renderToHtml(kursk));
    for (const day of days) hash.update(JSON.stringify(parseDate(day).span));
    // The control reads a day as local time: its output must differ.
    const local = createHash("sha256")
      .update(new Date(2011, 11, 30).toISOString())
      .digest("hex");
    return `${hash.digest("hex")} ${local}`;
  });
  console.log(lines.join("\n"));
} else {
  const root = fileURLToPath(new URL("..", import.meta.url));
  if (!existsSync(`${root}dist/index.js`))
    spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
  const nodes = [process.execPath, ...(process.env.DATELINES_NODES ?? "").split(delimiter).filter(Boolean)];
  const outputs = new Set();
  const controls = new Set();
  let runs = 0;
  for (const node of nodes) {
    const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout?.trim();
    for (const [i, language] of LANGUAGES.entries()) {
      const { stdout, stderr, status } = spawnSync(node, [self, "--child", i === 0 ? "all" : "few"], {
        encoding: "utf8",
        env: { ...process.env, LANG: language, LC_ALL: language, LANGUAGE: language },
      });
      if (status !== 0) {
        console.error(stderr);
        process.exit(1);
      }
      const lines = stdout.trim().split("\n");
      for (const line of lines) {
        const [output, control] = line.split(" ");
        outputs.add(output);
        controls.add(control);
      }
      runs += lines.length;
      console.log(`Node ${version}, ${language}: ${lines.length} zones`);
    }
  }
  const met = printFigures([
    { name: `different outputs of ${runs} renders`, value: outputs.size, goal: { exactly: 1 } },
    { name: "different outputs of a control that reads days as local time", value: controls.size, goal: { least: 10 } },
  ]);
  process.exitCode = met ? 0 : 1;
}
