/** An `Element` or an `HTMLElement` of a page; where TypeScript knows no DOM (a server), any object. */
type Known<Name extends string> =
  typeof globalThis extends Record<Name, { prototype: infer Found extends object }> ? Found : object;

export type PageElement = Known<"Element">;
export type PageHtmlElement = Known<"HTMLElement">;
