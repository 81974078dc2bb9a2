/** Packs the library once for all slow tests. `npm run build` comes before. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    tarball: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "datelines-packed-"));
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const said = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const parsed = JSON.parse(said) as { filename: string }[] | Record<string, { filename: string }>;
  const [packed] = Array.isArray(parsed) ? parsed : Object.values(parsed);
  project.provide("tarball", join(folder, packed?.filename ?? ""));
  return () => rmSync(folder, { recursive: true });
}
