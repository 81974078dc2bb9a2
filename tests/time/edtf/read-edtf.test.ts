import { describe, expect, test } from "vitest";
import { en } from "../../../src/locales/en.js";
import { edtfText } from "../../../src/time/edtf/edtf-text.js";
import { formatDate } from "../../../src/time/wording/format-date.js";
import { parseDate } from "../../../src/time/parse-date.js";
import type { Span } from "../../../src/time/span.js";
import { isoDay } from "../../support/iso.js";
import { sharedText } from "../../support/shared.js";

interface Conformance {
  readonly valid: Readonly<Record<string, readonly string[]>>;
  readonly valid_nonstandard_optional?: readonly string[];
  readonly expected_flags?: readonly {
    readonly edtf: string;
    readonly uncertain: boolean;
    readonly approximate: boolean;
    readonly uncertain_and_approximate: boolean;
  }[];
  readonly invalid: readonly string[];
  readonly expected?: readonly {
    readonly edtf: string;
    readonly earliest?: string;
    readonly latest?: string;
    readonly earliest_fuzzy?: string;
    readonly latest_fuzzy?: string;
  }[];
}

const edtf = (text: string) => parseDate(text, { syntax: "edtf" });

/** Strings that one list calls invalid and the others, or the standard's own example, allow. */
const DECIDED_VALID: readonly string[] = ["[1667,1668, 1670..1672]", "{-1667,1668, 1670..1672}"];

/**
 * Bounds that are a choice of that source and not ours: a winter runs over New Year here, an unknown end is not ten years,
 * and a year with significant digits covers all years that agree in them.
 */
const DECIDED_BOUNDS: readonly string[] = [
  ...["1943-24", "2010-24", "/2006", "2004-06-01/", "1984-06-02?/"],
  ...["1950S2", "1953S2", "1953S3", "Y17101E4S3", "Y3388E2S3", "Y171010000S3"],
];

describe("the EDTF lists of three other libraries", () => {
  for (const name of ["edtfjs", "edtf-validate", "python-edtf"]) {
    const list = JSON.parse(sharedText(`edtf/${name}.json`)) as Conformance;

    test(`every string that ${name} calls valid is read`, () => {
      const refused = Object.values(list.valid)
        .flat()
        .filter((text) => !edtf(text).span);
      expect(refused).toEqual([]);
    });

    test(`every string that ${name} calls invalid is refused with one error`, () => {
      const accepted = list.invalid.filter((text) => edtf(text).span);
      expect(accepted.filter((text) => !DECIDED_VALID.includes(text))).toEqual([]);
      for (const text of list.invalid) {
        if (!DECIDED_VALID.includes(text)) expect(edtf(text).issues, text).toHaveLength(1);
      }
    });

    test(`every bound that ${name} states is met`, () => {
      const day = (text: string | undefined): string | undefined => text?.replace(/T.*/, "");
      const missed = (list.expected ?? []).filter(({ edtf: text, earliest, latest }) => {
        const span = edtf(text).span;
        if (!span || DECIDED_BOUNDS.includes(text)) return false;
        // Beyond the range of exact milliseconds the last day of a year is not a day any more: the year must do.
        const long = text.startsWith("Y");
        const last = long ? isoDay(span.end).replace(/-01-01$/, "") : isoDay(span.end - 1);
        const wanted = long && latest ? String(Number(/^-?\d+/.exec(latest)?.[0]) + 1) : day(latest);
        return (earliest && isoDay(span.start) !== day(earliest)) || (latest && last !== wanted);
      });
      expect(missed).toEqual([]);
    });

    test(`every qualifier that ${name} states is read`, () => {
      const wrong = (list.expected_flags ?? []).filter(({ edtf: text, ...flags }) => {
        const span = edtf(text).span;
        const uncertain = flags.uncertain || flags.uncertain_and_approximate;
        const approximate = flags.approximate || flags.uncertain_and_approximate;
        return span?.uncertain !== uncertain || span.approximate !== approximate;
      });
      expect(wrong).toEqual([]);
      const valid = Object.values(list.valid).flat().length;
      const bounds = list.expected?.length ?? 0;
      const decided = (list.expected ?? []).filter(({ edtf: text }) => DECIDED_BOUNDS.includes(text)).length;
      console.info(
        `EDTF, ${name}: ${valid} valid, ${list.invalid.length} invalid, ${bounds} bounds (${decided} decided otherwise), ${list.expected_flags?.length ?? 0} qualifiers`,
      );
    });
  }
});

