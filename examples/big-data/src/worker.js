// Generates a million events in order of time, as columns. Numbers are in typed arrays, which the page receives without a
// copy; titles come in batches, so that no message blocks the page. A worker that reads your own file sends the same
// columns: parse its dates to milliseconds, then sort.
const COUNT = 1_000_000;
const BATCH = 10_000;
const DAY = 86_400_000;
const WHAT = ["Meteor", "Aurora", "Comet", "Eclipse", "Halo", "Sunspot"];
const WHERE = ["Arden", "Bellis", "Corvo", "Dunmere", "Elva", "Fenwick", "Garrow", "Málaga"];

// A linear congruential generator (Numerical Recipes, 7.1).
let state = 1;
const next = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const upTo = (count) => Math.floor(next() * count);

const date = Float64Array.from({ length: COUNT }, () => Date.UTC(1900, 0, 1) + upTo(43_829) * DAY).sort();
const lane = Uint8Array.from({ length: COUNT }, () => upTo(2));
const importance = Uint8Array.from({ length: COUNT }, () => 1 + Math.floor(5 * next() ** 3));
for (let from = 0; from < COUNT; from += BATCH) {
  const titles = Array.from(
    { length: BATCH },
    (_, i) => `${WHAT[upTo(WHAT.length)]} ${from + i + 1} over ${WHERE[upTo(WHERE.length)]}`,
  );
  postMessage({ titles });
}
postMessage({ numbers: { date, lane, importance } }, [date.buffer, lane.buffer, importance.buffer]);
