/**
 * The attack corpus: 60 vectors, each a list of texts that go into every text of a document. A text that runs calls
 * `canary(n)` and asks for `/beacon/n`, so that a run can be traced to its vector.
 */

export interface Vector {
  readonly id: number;
  readonly title: string;
  readonly texts: readonly string[];
  /** What cannot be put into a text, and the test that holds it. */
  readonly elsewhere?: string;
}

/** Script that reports. Without quotes and blanks, so that it survives in every kind of attribute. */
const call = (n: number): string => `canary(${n}),new(Image)().src=\`/beacon/${n}\``;
const image = (n: number): string => `<img src=/beacon/${n} onerror="${call(n)}">`;
const chars = (...points: number[]): string => String.fromCodePoint(...points);
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const HOST = "//other.example";

/** Code points that XML 1.0 forbids, and halves of surrogate pairs. */
const FORBIDDEN = [...range(0, 8), 0xb, 0xc, ...range(0xe, 0x1f), 0xfffe, 0xffff]
  .map((point) => `a${chars(point)}b`)
  .join("");
const LONE = `\ud800 ${"\udc00"} \udbff\udbff`;

type Make = (n: number) => readonly string[];

const A: readonly (readonly [string, Make])[] = [
  [
    "end tags of title, desc, text and svg, then a script",
    (n) => [`</title></desc></text></svg><script>${call(n)}</script>`, `</text><script>${call(n)}</script>`],
  ],
  [
    "img with a dead src and onerror",
    (n) => [image(n), `<IMG SRC=/beacon/${n} ONERROR="${call(n)}">`, `<img src=x onerror\n=\n"${call(n)}">`],
  ],
  [
    "elements that load or open by themselves",
    (n) => [
      `<svg onload="${call(n)}">`,
      `<body onload="${call(n)}">`,
      `<details open ontoggle="${call(n)}">x</details>`,
      `<video><source onerror="${call(n)}"></video>`,
    ],
  ],
  ["the end of svg, then an HTML image", (n) => [`</svg>${image(n)}`, `</g></svg></figure>${image(n)}`]],
  [
    "ends of comments and of CDATA",
    (n) => [`-->${image(n)}`, `]]>${image(n)}`, `<![CDATA[</desc><script>${call(n)}</script>]]>`, `<!--${image(n)}`],
  ],
  [
    "a chain that closes raw text elements",
    (n) => [
      `</textarea></style></noscript></xmp></title></template></iframe><plaintext>${image(n)}`,
      `</textarea></style></script></noscript></title>${image(n)}`,
    ],
  ],
  [
    "references that are ready made",
    (n) => [
      `&lt;img src=x onerror=${call(n)}&gt;`,
      `&amp;lt;img src=x onerror=${call(n)}&amp;gt;`,
      "&amp;amp;lt;script&amp;amp;gt;",
    ],
  ],
  [
    "numeric references without an end, padded, out of range",
    (n) => [
      `&#60img src=x onerror=${call(n)}&#62`,
      "&#x3cscript&#x3e",
      "&#0000000060;b&#0000000062;",
      "&#x110000; &#0;",
    ],
  ],
  [
    "nests that change when they are parsed twice",
    (n) => [
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${image(n)}">`,
      `<noscript><p title="</noscript>${image(n).replaceAll('"', "")}">`,
      `<svg></p><style><a id="</style>${image(n).replaceAll('"', "")}">`,
    ],
  ],
  [
    "other tools' templates",
    (n) => [`{{constructor.constructor('${call(n)}')()}}`, `\${${call(n)}}`, `<%= ${call(n)} %>`, `[[${call(n)}]]`],
  ],
];

