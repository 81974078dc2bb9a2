import { test } from "vitest";
import { LOCALES } from "../support/locales.js";
import { formatDate } from "../../src/time/format.js";
import { parseDate } from "../../src/time/parse-date.js";
const T = [
  "2024-10-08",
  "2024-06",
  "1944",
  "1450~",
  "1450?",
  "1450%",
  "2024-10-08~",
  "1914/1918",
  "2024-10-08/2024-10-13",
  "2024-06-19/2024-08-01",
  "1944-06/1944-08",
  "1990/..",
  "1990/",
  "/1600",
  "../1600",
  "before 1600",
  "before 8 Oct 2024",
  "after 1938",
  "not before 1603",
  "not after June 1605",
  "between 1450 and 1460",
  "between 8 Oct 2024 and 13 Oct 2024",
  "1850s",
  "before 1850s",
  "19th century",
  "late 19th century",
  "about early 1944",
  "44 BC",
  "15 March 44 BC",
  "0044",
  "5th century BC",
  "2001-22",
  "1834-24",
  "2024-33",
  "2024-38",
  "2024-41",
  "66 Ma",
  "13.8 Ga",
  "12,000 years ago",
  "[1667,1668,1670]",
  "{1960,1961}",
  "1850s/1870s",
  "18XX/19XX",
  "from winter 2001 to summer 2002",
  "2024-06-19T14:30",
  "2024-06-19T14",
  "2024-06-19T14:30:05",
  "2024-06-19T14:30:05.123",
  "2nd millennium BC",
  "mid-June 1944",
];
test("x", () => {
  const fs = process.env.L?.split(",");
  for (const l of LOCALES) {
    if (fs && !fs.includes(l.code)) continue;
    let bad = 0;
    const out: string[] = [];
    for (const t of T) {
      const s = parseDate(t).span;
      if (!s) {
        out.push("?? " + t);
        continue;
      }
      for (const style of ["words", "long"] as const) {
        const w = formatDate(s, l, style);
        const again = parseDate(w, { locale: l });
        const same =
          again.span &&
          again.span.start === s.start &&
          again.span.end === s.end &&
          again.span.kind === s.kind &&
          again.span.approximate === s.approximate &&
          again.span.uncertain === s.uncertain &&
          again.span.openEnd === s.openEnd &&
          again.span.openStart === s.openStart;
        if (!same) {
          bad++;
        }
        if (!same || process.env.ALL)
          out.push(
            `${same ? "ok" : "XX"} ${t} | ${w} | ${again.span ? again.span.kind + " " + new Date(again.span.start).toISOString?.call(new Date(Math.max(-8e15, Math.min(8e15, again.span.start)))) + " " + again.span.openStart + again.span.openEnd : again.issues[0]?.message}`,
          );
      }
    }
    console.log(l.code, "bad", bad, "\n" + out.join("\n"));
  }
});
