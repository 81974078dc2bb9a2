import type { Locale } from "../time/locale.js";
import { figure } from "./figure/en.js";
import { enPicture } from "./picture/en.js";

export const en: Locale = { ...enPicture, figure };
