/** A date in fields of its own (year, month, day, …), as other tools and sheets keep it. */

const MONTHS = "January February March April May June July August September October November December".split(" ");

export interface DateParts {
  /** Negative years count before the common era without a zero: -44 is 44 BCE. */
  readonly year: string;
  /** A number or a name. */
  readonly month?: string | undefined;
  readonly day?: string | undefined;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  readonly millisecond?: string | undefined;
}

const pad = (value: string): string => value.padStart(2, "0");

/** The date as a text that `parseDate` reads, at the precision of the fields that are there. */
export function datePartsText(parts: DateParts): string {
  const { month, day, hour, minute, second, millisecond } = parts;
  const year = Number(parts.year);
  if (!Number.isInteger(year)) return [day, month, parts.year].filter(Boolean).join(" ");
  const named = month !== undefined && !/^\d+$/.test(month);
  if (year <= 0 || named) {
    // Tools of this kind print the absolute number; their year 0 can only be 1 BCE.
    // Behind a month alone, two digits would be a day.
    const count = String(year <= 0 ? Math.max(1, -year) : year).padStart(month && !day ? 4 : 1, "0");
    const era = year <= 0 ? `${count} BC` : count.padStart(4, "0");
    return [month && day, month && (MONTHS[Number(month) - 1] ?? month), era].filter(Boolean).join(" ");
  }
  if (year > 9999) return `Y${year}`;
  let text = String(year).padStart(4, "0");
  if (month === undefined) return text;
  text += `-${pad(month)}`;
  if (day === undefined) return text;
  text += `-${pad(day)}`;
  if (hour === undefined) return text;
  text += `T${pad(hour)}:${pad(minute ?? "0")}`;
  if (second === undefined) return text;
  const [whole = "0", fraction] = second.split(".");
  text += `:${pad(whole)}`;
  const thousandths = millisecond?.padStart(3, "0") ?? fraction?.padEnd(3, "0").slice(0, 3);
  return thousandths && Number(thousandths) > 0 ? `${text}.${thousandths}` : text;
}
