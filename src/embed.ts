/** The entry `datelines/embed`: iframes with a timeline that are as high as it is and can be linked into. */
export { type EmbedHost, connectEmbeds } from "./dom/embed/host.js";
export { startEmbed } from "./dom/embed/frame.js";
export { type OEmbed, type OEmbedRequest, oEmbed } from "./oembed.js";
