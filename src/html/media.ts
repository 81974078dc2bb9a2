/** The images of an event with caption, credit and link. What is not shown is a link, or text where no link is allowed. */
import { quoteValue } from "../base/issue.js";
import type { Media, TimelineEvent } from "../model/timeline.js";
import { imageAttributes } from "../scene/labels/label-image.js";
import { type Node, node } from "../scene/node.js";
import type { Locale } from "../time/locale.js";
import { externalLink, newTabNode } from "./bibliography.js";
import type { WordContext } from "./context.js";

/** The room that an image has before it is there, in px; the stylesheet crops the image to it. */
const IMAGE_WIDTH = 232;
const IMAGE_HEIGHT = 160;

/** The first image of an event. */
export function imageNode(event: TimelineEvent, context: Pick<WordContext, "locale">): Node | undefined {
  const at = firstImage(event);
  return at < 0 ? undefined : mediaNode(event, at, context.locale);
}

/** Everything but the first image. */
export function furtherMediaNodes(event: TimelineEvent, context: Pick<WordContext, "locale">): Node[] {
  const first = firstImage(event);
  return event.media.flatMap((_, i) => (i === first ? [] : mediaNode(event, i, context.locale)));
}

function firstImage({ media }: TimelineEvent): number {
  return media.findIndex(({ picture }) => picture !== undefined);
}

function mediaNode(event: TimelineEvent, at: number, locale: Locale): Node {
  const { src, picture, href, alt, caption, credit } = event.media[at] as Media;
  const words = alt || caption || event.title;
  const image =
    picture !== undefined && node("img", picture, imageAttributes(picture, words, IMAGE_WIDTH, IMAGE_HEIGHT));
  // Without an image the words are the link.
  const text = image ? caption : caption || alt || (href ? event.title : quoteValue(src));
  const link = (content: Node | false | undefined): Node | undefined =>
    content && href !== undefined
      ? node("a", "link", externalLink(href), [content, newTabNode(locale)])
      : content || undefined;
  const captionNode = text !== undefined && node("span", "caption", { lang: event.lang }, text);
  return node("figure", `media-${at}`, { className: "dl-media" }, [
    image && link(image),
    (captionNode || credit !== undefined) &&
      node("figcaption", "caption", {}, [
        image ? captionNode : link(captionNode),
        credit !== undefined && node("span", "credit", { className: "dl-credit" }, credit),
      ]),
  ]);
}
