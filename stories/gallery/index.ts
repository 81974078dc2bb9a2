/** Every gallery picture by name, for Storybook and the golden tests. */
import type { GalleryCase } from "./case.js";
import * as crowds from "./crowds.js";
import * as dense from "./dense.js";
import * as errors from "./errors.js";
import * as images from "./images.js";
import * as kursk from "./kursk.js";
import * as phones from "./phones.js";
import * as ranges from "./ranges.js";
import * as references from "./references.js";
import * as scales from "./scales.js";
import * as scripts from "./scripts.js";
import * as skewed from "./skewed.js";
import * as sources from "./sources.js";
import * as vocabulary from "./vocabulary.js";

const { crowdEvents: _crowd, crowd100000, ...crowdPictures } = crowds;
const { townEvents: _events, ...densePictures } = dense;
/** Lists of these files are very long; views of a part have a browser test of their own. */
const isPictureOnly = (name: string): boolean => /^(earthquakes|noaa)|\d$/.test(name);
const chosen = (wanted: boolean): Record<string, () => GalleryCase> =>
  Object.fromEntries(Object.entries(references).filter(([name]) => isPictureOnly(name) === wanted));
const { PICTURES: _host, ...imagePictures } = images;
const { TEN_FAULTS: _faults, ...errorPictures } = errors;

export const GALLERY: Readonly<Record<string, () => GalleryCase>> = {
  ...kursk,
  ...vocabulary,
  ...ranges,
  ...scales,
  ...skewed,
  ...densePictures,
  ...crowdPictures,
  ...phones,
  ...scripts,
  ...sources,
  ...imagePictures,
  ...errorPictures,
  ...chosen(false),
};

/** Pictures that are tested as SVG only. */
export const HUGE: Readonly<Record<string, () => GalleryCase>> = { crowd100000, ...chosen(true) };
