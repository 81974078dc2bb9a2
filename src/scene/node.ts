/**
 * The scene as plain data: a tree of keyed nodes for SVG and HTML. Two painters turn it into text or DOM through one
 * attribute table, so both give the same. Nodes contain only what is written out.
 */

export type SvgTag =
  | "svg"
  | "g"
  | "path"
  | "rect"
  | "circle"
  | "line"
  | "text"
  | "tspan"
  | "title"
  | "desc"
  | "foreignObject";
export type HtmlTag =
  | "figure"
  | "figcaption"
  | "section"
  | "h2"
  | "h3"
  | "p"
  | "div"
  | "span"
  | "strong"
  | "ol"
  | "ul"
  | "li"
  | "dl"
  | "dt"
  | "dd"
  | "q"
  | "bdi"
  | "button"
  | "details"
  | "summary"
  | "img"
  | "script"
  | "dialog"
  | "kbd"
  | "label"
  | "input"
  | "select"
  | "option"
  | "fieldset"
  | "legend";
/** Tags of both languages; `a` is a link in either. */
export type Tag = SvgTag | HtmlTag | "a";

/** Attributes of a node. Numbers are rounded to hundredths when written; `undefined` and `false` are omitted. */
export interface Attributes {
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly x?: number;
  readonly y?: number;
  readonly dx?: number;
  readonly dy?: number;
  readonly x1?: number;
  readonly y1?: number;
  readonly x2?: number;
  readonly y2?: number;
  readonly cx?: number;
  readonly cy?: number;
  readonly r?: number;
  readonly rx?: number;
  readonly width?: number | string;
  readonly height?: number | string;
  readonly d?: string;
  readonly viewBox?: string;
  readonly transform?: string | undefined;
  readonly overflow?: "hidden" | "visible";
  readonly fill?: string;
  readonly fillOpacity?: number | undefined;
  readonly stroke?: string;
  readonly strokeWidth?: number | undefined;
  readonly strokeOpacity?: number | undefined;
  readonly strokeDasharray?: string | undefined;
  readonly strokeLinecap?: "round" | "butt";
  readonly strokeLinejoin?: "round" | "miter";
  readonly paintOrder?: "stroke";
  readonly opacity?: number | undefined;
  readonly color?: string;
  readonly fontFamily?: string;
  readonly fontSize?: number | string;
  readonly fontWeight?: number | undefined;
  readonly textAnchor?: "middle" | "end" | undefined;
  readonly direction?: "ltr" | "rtl" | undefined;
  readonly pointerEvents?: "all" | "none";
  readonly role?: string | undefined;
  readonly ariaLabel?: string | undefined;
  readonly ariaLabelledby?: string | undefined;
  readonly ariaDescribedby?: string | undefined;
  readonly ariaRoledescription?: string | undefined;
  readonly ariaHidden?: true | undefined;
  readonly ariaCurrent?: "true" | undefined;
  readonly ariaExpanded?: "true" | "false" | undefined;
  readonly ariaControls?: string | undefined;
  readonly ariaPressed?: "true" | "false" | undefined;
  readonly ariaDisabled?: boolean | undefined;
  readonly ariaKeyshortcuts?: string | undefined;
  readonly popover?: "auto" | "manual" | undefined;
  readonly popovertarget?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly href?: string | undefined;
  readonly loading?: "lazy";
  readonly referrerpolicy?: "no-referrer";
  readonly alt?: string;
  readonly src?: string;
  readonly rel?: string | undefined;
  readonly target?: "_blank" | undefined;
  readonly lang?: string | undefined;
  readonly dir?: "ltr" | "rtl" | "auto" | undefined;
  readonly tabindex?: number | undefined;
  readonly type?: string;
  readonly hidden?: boolean | undefined;
  readonly open?: boolean;
  readonly value?: number | string | undefined;
  readonly dataEvent?: string;
  readonly dataCluster?: string;
  readonly dataEvents?: number;
  readonly dataAggregate?: string;
  readonly dataAction?: string;
  readonly dataLane?: number;
  readonly dataOrientation?: string;
  readonly dataNarrow?: true | undefined;
  readonly dataPhone?: true | undefined;
  readonly dataZoomed?: true | undefined;
  readonly dataTheme?: string;
  readonly dataTwin?: true | undefined;
  readonly dataInk?: string | undefined;
  readonly dataSurface?: string | undefined;
  readonly dataStatus?: string;
  readonly dataSource?: number;
  readonly dataStep?: number;
  readonly dataLive?: true | undefined;
  readonly dataSelected?: true | undefined;
  readonly dataFind?: string;
  readonly dataFold?: string;
  readonly dataChapter?: string;
  /** Marks an element whose content another owner manages; painters leave it alone. */
  readonly dataSlot?: string;
  readonly xmlns?: string;
}

export interface Node {
  readonly tag: Tag;
  /** Unique among siblings, and stable for the same thing from frame to frame. */
  readonly key: string;
  readonly attributes: Attributes;
  /** Child nodes; a node has either children or text, never both. */
  readonly children: readonly Node[];
  readonly text?: string;
}

type Content = string | readonly (Node | false | undefined)[];

/** Creates a node. Absent children are dropped. */
export function node(tag: Tag, key: string, attributes: Attributes = {}, content: Content = []): Node {
  if (typeof content === "string") return { tag, key, attributes, children: [], text: content };
  return { tag, key, attributes, children: content.filter((child): child is Node => Boolean(child)) };
}

/** An element id from a prefix and an event's or source's id, escaped to characters that are valid in every context. */
export function prefixedId(prefix: string, id: string): string {
  const safe = id.replace(/[^A-Za-z0-9-]/g, (char) => `_${(char.codePointAt(0) as number).toString(16)}_`);
  return `${prefix}-${safe}`;
}

/** Reverses `prefixedId`; `prefix` includes its hyphen. */
export function unprefixedId(text: string, prefix: string): string {
  return text.slice(prefix.length).replace(/_([0-9a-f]{1,6})_/g, (_, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });
}
