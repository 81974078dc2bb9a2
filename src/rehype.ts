/** The entry `datelines/rehype`: turns fenced blocks of Markdown into static figures when a site is built. */
import type { Issue } from "./base/issue.js";
import { readDocument } from "./import/read-document.js";
import type { TimelineOptions } from "./options.js";
import { isNear } from "./model/document/fields.js";
import { resolveOptions } from "./resolve-options.js";
import { figureOf, islandOf } from "./render-to-html.js";
import type { Node } from "./scene/node.js";
import { attributesOf } from "./svg/attributes.js";
import { escapeScript } from "./svg/to-text.js";
import { optionsFromText, TEXT_OPTIONS } from "./text-options.js";

export interface RehypeTimelineOptions {
  /** Info strings of fenced blocks that hold timelines. Default `["timeline"]`. */
  readonly languages?: readonly string[] | undefined;
  /** Options of every timeline; options of a block override them. */
  readonly options?: TimelineOptions | undefined;
  /**
   * Also writes the data, and `<event-timeline>` around the figure, so that the script of `datelines/element` hydrates
   * it. Default false: a figure without a script.
   */
  readonly interactive?: boolean | undefined;
}

/** The part of hast (github.com/syntax-tree/hast) used here; its types are assignable to this one. */
interface HastNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HastNode[];
  data?: unknown;
  position?: unknown;
}

interface MessageOptions {
  readonly place?: never;
  readonly ruleId: string;
  readonly source: string;
}

/** The part of vfile (github.com/vfile/vfile) used here. */
interface File {
  message(reason: string, options: MessageOptions): { fatal?: boolean | null };
  /** Throws a message with its place. */
  fail(reason: string, options: MessageOptions): never;
}

/**
 * A rehype plugin. A block such as
 *
 *     ```timeline theme=dark scale=equal
 *     [{ "title": "The year of revolutions", "date": "1848" }]
 *     ```
 *
 * becomes a `<figure>` with picture, list and sources. The block may hold any format that `detect` recognises. Options
 * follow the language as `name=value`; quote values with blanks. Issues become messages of the file at the place of the
 * block. A block that cannot be read is left unchanged.
 *
 * @throws TypeError for invalid options; invalid options of a block stop the build and name its place
 */
export function rehypeTimeline(settings: RehypeTimelineOptions = {}): (tree: object, file: object) => void {
  const { languages = ["timeline"], options, interactive = false } = settings;
  const { idPrefix } = resolveOptions(options);
  const classes = languages.map((language) => `language-${language}`);
  return (tree, file) => {
    let count = 0;
    const visit = (parent: HastNode): void => {
      parent.children = parent.children?.map((child) => {
        const code = codeOf(child, classes);
        if (!code) {
          visit(child);
          return child;
        }
        count += 1;
        // Ids derive from the position of the block in the page, so that every build gives the same ids.
        const given = { idPrefix: count === 1 ? idPrefix : `${idPrefix}${count}` };
        return figure(code, child, file as File, { ...options, ...given }, interactive) ?? child;
      }) as HastNode[];
    };
    visit(tree as HastNode);
  };
}

export default rehypeTimeline;

/** The code element of a fenced block in one of the languages: `pre > code.language-timeline`. */
function codeOf(node: HastNode, classes: readonly string[]): HastNode | undefined {
  if (node.tagName !== "pre") return undefined;
  const code = node.children?.find((child) => child.tagName === "code");
  const names = code?.properties?.["className"];
  return Array.isArray(names) && names.some((name) => classes.includes(String(name))) ? code : undefined;
}

/** Makes titles of the columns of a table in a block. */
const TITLE_FROM = "title-from";
const META_NAMES: readonly string[] = [...TEXT_OPTIONS, TITLE_FROM];

function figure(
  code: HastNode,
  block: HastNode,
  file: File,
  options: TimelineOptions,
  interactive: boolean,
): HastNode | undefined {
  const place = (block.position ?? code.position) as never;
  const report = ({ code: ruleId, message }: Issue): void => {
    file.message(message, { place, ruleId, source: "datelines" });
  };
  const meta = metaOf(code);
  const { document, issues } = readDocument(textOf(code), meta.get(TITLE_FROM));
  issues.forEach(report);
  if (document === undefined) return undefined;
  const given = { ...options, toolbar: interactive, ...optionsFromText((name) => meta.get(name)) };
  try {
    const unknown = [...meta.keys()].find((name) => !META_NAMES.includes(name));
    if (unknown !== undefined) {
      const near = META_NAMES.find((one) => isNear(one, unknown));
      const advice = near ? `did you mean "${near}"?` : `there are ${META_NAMES.join(", ")}`;
      throw new TypeError(`unknown option "${unknown}"; ${advice}`);
    }
    resolveOptions(given);
  } catch (error) {
    // Name the file and the place, because a site has many files.
    file.fail(String((error as TypeError).message), { place, ruleId: "option", source: "datelines" });
  }
  const { node, issues: found } = figureOf(document, given, interactive ? islandOf(document, given) : undefined);
  for (const issue of found) if (issue.severity !== "info") report(issue);
  const drawn = toHast(node);
  if (!interactive) return drawn;
  return { type: "element", tagName: "event-timeline", properties: {}, children: [drawn] };
}

function textOf(node: HastNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join("");
}

/** Options after the language, as `name=value` or `name="a value"`; a name without a value is an empty text. */
function metaOf(code: HastNode): Map<string, string> {
  const data = code.data as { meta?: string | null } | undefined;
  const text = data?.meta ?? String(code.properties?.["metastring"] ?? "");
  return new Map(
    [...text.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S*)))?/g)].map((match) => [
      match[1] as string,
      match[2] ?? match[3] ?? match[4] ?? "",
    ]),
  );
}

function toHast(node: Node): HastNode {
  const properties: Record<string, unknown> = {};
  for (const [name, value] of attributesOf(node)) {
    if (name === "class") properties["className"] = value.split(" ");
    // hast writes a boolean attribute as `true`; an empty text would be dropped.
    else properties[name] = value === "" ? true : value;
  }
  const { tag, text } = node;
  const children =
    text === undefined
      ? node.children.map(toHast)
      : [{ type: "text", value: tag === "script" ? escapeScript(text) : text }];
  return { type: "element", tagName: tag, properties, children };
}
