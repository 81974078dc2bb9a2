// Measures how fast dates are parsed, as ratios within one run, because machines differ. Needs `npm run build` first.
// Exits with status 1 if a ratio misses its goal.
import { performance } from "node:perf_hooks";
import edtf from "edtf";
import { parseDate } from "../dist/index.js";

/** Nanoseconds of one call: the fastest of several rounds. The runners take turns in each round. */
function race(runners, rounds = 25) {
  const best = runners.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    runners.forEach(([run, texts], i) => {
      const start = performance.now();
      for (const text of texts) run(text);
      best[i] = Math.min(best[i], ((performance.now() - start) * 1e6) / texts.length);
    });
  }
  return best;
}

let sink = 0;
let failed = false;
function report(name, ratio, goal, atLeast) {
  const met = atLeast ? ratio >= goal : ratio <= goal;
  failed ||= !met;
  console.log(
    `${name.padEnd(58)} ${ratio.toFixed(2).padStart(8)}   goal ${atLeast ? "≥" : "≤"} ${goal.toFixed(2)}   ${met ? "met" : "MISSED"}`,
  );
}

const pad = (n, width = 2) => String(n).padStart(width, "0");
const days = Array.from(
  { length: 20_000 },
  (_, i) => `${pad(1000 + (i % 1100), 4)}-${pad((i % 12) + 1)}-${pad((i % 28) + 1)}`,
);
const read = (text) => (sink += parseDate(text).issues.length + 1);
const [own, native] = race([
  [read, days],
  [(text) => (sink += Date.parse(text) ? 1 : 0), days],
]);
console.log(`ISO days: ${own.toFixed(0)} ns here, ${native.toFixed(0)} ns by Date.parse`);
report("ISO days, speed against Date.parse", native / own, 1 / 3, true);

const VALID = [
  ...["2001-02-03", "2008-12", "2008", "-0999", "0000", "1985-04-12T23:20:30Z", "1964/2008", "2004-02-01/2005-02-08"],
  ...[
    "1984?",
    "2004-06~",
    "2004-06-11%",
    "201X",
    "20XX",
    "2004-XX",
    "1985-XX-XX",
    "2001-21",
    "1985-04-12/..",
    "../1985",
  ],
  ...[
    "1984~/2004-06",
    "Y170000002",
    "156X-12-25",
    "15XX-12-XX",
    "2004-06-~01/2004-06-~20",
    "2004?-06-11",
    "[1667,1668]",
  ],
  ...["{1960,1961-12}", "[..1760-12-03]", "1950S2", "2004-~06-11"],
];
const [ours, theirs] = race(
  [
    [
      (text) => (sink += parseDate(text, { syntax: "edtf" }).span ? 1 : 0),
      Array.from({ length: 20 }, () => VALID).flat(),
    ],
    [(text) => (sink += edtf(text).min ? 1 : 0), VALID],
  ],
  15,
);
console.log(
  `EDTF: ${ours.toFixed(0)} ns here, ${theirs.toFixed(0)} ns by the edtf package, over ${VALID.length} valid forms`,
);
report("EDTF, speed against the edtf package", theirs / ours, 20, true);

const PUMPED = ["1", "1,", "1-", "(", "-", "X", "{", "[", "..", " ", "é", "June ", "c. ", "1 or ", "19 ", "年"];
for (const piece of PUMPED) {
  // The parser refuses texts over 256 characters, so the longest text is compared with its half.
  const repeated = (length) => Array.from({ length: 100 }, () => piece.repeat(Math.floor(length / piece.length)));
  const [long, short] = race([
    [read, repeated(256)],
    [read, repeated(128)],
  ]);
  report(`${JSON.stringify(piece)} pumped to 256 characters, time(2n)/time(n)`, long / short, 2.6, false);
}
const huge = "1-".repeat(80_000);
const [big] = race([[read, [huge, huge]]], 5);
console.log(`160,000 characters: refused in ${(big / 1e6).toFixed(3)} ms`);
if (sink === 0) throw new Error("nothing was read");
process.exitCode = failed ? 1 : 0;
