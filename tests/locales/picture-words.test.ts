/** The picture alone comes without the words of the list and the buttons: it must not ask for one of them. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { en } from "../../src/locales/en.js";
import { enPicture } from "../../src/locales/en-picture.js";
import { renderToString } from "../../src/render-to-string.js";

let code = "";

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../src/render-to-string.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    packages: "external",
    write: false,
    plugins: [
      {
        name: "without-words",
        setup({ onLoad }) {
          onLoad({ filter: /[\\/]locales[\\/]en-picture\.ts$/ }, () => ({ contents: "export const enPicture = {}" }));
        },
      },
    ],
  });
  code = outputFiles[0]?.text ?? "";
});

const names = (word: string): boolean => new RegExp(`\\.${word}\\b|["'\`]${word}["'\`]|\\b${word}:`).test(code);
const missing = Object.keys(en.figure).filter((word) => !Object.hasOwn(enPicture.figure, word));

test("the picture has some of the words and not all", () => {
  expect(Object.keys(enPicture.figure).length).toBeGreaterThan(40);
  expect(missing.length).toBeGreaterThan(40);
});

test("a word that the picture says is found in its code", () => {
  expect(
    ["noEvents", "keyLasted", "claimsDiffer", "noteFold", "noteFoldThrough", "summaryLanes"].filter(
      (word) => !names(word),
    ),
  ).toEqual([]);
});

test("no module of the picture names a word that it lacks", () => {
  expect(missing.filter(names)).toEqual([]);
});

test("a picture says the same in English that is given", () => {
  const events = [
    { title: "A", date: "1848?", status: "disputed", sources: ["https://example.org/a"] },
    { title: "B", date: "1850/..", claims: [{ date: "1851" }, { date: "1853" }] },
    { title: "C", date: "soon" },
  ];
  expect(renderToString(events)).toBe(renderToString(events, { locale: en }));
});
