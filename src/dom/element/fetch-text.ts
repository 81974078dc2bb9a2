/** Fetches the file that the attribute `src` names: over http and https only, within limits of time and size. */

/** The reason why a file could not be fetched, in words for a reader. */
export class FetchError extends Error {}

export interface FetchRequest {
  readonly signal: AbortSignal;
  /** Whether cookies are sent. The default of the element is `omit`. */
  readonly credentials: "omit" | "same-origin" | "include";
}

/** Largest file, in bytes after decompression. */
const FILE_SIZE_MAX = 10 * 1024 * 1024;
/** Longest time until the last byte, in ms. */
const FETCH_TIMEOUT_MS = 15_000;

/** Data formats and plain text. `text/html` is not among them: servers send a page in place of a missing file. */
const DATA_TYPE = /^(?:application\/(?:[\w.+-]+\+)?json|text\/(?:json|csv|tab-separated-values|calendar|plain))$/;

/**
 * @param url absolute address
 * @throws FetchError whose message is a clause that follows a colon
 */
export async function fetchText(url: URL, { signal, credentials }: FetchRequest): Promise<string> {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new FetchError(`"${url.protocol}" is no address of the web; write one with https:`);
  }
  const own = new AbortController();
  const stop = (): void => own.abort();
  signal.addEventListener("abort", stop);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    own.abort();
  }, FETCH_TIMEOUT_MS);
  try {
    const response = await fetch(url, { signal: own.signal, credentials, mode: "cors" });
    if (!response.ok) throw new FetchError(`the server answered ${response.status} for "${url.pathname}"`);
    const [type = "", ...parameters] = (response.headers.get("content-type") ?? "").toLowerCase().split(/\s*;\s*/);
    if (!DATA_TYPE.test(type)) {
      throw new FetchError(`the server sent "${type || "no content type"}", not JSON, CSV, a calendar or plain text`);
    }
    return decode(await bytesOf(response), parameters);
  } catch (error) {
    if (error instanceof FetchError) throw error;
    if (late) throw new FetchError(`the server did not finish within ${FETCH_TIMEOUT_MS / 1000} seconds`);
    // Browsers hide from scripts which of the two it is.
    throw new FetchError("there is no connection, or the server does not allow this page to read it");
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const step = await reader?.read();
    if (!step || step.done) break;
    size += step.value.byteLength;
    if (size > FILE_SIZE_MAX) {
      await reader?.cancel();
      throw new FetchError(`it is larger than ${FILE_SIZE_MAX / 1024 / 1024} MiB`);
    }
    chunks.push(step.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function decode(bytes: Uint8Array, parameters: readonly string[]): string {
  const charset = parameters
    .find((parameter) => parameter.startsWith("charset="))
    ?.slice(8)
    .replace(/"/g, "");
  try {
    return new TextDecoder(charset || "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
