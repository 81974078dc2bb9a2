/** The entry `datelines/calendars`: converts dates of other calendars. Importers take `readCalendarDate` as an option. */
export type { OtherCalendar } from "./time/calendars/convert.js";
export { type CalendarOptions, readCalendarDate } from "./time/calendars/read-calendar-date.js";
export type { DateRewriter, RewrittenDate } from "./time/catalogue/rewritten-date.js";
