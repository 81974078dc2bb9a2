/**
 * The face of all tests in the browser: which labels show depends on how wide letters are, and machines bring different
 * ones. It is the face that the table of widths is made from.
 */
import "@fontsource/dejavu-sans/400.css";
import "@fontsource/dejavu-sans/700.css";
import { beforeEach } from "vitest";
import { away } from "./pointer.js";

const FACE = '"DejaVu Sans"';
document.documentElement.style.fontFamily = FACE;
await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 16px ${FACE}`)));

// A pointer left lying by another test opens a source's card when a number comes to stand under it.
beforeEach(away);
