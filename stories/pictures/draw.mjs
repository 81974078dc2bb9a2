/** Draws the pictures of the gallery: `node stories/pictures/draw.mjs`. They are our own, small, and the same on every run. */
import { writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

const WIDTH = 464;
const HEIGHT = 320;

/** Horizon, in px from the top. */
const HORIZON = 208;

/** @typedef {[number, number, number]} Color */

const DAY = { sky: [214, 226, 232], sea: [126, 155, 168], light: [250, 240, 214], rock: [92, 88, 84] };
const DUSK = { sky: [232, 205, 186], sea: [121, 112, 128], light: [255, 236, 190], rock: [66, 58, 62] };
const NIGHT = { sky: [38, 46, 66], sea: [24, 30, 46], light: [255, 232, 168], rock: [16, 18, 26] };
const WALL = [238, 234, 226];
const BAND = [163, 75, 60];

/** The ridge of the rock, in px from the top. */
const ridge = (x) => 236 - Math.max(0, 60 - Math.abs(x - 318) * 0.42) - 6 * Math.sin(x / 23) - 3 * Math.sin(x / 7);

/** The tower: `height` in px, `beam` with light, `wood` without stripes. */
function pixel(x, y, { sky, sea, light, rock }, { height, beam, wood, sun }) {
  const foot = 182;
  const top = foot - height;
  const half = 13 + (y - top) / 16;
  const isTower = height > 0 && Math.abs(x - 318) < half && y >= top && y < foot + 8;
  if (isTower) return wood ? rock : Math.floor((y - top) / 22) % 2 === 0 ? WALL : BAND;
  if (height > 0 && Math.abs(x - 318) < 9 && y >= top - 18 && y < top) return beam ? light : rock;
  if (y > ridge(x)) return rock;
  if (beam && x < 306 && Math.abs(y - (top - 9)) < (306 - x) * 0.12) return mix(y > HORIZON ? sea : sky, light, 0.35);
  if (sun && (x - 92) ** 2 + (y - 76) ** 2 < 26 ** 2) return light;
  if (y > HORIZON) return Math.sin(y * y * 0.02 + x * 0.05) > 0.86 ? mix(sea, sky, 0.4) : sea;
  return mix(sky, light, (Math.floor(y / 16) * 16) / HORIZON / 3);
}

function mix(a, b, part) {
  return a.map((value, i) => Math.round(value + (b[i] - value) * part));
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG with a palette. */
function png(scene, tower) {
  const palette = new Map();
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const color = pixel(x, y, scene, tower).join();
      if (!palette.has(color)) palette.set(color, palette.size);
      rows[y * (WIDTH + 1) + 1 + x] = palette.get(color);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.from([...palette.keys()].flatMap((color) => color.split(",").map(Number)));
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("PLTE", colors),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const PICTURES = {
  rock: [DAY, { height: 0, sun: true }],
  wood: [DUSK, { height: 62, wood: true, sun: true }],
  tower: [DAY, { height: 118 }],
  light: [NIGHT, { height: 118, beam: true }],
};
for (const [name, [scene, tower]] of Object.entries(PICTURES)) {
  const file = png(scene, tower);
  writeFileSync(new URL(`${name}.png`, import.meta.url), file);
  console.log(`${name}.png ${file.length} bytes`);
}
