// Finds a Chromium for tests and scripts: DATELINES_BROWSER or CHROMIUM_PATH, the download of Playwright, a Chromium or
// Chrome of the system. As root on Debian it installs the package. Otherwise its error says what to do.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of an installed browser; `undefined` if there is none. */
export function findBrowser() {
  for (const name of ["DATELINES_BROWSER", "CHROMIUM_PATH"]) {
    const path = process.env[name];
    if (path && !existsSync(path)) throw new Error(`${name} is "${path}", but there is no such file.`);
    if (path) return path;
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...ELSEWHERE].find((path) => existsSync(path));
}

function isDebianRoot() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

/** Finds a browser, or installs it as root on Debian. Throws an error that says what to do otherwise. */
export function ensureBrowser(log = console.error) {
  const found = findBrowser();
  if (found) return found;
  if (isDebianRoot()) {
    log("No browser found; installing Debian's package chromium for the tests.");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const install = () =>
      spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"], {
        env,
        stdio: ["ignore", "ignore", "inherit"],
      }).status === 0;
    if (!install()) {
      execFileSync("apt-get", ["update"], { env, stdio: ["ignore", "ignore", "inherit"] });
      install();
    }
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    "The tests need a Chromium: run `npx playwright install chromium`, or set DATELINES_BROWSER to the path of a Chromium or Chrome.",
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(ensureBrowser());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
