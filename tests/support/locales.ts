/** All languages that are shipped, by their code. */
import { readdirSync } from "node:fs";
import { ar } from "../../src/locales/ar.js";
import { de } from "../../src/locales/de.js";
import { en } from "../../src/locales/en.js";
import { es } from "../../src/locales/es.js";
import { fa } from "../../src/locales/fa.js";
import { fr } from "../../src/locales/fr.js";
import { he } from "../../src/locales/he.js";
import { it } from "../../src/locales/it.js";
import { ja } from "../../src/locales/ja.js";
import { ko } from "../../src/locales/ko.js";
import { nl } from "../../src/locales/nl.js";
import { pl } from "../../src/locales/pl.js";
import { pt } from "../../src/locales/pt.js";
import { ru } from "../../src/locales/ru.js";
import { tr } from "../../src/locales/tr.js";
import { uk } from "../../src/locales/uk.js";
import { zhCN } from "../../src/locales/zh-CN.js";
import { zhTW } from "../../src/locales/zh-TW.js";

export const LOCALES = [en, de, fr, es, it, pt, nl, pl, uk, ru, tr, ar, fa, he, ko, ja, zhCN, zhTW];

/** Codes of the files in `src/locales`. */
export const LOCALE_FILES = readdirSync(new URL("../../src/locales/", import.meta.url))
  .filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file))
  .map((file) => file.replace(".ts", ""));
