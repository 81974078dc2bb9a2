/** A page of `docs/` for Storybook: its links to other pages of the guide lead to their pages there. */
export const guideText = (text: string): string =>
  text.replace(/\]\(([\w-]+)\.md(?:#[\w-]+)?\)/g, "](?path=/docs/guide-$1--docs)");
