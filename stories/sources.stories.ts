import * as sources from "./gallery/sources.js";
import { meta, story } from "./mount.js";

export default { ...meta("Sources"), title: "Sources" };

export const Counts = story(sources.sourceCounts);
export const Shared = story(sources.sharedSources);
export const DifferingAccounts = story(sources.differingAccounts);
export const EveryStatus = story(sources.everyStatus);
export const Foreign = story(sources.foreignSources);
/** axe would look at each of a thousand sources, for minutes. The same parts are looked at in the smaller lists. */
export const Thousand = { ...story(sources.thousandSources), parameters: { a11y: { test: "off" } } };
export const SizedByPublishers = story(sources.sizedByPublishers);
