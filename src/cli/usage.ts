/** The help text and the errors of the command line. */

export const USAGE = `datelines: dated, sourced events as honest SVG timelines

  datelines render  <file|-> [-o out.svg|out.html|out.png] [options]   draw a timeline
  datelines check   <file|-> [--all] [--json] [--links]                list what is wrong with one
  datelines convert <file|-> -o out.json|csv|ics|… [--to FORMAT]       write it in another format

  -o, --output FILE      where to write; without it, or with -, standard output
      --from FORMAT      auto (default), datelines, csv, tsv, timelinejs, vis, chrono, ics, wikidata, simile, records
      --column F=HEADER  tables: the column of a field, such as --column title=Headline
      --header-row N     tables: the row that names the columns; by default the first that names a column of dates
      --title TEMPLATE   titles of columns or fields in braces, such as "{Place}, M {Magnitude}"
      --limit NAME=N     read more or less: bytes, events, field, depth, columns, occurrences, allOccurrences, horizonYears
      --json             problems as one JSON object for machines

 render
      --format FORMAT    svg (default), html or png; by default from the extension of the output
      --static           html without a script
      --story            html that begins with a slide show of the title and each event
      --embed            html for an iframe, which reports its height to the page (see datelines/embed)
      --width N          px, default 960
      --height N         px, default what the content needs
      --orientation O    auto (default), horizontal, vertical
      --scale S          auto (default), time, segmented, compressed, equal, log
      --form F           auto (default), dots, range-bars, histogram, ribbon, single-row
      --theme T          auto (default), light, dark
      --rank-by FIELD    a field of the data with numbers: the largest are named first, such as --rank-by Magnitude
      --now DATE         draw a line at the present: a date, or today

 convert
      --to FORMAT        datelines (.json), csv, tsv, ics, jsonld, timelinejs, and of the sources alone bib (BibTeX), ris,
                         csl (CSL-JSON); by default from the extension of the output

 check
      --all              print every issue instead of grouping equal ones (--json always has them all)
      --links            request the address of every source; nothing else uses the network
      --allow-private    with --links: request private and loopback addresses too

      --lang CODE        language of generated words, default that of the document, or en; also read in dates; another code lists them all
      --time-zone ZONE   zone of times without an offset, such as Asia/Pyongyang
      --date-order O     DMY, MDY or YMD, for dates such as 1/2/2021
  -h, --help             this text
      --version          the version

  <file> may be -, for standard input.
  Exit status: 0 fine, 1 the data has errors (what can be drawn is still written), 2 wrong usage or unreadable file.
`;

/** An error that ends the program with status 2; its message is one sentence. */
export class UsageError extends Error {}

/** An error in the arguments; the program also points to --help. */
export class MisuseError extends UsageError {}
