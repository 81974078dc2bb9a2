export type { Issue, IssueCode, Severity } from "./base/issue.js";
export type { MeasureText, Weight } from "./base/text-width.js";
export { createTimeline, hydrateTimeline } from "./dom/controller/create.js";
export type { Timeline } from "./dom/controller/live-timeline.js";
export type { TimelineEvents, TimelineView } from "./dom/controller/timeline-events.js";
export { en } from "./locales/en.js";
export type {
  ClaimInput,
  ColumnDocument,
  DateInput,
  DocumentInput,
  EraInput,
  DataColumns,
  EventColumns,
  EventInput,
  Importance,
  LaneForm,
  LaneInput,
  MediaInput,
  RelationInput,
  SourceInput,
  Status,
  TimelineDocument,
} from "./model/document/document.js";
export type { EventFilter } from "./model/events/event-filter.js";
export type { ParseDocumentOptions, ParsedDocument } from "./model/document/parse-document.js";
export { parseDate, parseDocument } from "./parse.js";
export type {
  Claim,
  DatedText,
  Era,
  Lane,
  Media,
  PlacedEvent,
  Relation,
  Source,
  Timeline as TimelineModel,
  TimelineEvent,
} from "./model/timeline.js";
export type { DownloadFormat, InitialView, StoryStep, ThemeTokens, TimelineOptions } from "./options.js";
export { prepareDocument } from "./prepare-document.js";
export { renderToHtml } from "./render-to-html.js";
export { renderToString } from "./render-to-string.js";
export { type DateStyle, formatDate } from "./time/wording/format-date.js";
export type { Locale } from "./time/locale.js";
export type { DateOrder } from "./time/spoken/numeric-date.js";
export type { ScaleType } from "./time/scale.js";
export type { ParseDateOptions, ParsedDate } from "./time/parse-date.js";
export type { Instant, Moment, OpenEnd, Precision, Span, SpanKind } from "./time/span.js";
