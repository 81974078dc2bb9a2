/** Text of a page of `docs/` for Storybook, with links that lead to the guide's pages in Storybook. */
export const guideText = (text: string): string =>
  text.replace(/\]\(([\w-]+)\.md(?:#[\w-]+)?\)/g, "](?path=/docs/guide-$1--docs)");
