/** Longest name before the ending: with it, the shortest limit of a file system (255 bytes) holds, at 3 bytes a letter. */
const LONGEST = 80;

/**
 * A title as the name of a file on every system: without control and direction marks, the signs that Windows refuses
 * (`\ / : * ? " < > |`), or dots and blanks at its ends.
 *
 * @param ending without a dot
 * @param fallback where nothing is left of the title
 */
export function fileName(title: string | undefined, ending: string, fallback: string): string {
  const plain = (title ?? "").replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|\s]+/gu, " ").replace(/^[\s.]+/u, "");
  const name = [...plain]
    .slice(0, LONGEST)
    .join("")
    .replace(/[\s.]+$/u, "");
  // Names of devices, which Windows keeps for itself whatever their ending.
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
  return `${name === "" || isDevice ? fallback : name}.${ending}`;
}
