import fc from "fast-check";
import type { SourceInput } from "../../src/model/document/document.js";

/** Text as people and attackers write it: any characters, the special ones of every format often. */
export const someText = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(..."\\{}$&#%_^~\"'<>|@=,;:-–—\n\r\té字ש🙂 ab12"), minLength: 1, maxLength: 20 }),
  )
  .filter((text) => text.trim() !== "" && !/\p{Cs}/u.test(text));

const dates = fc.constantFrom(
  ...["2024-06-19", "2024-06", "1848", "1984?", "2004-06~", "winter 1834-35", "c. 1850", "before 1600", "1850s"],
  ...["44 BC", "2024-06-19T14:30", "1939-45", "2024-06-01/2024-06-19", "[1667,1668]", "n.d.", "some time ago"],
);
const urls = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    "https://doi.org/10.1000/xyz%23a",
    "doi:10.1000/182",
    "urn:isbn:978-3-16-148410-0",
    "https://example.org/{a}?b=%",
  ),
);

/** A source with any of its fields. */
export const someSource: fc.Arbitrary<SourceInput> = fc
  .record(
    {
      url: urls,
      title: someText,
      publisher: someText,
      author: someText,
      published: dates,
      accessed: dates,
      archived: fc.webUrl(),
      quote: someText,
      language: fc.constantFrom("en", "ko", "zh-Hant"),
    },
    { requiredKeys: ["title"] },
  )
  .map((source) => source as SourceInput);
