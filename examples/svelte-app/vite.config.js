import { svelte } from "@sveltejs/vite-plugin-svelte";

export default {
  base: "./",
  build: { outDir: "out" },
  plugins: [svelte()],
};
