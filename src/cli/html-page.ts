/** Writes one self-contained HTML file: the static figure, its stylesheet, and a script that hydrates it. */
import { readFileSync } from "node:fs";
import { cleanText } from "../base/clean-text.js";
import { escapeText } from "../svg/to-text.js";

export interface PageParts {
  readonly title: string;
  readonly lang: string;
  readonly figure: string;
  readonly isStatic: boolean;
  readonly isEmbed: boolean;
  /** Language code of generated words; `undefined` for that of the script. */
  readonly locale: string | undefined;
}

const PAGE_STYLE = `body{margin:0;background:#fff;font-family:system-ui,sans-serif}
.datelines{max-width:80rem;margin:0 auto}
@media (prefers-color-scheme:dark){body{background:#15171b}}
@media print{body{background:#fff}.datelines{max-width:none}}
@page{margin:11mm}
.page-title{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}`;

/** Reads a file of the package to inline it. */
function packageFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}

function scriptFile(name: string): string {
  return packageFile(name).replace(/<\/(?=script)/gi, "<\\/");
}

export function pageOf({ title, lang, figure, isStatic, isEmbed, locale }: PageParts): string {
  // The first end tag ends a style or script element, also inside a string, so it is escaped.
  const css = packageFile("./style.css").replace(/<\/(?=style)/gi, "<\\/");
  // A locale contains functions, which the JSON of a figure cannot, so the page loads it as a script.
  const words = locale === undefined ? "" : `<script>${scriptFile(`./locales/${locale}.min.js`)}</script>\n`;
  const given = [
    // The address of an embed is that of its host.
    ...(isEmbed ? [] : ["hash: true"]),
    ...(locale === undefined ? [] : ["locale: Object.values(datelinesLocale)[0]"]),
  ];
  const options = given.length === 0 ? "" : `, undefined, { ${given.join(", ")} }`;
  const hydrate = `datelines.hydrateTimeline("figure.datelines"${options})`;
  const script = isStatic
    ? ""
    : `<script>${scriptFile("./datelines.min.js")}</script>
${words}<script>${isEmbed ? `datelines.startEmbed(${hydrate})` : hydrate};</script>
`;
  return `<!doctype html>
<html lang="${escapeText(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeText(cleanText(title))}</title>
<style>
${css}
${PAGE_STYLE}
</style>
</head>
<body>
<main>
<h1 class="page-title">${escapeText(cleanText(title))}</h1>
${figure}
</main>
${script}</body>
</html>
`;
}
