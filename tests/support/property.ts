/**
 * Properties that are tried more often in `npm run fuzz` than on a CI run, and whose outcome is a figure. A CI run repeats
 * its seed, so that it says the same of the same code; the fuzzers look where nobody looked before, and a failure names
 * the seed that shows it again.
 */
import fc from "fast-check";
import { figure } from "../../scripts/figures.mjs";
import { fewerOf } from "./effort.js";

/** How many times the inputs of `npm run test:all`: 1, or what DATELINES_FUZZ says. */
const TIMES = Number(process.env["DATELINES_FUZZ"] ?? 1);

/** Time limit of a property in ms; beyond it the property counts as hanging. */
export const TIMEOUT = 300_000 * Math.max(1, TIMES / 5);

/**
 * Inputs of a property: `onCi` in `npm run test:all`, a quarter of them in `npm test`, many times as many in the fuzzers.
 *
 * @param most where the inputs are dear: the fuzzers try at most so many times those of `npm run test:all`
 */
export const triesOf = (onCi: number, most = Number.POSITIVE_INFINITY): number => fewerOf(onCi) * Math.min(TIMES, most);

interface Tried {
  readonly numRuns: number;
  readonly seed?: number | undefined;
}

function reported<Values>(name: string) {
  return (run: fc.RunDetails<Values>): void => {
    const tried = run.numRuns.toLocaleString("en");
    figure(`${name}: failures in ${tried} tries`, run.failed ? 1 : 0, { exactly: 0 });
    if (run.failed) throw new Error(fc.defaultReportMessage(run), { cause: run.errorInstance });
  };
}

const parametersOf = <Values>(name: string, { numRuns, seed }: Tried): fc.Parameters<Values> => ({
  numRuns,
  ...(seed === undefined || TIMES > 1 ? {} : { seed }),
  reporter: reported<Values>(name),
});

/** Asserts a property as fast-check does and records its outcome as a figure of the run. */
export function holds<Values>(name: string, property: fc.IProperty<Values>, tried: Tried): void {
  fc.assert(property, parametersOf<Values>(name, tried));
}

/** Asserts an asynchronous property and records its outcome as a figure of the run. */
export function holdsLater<Values>(name: string, property: fc.IAsyncProperty<Values>, tried: Tried): Promise<void> {
  return fc.assert(property, parametersOf<Values>(name, tried));
}
