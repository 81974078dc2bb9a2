/** The script-tag build for a page that holds iframes with timelines: it connects them as soon as it runs. */
import { connectEmbeds } from "./dom/embed/host.js";

connectEmbeds();
