/** Every run repeats the seed of its properties, so that it says the same of the same code. `npm run fuzz` takes a new one. */
import fc from "fast-check";

/** The variable DATELINES_SEED gives another seed. */
const SEED = Number(process.env["DATELINES_SEED"] ?? 20_261_201);

if (!process.env["DATELINES_FUZZ"]) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