const B: readonly (readonly [string, Make])[] = [
  [
    "a double quote, then handlers",
    (n) => [`" onmouseover="${call(n)}" x="`, `" onfocus="${call(n)}" autofocus tabindex="0" x="`],
  ],
  [
    "a single quote, then handlers",
    (n) => [`' onmouseover='${call(n)}' x='`, `' onfocus='${call(n)}' autofocus tabindex='0'`],
  ],
  ["a backtick, a slash", (n) => [`\` onmouseover=${call(n)} x=\``, `x/onmouseover=${call(n)}/`]],
  [
    "blanks of every kind before a handler",
    (n) => ["\t", "\n", "\r", "\f", "\u00a0"].map((blank) => `"${blank}onload="${call(n)}"${blank}x="`),
  ],
  ["the end of a tag, then an element", (n) => [`">${image(n)}`, `'>${image(n)}`, `/>${image(n)}`, `x>${image(n)}`]],
  [
    "names made from data",
    (n) => ["a b", "a=b", "a>b", "a/b", 'a"b', "a'b", "a:b", "a\u0000b", `x onload=${call(n)}`, `--x:${call(n)}`],
  ],
];

const C: readonly (readonly [string, Make])[] = [
  ["javascript:", (n) => [`javascript:${call(n)}`, `javascript:void(${call(n)})`]],
  ["javascript: in mixed case and after blanks", (n) => [`JaVaScRiPt:${call(n)}`, `  \u00a0 javascript:${call(n)}`]],
  [
    "javascript: with blanks and references inside",
    (n) => [
      `java\tscript:${call(n)}`,
      `java\nscript:${call(n)}`,
      `java\rscript:${call(n)}`,
      `java&#9;script:${call(n)}`,
      `java&#10;script:${call(n)}`,
      `java&Tab;script:${call(n)}`,
      `java&NewLine;script:${call(n)}`,
      `javascript&colon;${call(n)}`,
    ],
  ],
  [
    "javascript: after control characters",
    (n) => [`\u0000javascript:${call(n)}`, `\u0001javascript:${call(n)}`, `\u001fjavascript:${call(n)}`],
  ],
  [
    "javascript: that looks like a host, or far to the right",
    (n) => [`javascript://trusted.example/%0A${call(n)}`, `${" ".repeat(200)}javascript:${call(n)}`],
  ],
  [
    "data:",
    (n) => [
      `data:text/html,<script>${call(n)}</script>`,
      `data:text/html;base64,${Buffer.from(`<script>${call(n)}</script>`).toString("base64")}`,
      `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${call(n)}'/>`,
      `data:,x;text/html/x,<script>${call(n)}</script>`,
    ],
  ],
  [
    "other schemes",
    (n) => [
      `vbscript:${call(n)}`,
      "blob:https://other.example/1",
      "filesystem:https://other.example/1",
      "file:///etc/passwd",
      "view-source:https://other.example/",
      "about:blank",
      "intent://x#Intent;end",
      "ms-word:ofe|u|https://other.example/x",
      `feed:javascript:${call(n)}`,
    ],
  ],
  [
    "addresses that reach another host than they show",
    () => [
      HOST,
      "/\\other.example",
      "\\\\other.example",
      "https:\\\\other.example",
      "http:///other.example",
      "https:other.example",
    ],
  ],
  [
    "names and passwords in addresses",
    () => ["https://trusted.example@other.example/", "https://user:pw@other.example/"],
  ],
  [
    "hosts that look like others",
    () => [
      "https://ex\u0430mple.example/",
      "https://xn--80ak6aa92e.example/",
      "https://0x7f.1/",
      "http://[::1]/",
      "https://other.example./",
    ],
  ],
  ["mailto and tel", () => ["mailto:a@other.example?subject=x%0D%0ABcc:b@other.example", "tel:+1-800-ATTACK"]],
  [
    "good addresses with bad ends",
    (n) => [
      `https://other.example/"onmouseover="${call(n)}`,
      `https://other.example/'>${image(n)}`,
      "https://other.example/\u202egnp.exe",
      `https://other.example/${"a".repeat(60_000)}`,
      "https://other.example/a b%00c",
    ],
  ],
];

