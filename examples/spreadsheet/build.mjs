// Turns each data/*.csv into out/*.html, a self-contained page.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const command = fileURLToPath(new URL("cli.js", import.meta.resolve("datelines")));
mkdirSync(`${here}out`, { recursive: true });
for (const name of readdirSync(`${here}data`).filter((file) => file.endsWith(".csv"))) {
  const page = `out/${basename(name, ".csv")}.html`;
  const { status } = spawnSync(process.execPath, [command, "render", `data/${name}`, "-o", page], {
    cwd: here,
    stdio: "inherit",
  });
  console.log(`${name} → ${page}`);
  if (status !== 0) process.exitCode = 1;
}
