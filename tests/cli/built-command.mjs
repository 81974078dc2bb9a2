// The built command in this process. Node imports this file itself, and so the command too: the same file that users run.
import { pathToFileURL } from "node:url";

let runs = 0;

/** Replaces the write of a stream; the text written so far is given back by the function that restores it. */
function capture(stream) {
  const write = stream.write;
  let text = "";
  stream.write = (chunk) => {
    text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return () => {
    stream.write = write;
    return text;
  };
}

/**
 * Runs the command as a process of its own would, without one: 110 starts of Node take half a minute of CPU time.
 *
 * @param {string} path the built command
 * @param {readonly string[]} args
 * @param {string} folder the working directory
 * @returns {Promise<{ status: number, stdout: string, stderr: string }>}
 */
export async function runBuilt(path, args, folder) {
  const { argv, exitCode } = process;
  const before = process.cwd();
  process.argv = [process.execPath, path, ...args];
  process.chdir(folder);
  process.exitCode = undefined;
  const [out, error] = [capture(process.stdout), capture(process.stderr)];
  const log = [console.log, console.error];
  // vitest has a console of its own.
  console.log = (text) => process.stdout.write(`${text}\n`);
  console.error = (text) => process.stderr.write(`${text}\n`);
  try {
    runs += 1;
    // A query makes it another module, which runs again; what it imports is loaded once.
    await import(`${pathToFileURL(path).href}?run=${runs}`);
    return { status: process.exitCode ?? 0, stdout: out(), stderr: error() };
  } finally {
    out();
    error();
    [console.log, console.error] = log;
    process.chdir(before);
    process.argv = argv;
    process.exitCode = exitCode;
  }
}