const D: readonly (readonly [string, Make])[] = [
  [
    "script of another origin",
    (n) => [
      `<script href="/beacon/${n}"/>`,
      `<script xlink:href="/beacon/${n}"/>`,
      `<script src="/beacon/${n}"></script>`,
    ],
  ],
  [
    "animate that writes a link",
    (n) => [`<a><animate attributeName="href" values="javascript:${call(n)}"/><text y="20">x</text></a>`],
  ],
  [
    "set that writes links and handlers",
    (n) =>
      ["href", "xlink:href", "onclick", "onload"].map(
        (name) => `<a><set attributeName="${name}" to="javascript:${call(n)}"/><text y="20">x</text></a>`,
      ),
  ],
  [
    "handlers of animations and of visibility",
    (n) => [
      `<svg><animate onbegin="${call(n)}" attributeName="x" dur="1ms"/></svg>`,
      `<svg><animate onend="${call(n)}" attributeName="x" dur="1ms"/></svg>`,
      `<svg><animate onrepeat="${call(n)}" attributeName="x" dur="1ms" repeatCount="2"/></svg>`,
      `<p oncontentvisibilityautostatechange="${call(n)}" style="content-visibility:auto">x</p>`,
      `<rect onfocus="${call(n)}" autofocus="" tabindex="0"/>`,
    ],
  ],
  [
    "use of another document",
    (n) => [
      `<use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='${call(n)}'/></svg>#x"/>`,
      `<use href="/beacon/${n}#x"/>`,
    ],
  ],
  [
    "images and filters that fetch",
    (n) => [
      `<svg><image href="x" onerror="${call(n)}"/></svg>`,
      `<svg><image href="/beacon/${n}"/><feImage href="/beacon/${n}"/></svg>`,
    ],
  ],
  [
    "foreignObject",
    (n) => [
      `<foreignObject>${image(n)}</foreignObject>`,
      `<svg><foreignObject><iframe srcdoc="<script>parent.canary(${n})</script>"></iframe></foreignObject></svg>`,
      `<form action="/beacon/${n}"><button autofocus>x</button></form><base href="/beacon/${n}/"><meta http-equiv="refresh" content="0;url=/beacon/${n}">`,
    ],
  ],
  [
    "style",
    (n) => [
      `<style>@import "/beacon/${n}";</style>`,
      `<style>[data-event^="a"]{background:url(/beacon/${n})}</style>`,
      `<style>@font-face{font-family:x;src:url(/beacon/${n})}*{font-family:x}</style>`,
    ],
  ],
  [
    "DOCTYPE, entities, processing instructions, XInclude",
    (n) => [
      `<!DOCTYPE x [<!ENTITY a "lol">${range(1, 10)
        .map((i) => `<!ENTITY a${i} "&a;&a;">`)
        .join("")}]>&a10;`,
      `<!DOCTYPE x SYSTEM "/beacon/${n}"><!ENTITY b PUBLIC "x" "/beacon/${n}">&b;`,
      `<?xml-stylesheet href="/beacon/${n}"?>`,
      `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/beacon/${n}"/>`,
    ],
  ],
  ["code points that no document may hold", () => [FORBIDDEN, LONE, "a\u2028b\u2029c", "a\ufeffb", "a&nbsp;b"]],
];

const E: readonly (readonly [string, Make])[] = [
  ["colours that fetch", (n) => [`url(/beacon/${n})`, `url(${HOST}/${n})`, `url("/beacon/${n}#x") red`]],
  [
    "colours with more behind them",
    (n) => [
      `#fff;background:url(/beacon/${n})`,
      `red}*{background:url(/beacon/${n})}`,
      "#fff/*",
      `#123456" onload="${call(n)}`,
    ],
  ],
  [
    "functions of CSS",
    (n) => [
      "var(--x)",
      "attr(href)",
      `image-set("/beacon/${n}" 1x)`,
      `expression(${call(n)})`,
      "env(x)",
      `${"color-mix(in srgb,".repeat(1000)}red${")".repeat(1000)}`,
    ],
  ],
  ["font families", (n) => [`"x";src:url(/beacon/${n})`, `x',url(/beacon/${n})`, "serif,".repeat(10_000)]],
  ["names that mean something to the page", () => ["modal", "hidden", "sr-only", "a.b", "#a", "a b", "1a", "-", "dl"]],
  ["sizes", (n) => [`100%" onload="${call(n)}`, "1e309", "-1", "NaN", "calc(1px*9e99)", "0x10", "[1,2]"]],
];

