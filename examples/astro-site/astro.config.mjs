import { unified } from "@astrojs/markdown-remark";
import { defineConfig } from "astro/config";
import rehypeTimeline from "datelines/rehype";

export default defineConfig({
  outDir: "out",
  markdown: {
    // Plugins of rehype need this processor; coloured code would no longer be a timeline.
    processor: unified({ rehypePlugins: [rehypeTimeline] }),
    syntaxHighlight: { type: "shiki", excludeLangs: ["timeline"] },
  },
});
