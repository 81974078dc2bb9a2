/**
 * Find, in the place of the title's end: a field for words and dates, the number of hits, and behind a button what else
 * filters: lanes, tags, status, publisher and missing sources.
 */
import { compare } from "../base/compare.js";
import { memoByKey } from "../base/memo.js";
import { publishersOf } from "../model/sources/publishers.js";
import type { Timeline } from "../model/timeline.js";
import { counted, fill, groupDigits } from "../time/locale.js";
import { word } from "../scene/accessible-names.js";
import { type Node, node } from "../scene/node.js";
import { laneClass, laneColor } from "../scene/theme.js";
import { buttonNode, iconNode } from "./button.js";
import type { HtmlContext } from "./context.js";

/** Most tags offered; with more, searching by words is faster. */
const TAGS_MAX = 60;

/** From this number of publishers on none are offered: a shortened list would look complete. */
const PUBLISHERS_MAX = 100;

/** Tags and statuses that occur; cached per timeline. */
const occurringValues = /* @__PURE__ */ memoByKey((timeline: Timeline) => {
  const events = [...timeline.store.samples, ...timeline.unplaced];
  return {
    tags: [...new Set(events.flatMap((event) => event.tags))].slice(0, TAGS_MAX),
    status: [...new Set(events.map((event) => event.status))],
  };
});

/** Names of the publishers by key, sorted; cached per timeline. */
const publisherChoices = /* @__PURE__ */ memoByKey((timeline: Timeline): ReadonlyMap<string, string> => {
  const publishers = publishersOf(timeline);
  if (publishers.length >= PUBLISHERS_MAX) return new Map();
  return new Map([...publishers].sort((a, b) => compare(a.key, b.key)).map(({ key, name }) => [key, name]));
});

export function findId(idPrefix: string): string {
  return `${idPrefix}-find`;
}

export function findNode(context: HtmlContext): Node {
  const { finding, locale, idPrefix } = context;
  return node(
    "div",
    "find",
    { className: "dl-find", id: findId(idPrefix), role: "search", ariaLabel: word(locale, "find"), hidden: !finding },
    finding ? fields(context) : [],
  );
}

function fields(context: HtmlContext): readonly Node[] {
  const { timeline, locale, shown, filter } = context;
  const count = counted(locale, locale.figure.events, timeline.events.length + timeline.unplaced.length);
  const text = shown ? fill(word(locale, "windowCount"), groupDigits(shown.size, locale), count) : count;
  return [
    node("div", "bar", { className: "dl-find-bar" }, [
      node("label", "text", { className: "dl-find-text" }, [
        iconNode("search"),
        node("span", "name", { className: "dl-hidden" }, word(locale, "findWords")),
        node("input", "input", {
          type: "search",
          dataFind: "text",
          value: filter?.text,
          placeholder: word(locale, "findWords"),
        }),
      ]),
      node("span", "count", { className: "dl-find-count" }, text),
      moreNode(context),
    ]),
  ];
}

/** The other fields, in a box that opens below the field. Its button is named by what it offers. */
function moreNode(context: HtmlContext): Node {
  const { timeline, locale, filter } = context;
  const { tags, status } = occurringValues(timeline);
  const publishers = publisherChoices(timeline);
  const choices = [
    legend(context),
    choice("tags", word(locale, "tags"), tags, context, (tag) => tag),
    choice("status", word(locale, "certainty"), status, context, (name) => locale.figure.status[name]),
    choice(
      "publishers",
      word(locale, "publisher"),
      [...publishers.keys()],
      context,
      (key) => publishers.get(key) ?? key,
    ),
    checkbox("unsourced", word(locale, "unsourcedOnly")),
  ].filter((one): one is Choice => one !== undefined);
  const name = choices.map((one) => one.name).reduce((text, one) => fill(word(locale, "listComma"), text, one));
  return node("details", "more", { className: "dl-find-more" }, [
    node("summary", "summary", { className: "dl-tool", ariaLabel: name }, [iconNode("down")]),
    node("div", "fields", { className: "dl-find-fields" }, [
      ...choices.map((one) => one.field),
      buttonNode("clear", word(locale, "clearFilter"), { hidden: !filter }),
    ]),
  ]);
}

/** A field and its name. */
interface Choice {
  readonly name: string;
  readonly field: Node;
}

function checkbox(find: string, name: string): Choice {
  const field = node("label", find, { className: "dl-field" }, [
    node("input", "input", { type: "checkbox", dataFind: find }),
    node("span", "name", {}, name),
  ]);
  return { name, field };
}

/** Buttons with the lanes' names and colours; each shows or hides its lane. */
function legend({ timeline, locale, filter, theme }: HtmlContext): Choice | undefined {
  const lanes = timeline.lanes.filter((lane) => lane.title !== undefined);
  if (lanes.length < 2) return undefined;
  const buttons = lanes.map((lane) =>
    node(
      "button",
      lane.id,
      {
        type: "button",
        className: "dl-button",
        dataFind: "lane",
        value: lane.id,
        ariaPressed: (filter?.lanes?.includes(lane.id) ?? true) ? "true" : "false",
      },
      [
        node(
          "svg",
          "swatch",
          { className: `dl-glyph ${laneClass(lane.color)}`.trim(), width: 10, height: 10, ariaHidden: true },
          [
            node("circle", "dot", {
              className: "dl-fill",
              cx: 5,
              cy: 5,
              r: 5,
              fill: laneColor(theme, lane.color),
            }),
          ],
        ),
        node("span", "name", {}, lane.title ?? ""),
      ],
    ),
  );
  const name = word(locale, "lane");
  const field = node("fieldset", "lanes", { className: "dl-legend" }, [node("legend", "name", {}, name), ...buttons]);
  return { name, field };
}

function choice<Value extends string>(
  find: "tags" | "status" | "publishers",
  name: string,
  values: readonly Value[],
  { locale }: HtmlContext,
  text: (value: Value) => string,
): Choice | undefined {
  if (values.length < 2) return undefined;
  const field = node("label", find, { className: "dl-field" }, [
    node("span", "name", {}, name),
    node("select", "select", { dataFind: find }, [
      node("option", "", { value: "" }, word(locale, "any")),
      ...values.map((value) => node("option", `=${value}`, { value }, text(value))),
    ]),
  ]);
  return { name, field };
}
