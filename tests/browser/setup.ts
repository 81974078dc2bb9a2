/**
 * Sets the font of all browser tests. Machines have different fonts, and the width of letters decides which labels show. It is
 * the font of the built-in table of text widths.
 */
import "@fontsource/dejavu-sans/400.css";
import "@fontsource/dejavu-sans/700.css";
import { beforeEach } from "vitest";
import { away } from "./pointer.js";

const FACE = '"DejaVu Sans"';
document.documentElement.style.fontFamily = FACE;
await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 16px ${FACE}`)));

// A pointer that another test has left on the page opens the card of a source that moves under it.
beforeEach(away);
