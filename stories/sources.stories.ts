import * as sources from "./gallery/sources.js";
import { meta, story } from "./mount.js";

export default { ...meta("Sources"), title: "Sources" };

export const Counts = story(sources.sourceCounts);
export const Shared = story(sources.sharedSources);
export const DifferingAccounts = story(sources.differingAccounts);
export const EveryStatus = story(sources.everyStatus);
export const Foreign = story(sources.foreignSources);
/** axe is off: it would check a thousand sources for minutes. Smaller lists have the same parts. */
export const Thousand = { ...story(sources.thousandSources), parameters: { a11y: { test: "off" } } };
export const SizedByPublishers = story(sources.sizedByPublishers);
