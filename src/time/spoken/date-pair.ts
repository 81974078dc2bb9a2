/** Completes two dates of which one omits shared parts: "19–21 June 2024", "1939-45", "5th–4th century BC". */
import { momentOf, type Parts } from "./date-parts.js";
import { Refusal, type Remark } from "../refusal.js";
import type { Moment } from "../span.js";

/** The moments of two dates, each completed with parts of the other. */
export function pair(a: Parts, b: Parts, remarks: Remark[]): [Moment, Moment] {
  return completed(a, b, remarks).map(momentOf) as [Moment, Moment];
}

/** The moments of two ends. A year that is written once is adjusted where it would put the end before the start. */
export function ends(a: Parts, b: Parts, remarks: Remark[]): [Moment, Moment] {
  const [left, right] = completed(a, b, remarks);
  const [first, last] = [a, b].map(({ year, bare, moment }) => year ?? bare ?? moment);
  // Two months show their order even where the day does not exist: "29 Feb – 3 Jan 2025".
  const isTurned = (): boolean =>
    left.month !== undefined && right.month !== undefined
      ? left.month > right.month
      : momentOf(left).start >= momentOf(right).end;
  if (left.year !== undefined && left.year === right.year && left.era === right.era && isTurned()) {
    if (first === undefined) moveYear(left, -1);
    else if (last === undefined) moveYear(right, 1);
  }
  return [left, right].map(momentOf) as [Moment, Moment];

  function moveYear(parts: Parts, by: 1 | -1): void {
    const year = (parts.year as number) + (parts.era === "bce" ? -by : by);
    // There is no year 0 between the eras.
    if (parts.era && year === 0) return;
    parts.year = year;
    remarks.push({
      code: "interval-shorthand",
      problem: `it is read as ${by < 0 ? "beginning" : "ending"} in ${year}${parts.era === "bce" ? " BC" : ""}`,
      hint: "Write the year of both dates",
    });
  }
}

function completed(a: Parts, b: Parts, remarks: Remark[]): [Parts, Parts] {
  const [left, right] = [{ ...a }, { ...b }];
  expandShortYear(left, right, remarks);
  if (left.ago && right.ago === undefined && right.bare !== undefined) {
    right.ago = { years: right.bare, unit: 1, scale: 1 };
  }
  if (right.ago && left.bare !== undefined) {
    // "70–66 Ma": the unit is written once.
    left.ago = { ...right.ago, years: left.bare * right.ago.scale };
    delete left.bare;
  }
  if (left.bare !== undefined && left.era === undefined) completeBare(left, right);
  if (
    right.bare !== undefined &&
    right.era === undefined &&
    left.day !== undefined &&
    left.month !== undefined &&
    right.bare <= 31 &&
    !left.yearLast
  ) {
    // "June 19-21": the month stands on the left.
    right.day = right.bare;
    delete right.bare;
    delete right.digits;
  }
  if (right.day !== undefined && right.month === undefined && left.month !== undefined) right.month = left.month;
  share(left, right);
  return [left, right];
}

/** "1939-45", "1828–9", "1850s–60s": the second year has the first digits of the first. */
function expandShortYear(left: Parts, right: Parts, remarks: Remark[]): void {
  if (left.decade !== undefined && right.decade !== undefined && right.digits === 2) {
    right.decade += left.decade - (left.decade % 100);
    right.digits = 4;
  }
  const first = left.year ?? left.bare;
  const second = right.bare;
  const plain = left.day === undefined && left.era === undefined && right.era === undefined && !right.ordinal;
  if (first === undefined || second === undefined || !plain || (left.digits ?? 4) !== 4 || (right.digits ?? 4) > 3)
    return;
  const size = 10 ** (right.digits ?? 2);
  // "1999–00" ends in 2000.
  const isNextCentury = second === 0 && first % 100 === 99 && size === 100;
  if (second <= first % size && !isNextCentury) {
    if (size < 1000) return;
    throw new Refusal("date-invalid", `the end "${second}" lies before ${first}`, "Write both years with four digits");
  }
  right.bare = first - (first % size) + second + (isNextCentury ? size : 0);
  right.digits = 4;
  remarks.push({
    code: "interval-shorthand",
    problem: `it is read as ${first} to ${right.bare}`,
    hint: `Write ${first}/${right.bare}`,
  });
}

/** Decides by the right date whether a lone number on the left is a day, a century or a year. */
function completeBare(left: Parts, right: Parts): void {
  const n = left.bare as number;
  const move = (field: "day" | "century" | "millennium"): void => {
    left[field] = n;
    delete left.bare;
    delete left.digits;
  };
  if (right.day !== undefined && right.month !== undefined && n <= 31) move("day");
  else if (right.century !== undefined && left.ordinal) move("century");
  else if (right.millennium !== undefined && left.ordinal) move("millennium");
  else if (right.moment === undefined && right.era && left.era === undefined) {
    if (right.era === "bce" || n < 100) left.era = right.era;
  }
}

/** Copies month, year and era from the side that has them to the other. */
function share(left: Parts, right: Parts): void {
  if (left.month === undefined && left.day !== undefined && right.month !== undefined) left.month = right.month;
  const leftNeeds = left.month !== undefined || left.season !== undefined;
  const rightNeeds = right.month !== undefined || right.season !== undefined;
  if (leftNeeds && left.year === undefined && left.bare === undefined && right.year !== undefined) {
    left.year = right.year;
    if (right.digits !== undefined) left.digits = right.digits;
    if (right.era) left.era = right.era;
  }
  if (rightNeeds && right.year === undefined && right.bare === undefined && left.year !== undefined) {
    right.year = left.year;
    if (left.digits !== undefined) right.digits = left.digits;
    if (left.era) right.era = left.era;
  }
  const counted = left.century ?? left.millennium ?? left.decade ?? left.year;
  if (right.era === "bce" && left.era === undefined && counted !== undefined) left.era = "bce";
}