const F: readonly (readonly [string, Make, string?])[] = [
  [
    "the end of a data island",
    (n) => [
      `</ScRiPt x><img src=x onerror="${call(n)}">`,
      `<!--<script>${call(n)}`,
      `</script\n><script>${call(n)}</script>`,
    ],
  ],
  [
    "a data island with line separators and __proto__",
    () => ["\u2028\u2029", '{"__proto__":{"polluted":true}}', "__proto__"],
  ],
  [
    "the element's src",
    (n) => [`javascript:${call(n)}`, `data:application/json,[]`, "file:///etc/passwd", `<base href="${HOST}/">`],
    "the tests of the element: requests, redirects, a hostile base",
  ],
  ["answers that are not what they say", (n) => [`<!doctype html>${image(n)}`, "\ufeff{}"], "the tests of the element"],
  ["answers out of order", () => ["then", "catch"], "the tests of the element"],
  ["answers without an end", () => ["\u0000".repeat(64)], "the tests of the element"],
];

const G: readonly (readonly [string, Make, string?])[] = [
  ["JSON with __proto__ and constructor", () => ["__proto__", "constructor.prototype", "prototype"], "objects.test.ts"],
  [
    "ids that every object has",
    () => ["__proto__", "constructor", "toString", "hasOwnProperty", "then", "length", "", "1"],
    "objects.test.ts",
  ],
  [
    "values of JavaScript that are no data",
    () => ["[object Object]", "Symbol(x)", "NaN", "undefined"],
    "objects.test.ts",
  ],
  [
    "names that a document's own properties have",
    () => ["createElementNS", "getElementById", "location", "forms", "trustedTypes", "cookie"],
  ],
];

const H: readonly (readonly [string, Make, string?])[] = [
  [
    "cells that a spreadsheet would run",
    () => [
      "=1+1",
      "+1",
      "-1+cmd",
      "@SUM(1)",
      "\uff1d1+1",
      "\t=1",
      "\r=1",
      "\n=1",
      "\u0000=1",
      '"=1',
      "=cmd|' /C calc'!A0",
      '=HYPERLINK("https://other.example","x")',
    ],
    "the tests of toCsv",
  ],
  [
    "lines of a calendar",
    () => ["x\r\nBEGIN:VALARM\r\nEND:VALARM", "x\r\nATTACH:https://other.example", "a,b;c\\d", `${"a".repeat(73)}😀`],
    "the tests of toIcs",
  ],
  [
    "Markdown",
    (n) => [`[x](javascript:${call(n)})`, "a|b", "```\nx", `<div>${image(n)}</div>`, `![x](/beacon/${n})`, "# x"],
  ],
  [
    "escape sequences of a terminal, and file names",
    () => [
      "\u001b[2J\u001b[31mred",
      "\u009b31m",
      "\u001b]8;;https://other.example\u0007x\u001b]8;;\u0007",
      "ok\rgone",
      "x\nerror: forged",
      "../../x",
      "-rf",
      "a\u0000b",
    ],
    "objects.test.ts",
  ],
];

const I: readonly (readonly [string, Make, string?])[] = [
  [
    "one thing many times",
    () => ["(", "9", " ", "-", "X", "{", "[", "..", "1,", "\u0301"].map((part) => part.repeat(4000)),
    "objects.test.ts, with 100,000",
  ],
  [
    "recurrences and depth",
    () => ["FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "[".repeat(5000)],
    "the tests of fromIcs",
  ],
];

export const CORPUS: readonly Vector[] = [...A, ...B, ...C, ...D, ...E, ...F, ...G, ...H, ...I].map(
  ([title, make, elsewhere], i) => ({ id: i + 1, title, texts: make(i + 1), ...(elsewhere ? { elsewhere } : {}) }),
);
