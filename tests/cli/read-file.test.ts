/** What comes late: a pipe that does not block says again and again that it has nothing yet. */
import { readSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { type CheckCommand, readArguments } from "../../src/cli/arguments.js";
import { readFile } from "../../src/cli/read-file.js";
import { Progress } from "../../src/cli/progress.js";

vi.mock("node:fs", async (importOriginal) => ({ ...(await importOriginal<object>()), readSync: vi.fn() }));

/** Far more than calls can stand one in the other. */
const LOOKS = 50_000;

afterEach(() => {
  vi.restoreAllMocks();
});

test("a silent pipe is waited for without constant polling", () => {
  const waited = vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
  const bytes = new TextEncoder().encode('[{"title":"Late","date":"1848"}]');
  let looks = 0;
  vi.mocked(readSync).mockImplementation((_, part) => {
    if (looks++ < LOOKS) throw Object.assign(new Error(), { code: "EAGAIN" });
    if (looks > LOOKS + 1) return 0;
    new Uint8Array(part.buffer).set(bytes);
    return bytes.length;
  });
  const command = readArguments(["check", "-"]) as CheckCommand;
  const { document } = readFile(command, new Progress({ write: () => undefined }));
  expect(document).toMatchObject([{ title: "Late" }]);
  expect(waited).toHaveBeenCalledTimes(LOOKS);
});
