import { unified } from "@astrojs/markdown-remark";
import { defineConfig } from "astro/config";
import rehypeTimeline from "datelines/rehype";

export default defineConfig({
  outDir: "out",
  markdown: {
    // rehype plugins need this processor. Syntax highlighting would change the fenced block before datelines reads it.
    processor: unified({ rehypePlugins: [rehypeTimeline] }),
    syntaxHighlight: { type: "shiki", excludeLangs: ["timeline"] },
  },
});
