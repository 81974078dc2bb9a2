/** Reads the images of an event. What is requested from other hosts is decided here: raster images with an https address. */
import { omitUndefined } from "../../base/omit-undefined.js";
import type { Media } from "../events/event.js";
import { readAddress } from "../sources/read-address.js";
import type { Fields } from "./fields.js";

const MEDIA_FIELDS = ["src", "alt", "credit", "caption", "link", "thumbnail"];

const RASTER = /\.(?:a?png|jpe?g|gif|webp|avif|bmp)$/i;
const VECTOR = /\.svgz?$/i;
/** Endings of what is no image. An address without a known ending is that of an image, unless its host has players. */
const OTHER = /\.(?:mp4|m4v|mov|webm|og[gva]|mp3|m4a|wav|m3u8|pdf|x?html?)$/i;
const PLAYERS =
  /^https?:\/\/(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|soundcloud\.com|spotify\.com|tiktok\.com|instagram\.com|facebook\.com|twitter\.com|x\.com)[/:]/i;

type Kind = "raster" | "vector" | "page";

function kindOf(href: string): Kind {
  const path = href.replace(/[?#].*$/s, "");
  if (VECTOR.test(path)) return "vector";
  return !RASTER.test(path) && (OTHER.test(path) || PLAYERS.test(href)) ? "page" : "raster";
}

/** @param images whether pictures are shown; otherwise all media are links */
export function readMedia(fields: Fields, images: boolean): readonly Media[] {
  return fields.objects("media", "an object with src and alt", MEDIA_FIELDS).flatMap((media): Media[] => {
    const src = media.text("src");
    if (src === undefined) {
      const [problem, hint] = ["an image needs an address", "Write its https address"];
      fields.report.add("field-type", problem, media.at("src"), undefined, hint);
      return [];
    }
    const [alt, credit, caption] = [media.text("alt"), media.text("credit"), media.text("caption")];
    const [link, thumbnail] = [media.text("link"), media.text("thumbnail")];
    const own = pictureOf(src, "src", media);
    const small = thumbnail === undefined ? undefined : pictureOf(thumbnail, "thumbnail", media).picture;
    const target = link === undefined ? undefined : readAddress(link, media.at("link"), media.report).href;
    const picture = own.picture ?? small;
    if (picture !== undefined && alt === undefined) {
      const problem = "this image has no text alternative; its caption or the title of the event stands for it";
      media.addIssue("alt", "alt-missing", problem, "Write what the image shows");
    }
    const shown = images ? { picture, small: small ?? picture } : {};
    return [
      {
        src,
        alt: alt ?? "",
        ...omitUndefined({ credit, caption, link, thumbnail, ...shown, href: target ?? own.href }),
      },
    ];
  });
}

/** The address of a field as a link, and as a picture if it is one that may be shown; otherwise the reason is reported. */
function pictureOf(text: string, name: "src" | "thumbnail", media: Fields): { href?: string; picture?: string } {
  const { href } = readAddress(text, media.at(name), media.report);
  if (href === undefined) return {};
  const kind = kindOf(href);
  if (kind === "raster" && href.startsWith("https:")) return { href, picture: href };
  if (kind === "page" && name === "src") {
    const problem = "a video or an embed is not played; it is a link";
    media.report.addOnce("media-linked", problem, media.at(name), text);
  } else {
    const problem = kind === "raster" ? "an image needs an https address" : "only raster images are shown";
    const hint = "Write the https address of a JPEG, PNG, WebP, AVIF or GIF image";
    media.addIssue(name, "image-refused", `${problem}; this one is a link`, hint);
  }
  return { href };
}
