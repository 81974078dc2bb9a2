/**
 * Names the notations of catalogues, genealogists, planners and other calendars that `parseDate` does not read, so that a
 * refusal says what the text is. `datelines/import` and `datelines/calendars` read most of them.
 */
import { type Issue, makeIssue } from "../base/issue.js";
import { normaliseText } from "./normalise-text.js";

const CONVERT = "Write the Gregorian date, or convert it with datelines/calendars";
const ALONE = "Write the date alone; datelines/import reads this notation";

/** Each notation with a pattern that finds it in lower case, and a remedy. The first match names the text. */
const NOTATIONS: readonly (readonly [name: string, pattern: string, hint?: string])[] = [
  ["a date of a calendar that GEDCOM names", "@#d", CONVERT],
  [
    "a date of the Japanese calendar",
    "令和|平成|昭和|大正|明治|(reiwa|heisei|sh[oō]wa|taish[oō]|meiji) ?\\d|^[mtshr]\\d+\\.",
    CONVERT,
  ],
  ["a date of the Minguo calendar", "民[國国]|minguo|\\broc ?\\d", CONVERT],
  ["a date of an East Asian era", "\\p{Script=Han}{2}[元〇一二三四五六七八九十\\d]+年", CONVERT],
  [
    "a date of the Solar Hijri calendar",
    "\\d (a\\.?p|s\\.?h)\\b|shamsi|ه.?ش|(farvar|ordibe|khordad|mordad|shahri|mehr|aban|azar|bahman|esfan)\\w* \\d",
    CONVERT,
  ],
  [
    "a date of the Hijri calendar",
    "\\ba\\.?h\\b|hijri|\\d هـ|muhar|safar|\\brabi|jumada|rajab|sha.?ban|rama[dz]|shawwal|dhu",
    CONVERT,
  ],
  [
    "a date of the Hebrew calendar",
    "(?<!\\d)[3-6]\\d{3} a\\.?m\\b|anno mundi|(tishr|heshvan|kislev|te[bv]et|sh.?vat|adar|nisan|iyy?ar|sivan|tamm?uz|elul)\\w* \\d{4}",
    CONVERT,
  ],
  [
    "a date of the French Republican calendar",
    "^an [ivx\\d]+$|vend[ée]mi|brumai|frimai|niv[ôo]s|pluvi|vent[ôo]s|germinal|flor[ée]al|prairi|messid|thermid|fructi|compl[ée]mentaire",
    CONVERT,
  ],
  ["a date of the Julian calendar (Old Style)", "\\bo\\.? ?s\\b|julian|old style", CONVERT],
  ["a date of the Buddhist calendar", "\\d b\\.?e\\b|\\bb\\.?e\\.? ?\\d|พ\\.ศ", CONVERT],
  ["a century as libraries write it", "^\\D*\\d\\d(--|––|\\?\\?|__)", "Write 18XX for the 1800s"],
  ["a decade as libraries write it", "^\\D*\\d{3}[-_][?\\]]", "Write 186X for the 1860s"],
  ["a date in a cataloguer's brackets", "\\[.*\\]"],
  ["a copyright date", "©|\\(c\\)|℗|^cop|\\b[cp]\\d{4}", "Write 1987, or c. 1987 for about 1987"],
  ["a fiscal year, whose first month is not stated", "\\bfy|fiscal", "Write both ends, as in 2021-04/2022-03"],
  ["a genealogist's date (GEDCOM)", "^(cal|est|int) (?!bp)"],
  ["a week whose first day is not stated", "(?<![-\\d])\\b(week|wk|[kc]?w) ?\\d", "Write 2024-W05 for an ISO week"],
  ["a time with an abbreviated zone", "\\d ?([ap]m)? [a-z]{1,4}t$", "Write the offset, as in 15:00 UTC+2"],
  ["a date with its correction", "\\bi\\.? ?e\\b"],
  ["a date with a label", "^\\p{L}[\\p{L} ]*:"],
  ["a date with a note on another stage of the work", "\\b(re)?(print|publish|publ\\.)|\\bissued|\\bcast "],
  ["an abbreviated century", "\\d(st|nd|rd|th) c\\b|\\bc ?\\d\\d(th|st|$)", "Write 18th century"],
];

const GENERAL_CODES: readonly string[] = ["date-unrecognised", "date-trailing-text", "year-two-digits"];

/**
 * Replaces general refusals of dates by ones that name the notation. It is apart from `parseDate`, so that a page that shows no
 * issues does not load the names.
 */
export function nameNotations(issues: readonly Issue[]): readonly Issue[] {
  let isChanged = false;
  const named = issues.map((issue) => {
    const { code, value, message } = issue;
    // A day that does not exist may exist in another calendar.
    const isInvalid = code === "date-invalid";
    if (value === undefined || !(isInvalid || GENERAL_CODES.includes(code))) return issue;
    const notation = notationOf(normaliseText(value).text, isInvalid && !message.includes("brackets"));
    if (!notation) return issue;
    isChanged = true;
    return makeIssue("date-unrecognised", `it is ${notation[0]}`, { ...issue, hint: notation[2] ?? ALONE });
  });
  return isChanged ? named : issues;
}

/** @param calendarsOnly looks for other calendars alone */
function notationOf(text: string, calendarsOnly: boolean): (typeof NOTATIONS)[number] | undefined {
  const lower = text.toLowerCase();
  return NOTATIONS.find(
    ([, pattern, hint]) => (!calendarsOnly || hint === CONVERT) && new RegExp(pattern, "u").test(lower),
  );
}
