/** Length limit without extension: at 3 bytes a character, the name stays below 255 bytes, the smallest file system limit. */
const NAME_MAX_CHARACTERS = 80;

/**
 * Makes a title a valid file name on every system. Removes control and direction marks, characters that Windows does not
 * allow (`\ / : * ? " < > |`), and dots and spaces at both ends.
 *
 * @param ending the file extension without a dot
 * @param fallback the name when nothing remains of the title
 */
export function fileName(title: string | undefined, ending: string, fallback: string): string {
  const plain = (title ?? "").replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|\s]+/gu, " ").replace(/^[\s.]+/u, "");
  const name = [...plain]
    .slice(0, NAME_MAX_CHARACTERS)
    .join("")
    .replace(/[\s.]+$/u, "");
  // Windows reserves device names, with any extension.
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
  return `${name === "" || isDevice ? fallback : name}.${ending}`;
}