describe("a choice between all that lies between two dates", () => {
  test.each([
    ["[1667..1670]", "between 1667 and 1670"],
    ["[1984-03..1984-05~]", "about between March 1984 and May 1984"],
  ])("%s is once, %s", (text, words) => {
    const { span, issues } = parseDate(text, { syntax: "edtf" });
    expect(issues).toEqual([]);
    expect(span?.kind).toBe("moment");
    expect(formatDate(span as Span, en)).toBe(words);
    expect(edtfText(span as Span)).toBe(text.replace("1984-03..", "1984-03~.."));
  });

  test("of all of them lasts from the first to the last", () => {
    expect(parseDate("{1667..1670}").span?.kind).toBe("interval");
  });
});

describe("strings on which the lists disagree", () => {
  test("a blank after a comma in a set is allowed", () => {
    expect(edtf("[1667,1668, 1670..1672]").span?.members).toHaveLength(3);
  });

  test("seasons may be the ends of an interval", () => {
    const span = edtf("2018-21/2018-23").span;
    expect([isoDay(span?.start ?? 0), isoDay((span?.end ?? 0) - 1)]).toEqual(["2018-03-01", "2018-11-30"]);
  });

  test("an unknown end has no bound", () => {
    expect(edtf("2004-06-01/").span?.end).toBe(Number.POSITIVE_INFINITY);
    expect(edtf("/2006").span?.start).toBe(Number.NEGATIVE_INFINITY);
  });

  test.each([
    ["2001-21", "2001-03-01", "2001-05-31"],
    ["2001-26", "2001-06-01", "2001-08-31"],
    ["2001-29", "2001-09-01", "2001-11-30"],
    ["2001-30", "2001-12-01", "2002-02-28"],
    ["2001-31", "2001-03-01", "2001-05-31"],
    ["2001-32", "2001-06-01", "2001-08-31"],
    ["2001-33", "2001-01-01", "2001-03-31"],
    ["2001-36", "2001-10-01", "2001-12-31"],
    ["2001-37", "2001-01-01", "2001-04-30"],
    ["2001-39", "2001-09-01", "2001-12-31"],
    ["2001-40", "2001-01-01", "2001-06-30"],
    ["2001-41", "2001-07-01", "2001-12-31"],
  ])("%s is %s to %s", (text, first, last) => {
    const span = edtf(text).span;
    expect([isoDay(span?.start ?? 0), isoDay((span?.end ?? 0) - 1)]).toEqual([first, last]);
  });
});

describe("EDTF dates", () => {
  test("a winter begins in December of its year and ends with February of the next", () => {
    const span = edtf("2024-24").span;
    expect([isoDay(span?.start ?? 0), isoDay((span?.end ?? 0) - 1)]).toEqual(["2024-12-01", "2025-02-28"]);
  });

  test("significant digits cover every year that agrees in them", () => {
    const span = edtf("1950S2").span;
    expect([isoDay(span?.start ?? 0), isoDay((span?.end ?? 0) - 1)]).toEqual(["1900-01-01", "1999-12-31"]);
  });

  test("a qualifier before a component makes the date approximate or uncertain", () => {
    expect(edtf("2004-06-?11").span).toMatchObject({ uncertain: true, approximate: false });
    expect(edtf("2004-~06").span).toMatchObject({ uncertain: false, approximate: true });
    expect(edtf("%2001").span).toMatchObject({ uncertain: true, approximate: true });
  });

  test("years beyond the range of Date are plain numbers", () => {
    const { span } = edtf("Y-17E7");
    expect(isoDay(span?.start ?? 0)).toBe("-170000000-01-01");
  });

  test("an open end and an unknown end are told apart", () => {
    expect(edtf("1990/..").span?.openEnd).toBe("open");
    expect(edtf("1990/").span?.openEnd).toBe("unknown");
  });
});
