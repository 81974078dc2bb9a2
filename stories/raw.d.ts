/** Text files that stories and tests import. */
declare module "*?raw" {
  const text: string;
  export default text;
}
