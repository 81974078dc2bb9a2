/** The words of the command line. */

export const USAGE = `datelines: dated, sourced events as honest SVG timelines

  datelines render <file|-> [-o out.svg|out.html] [options]   draw a timeline
  datelines check  <file|-> [--json] [--links]                list what is wrong with one

  -o, --output FILE      where to write; without it, standard output
      --from FORMAT      auto (default), datelines, timelinejs
      --format FORMAT    svg (default) or html; by default that of the output's name
      --static           html without a script
      --embed            html for an iframe, which tells its height to the page (see datelines/embed)
      --width N          px, default 960
      --orientation O    auto (default), horizontal, vertical
      --scale S          auto (default), time, compressed
      --theme T          auto (default), light, dark
      --lang CODE        language of generated words: en
      --time-zone ZONE   zone of times without an offset, such as Asia/Pyongyang
      --date-order O     DMY, MDY or YMD, for dates such as 1/2/2021
      --now DATE         draw a line at the present
      --json             check: one JSON object for machines
      --links            check: visit the address of every source, which nothing else does
      --allow-private    check --links: visit private and loopback addresses too
  -h, --help             this text
      --version          the version

  <file> may be -, for standard input.
  Exit status: 0 fine, 1 the data has errors (what can be drawn is still written), 2 wrong usage or unreadable file.
`;

/** A mistake in the call, told in one sentence. The program ends with status 2. */
export class UsageError extends Error {}
