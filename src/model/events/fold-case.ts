/** Lower case without accents, so that "malaga" finds "Málaga". */
export function foldCase(text: string): string {
  // Most text has no accents to take apart.
  return (/^[\0-\x7f]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "")).toLowerCase();
}
