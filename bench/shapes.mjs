// Makes timelines of several shapes from a seed: lanes, ranges, bursts, sources. The same on every machine.
const WHO = ["Council", "Assembly", "Ministry", "Harbour office", "Garrison", "Railway board", "University", "Court"];
const WHAT = ["signs the treaty", "opens the bridge", "denies the report", "votes on the budget", "moves its seat"];
const WHERE = ["in Arden", "at Bellis", "near Corvo", "in Dunmere", "on the Elva", "at Fenwick", "in Garrow"];
const FIRST = Date.UTC(1900, 0, 1);
const DAYS = 43_829;
const DAY = 86_400_000;

function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** When events are: anywhere, half of them in bursts of about a year, or ever more often. */
const TIMES = {
  even: (random) => () => random() * DAYS,
  bursts: (random, count) => {
    const bursts = Array.from({ length: Math.min(40, Math.ceil(count / 10)) }, () => random() * DAYS);
    return () =>
      random() < 0.5 ? bursts[Math.floor(random() * bursts.length)] + (random() + random() - 1) * 365 : random() * DAYS;
  },
  growing: (random) => () => Math.sqrt(random()) * DAYS,
};

/**
 * @param count number of events
 * @param shape `times`: even, bursts or growing; `lanes`: their number, 1 for events without a lane; `ranges`: the part of
 *   events that last up to eight years; `sources`: whether each has one to three
 */
export function makeShape(count, { times, lanes, ranges, sources, seed = 20_240_619 }) {
  const random = seeded(seed);
  const when = TIMES[times](random, count);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const iso = (day) =>
    new Date(FIRST + Math.max(0, Math.min(DAYS - 1, Math.floor(day))) * DAY).toISOString().slice(0, 10);
  const events = Array.from({ length: count }, (_, i) => {
    const day = when();
    const lasts = random() < ranges ? 30 + random() * 2900 : 0;
    return {
      id: `e${i}`,
      title: `${pick(WHO)} ${i} ${pick(WHAT)} ${pick(WHERE)}`,
      date: lasts > 0 ? `${iso(day)}/${iso(day + lasts)}` : iso(day),
      importance: 1 + Math.floor(random() * 5),
      ...(lanes > 1 ? { lane: `Lane ${1 + Math.floor(random() * lanes)}` } : {}),
      ...(sources
        ? {
            sources: Array.from(
              { length: 1 + Math.floor(random() * 3) },
              () => `https://example.org/${Math.floor(random() * 40)}`,
            ),
          }
        : {}),
    };
  });
  return { events };
}
