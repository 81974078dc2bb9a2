// Makes the events for all libraries from a seed: plain objects in bursts, with ISO days, five lanes and distinct titles.
const WHO = ["Council", "Assembly", "Ministry", "Harbour office", "Garrison", "Railway board", "University", "Court"];
const WHAT = ["signs the treaty", "opens the bridge", "denies the report", "votes on the budget", "moves its seat"];
const WHERE = ["in Arden", "at Bellis", "near Corvo", "in Dunmere", "on the Elva", "at Fenwick", "in Garrow"];

/** A linear congruential generator: the same numbers on every machine. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/**
 * `count` events between 1900 and 2020: half of them anywhere, half in bursts of about a year, a tenth as many bursts as
 * events and at most 40. With `lanes`, each is in one of five.
 */
export function makeEvents(count, lanes = true) {
  const random = seeded(20_240_619);
  const [first, days] = [Date.UTC(1900, 0, 1), 43_829];
  const bursts = Array.from({ length: Math.min(40, Math.ceil(count / 10)) }, () => random() * days);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, (_, i) => {
    const centre = random() < 0.5 ? pick(bursts) + (random() + random() - 1) * 365 : random() * days;
    const day = Math.max(0, Math.min(days - 1, Math.floor(centre)));
    const lane = `Lane ${1 + Math.floor(random() * 5)}`;
    return {
      id: `e${i}`,
      title: `${pick(WHO)} ${i} ${pick(WHAT)} ${pick(WHERE)}`,
      date: new Date(first + day * 86_400_000).toISOString().slice(0, 10),
      importance: 1 + Math.floor(random() * 5),
      ...(lanes ? { lane } : {}),
    };
  });
}
