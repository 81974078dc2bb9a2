import { MisuseError } from "./usage.js";

/** A value that must be one of some words. */
export function oneOf<const T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw new MisuseError(`${option} "${value}" must be one of ${allowed.join(", ")}`);
  return found;
}
