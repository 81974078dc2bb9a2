/** How many inputs a fuzzer tries: few on a CI run, as many as DATELINES_FUZZ says in `npm run fuzz`. */
export const RUNS = Number(process.env["DATELINES_FUZZ"] ?? 2000);
export const TIMEOUT = 60_000 + RUNS * 20;
