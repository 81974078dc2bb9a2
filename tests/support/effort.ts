/**
 * How much a run tries. `npm test` sets DATELINES_TESTS to "promises" and tries a part of the inputs of the dearest tests.
 * Every other run, `npm run test:all` among them, tries all of them.
 */
export const TRIES_ALL = process.env["DATELINES_TESTS"] !== "promises";

/** A quarter of the inputs in `npm test`, from the same seed. */
export const fewerOf = (tries: number): number => (TRIES_ALL ? tries : Math.ceil(tries / 4));
