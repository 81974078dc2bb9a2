export default {
  base: "./",
  build: { outDir: "out" },
  oxc: { jsx: { runtime: "automatic" } },
};
