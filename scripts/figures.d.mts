/** The goal of a figure. */
export type Goal = { readonly exactly: number } | { readonly most: number } | { readonly least: number };
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** Missing if a figure is only for comparison. */
  readonly goal?: Goal | undefined;
  readonly unit?: string;
}
/** Records one figure for the end of the run. Does nothing outside such a run. */
export function figure(name: string, value: number, goal?: Goal, unit?: string): void;
/** Prints a line for each figure: met or missed, value, goal and name. Returns false if a goal is missed. */
export function printFigures(figures: readonly Figure[]): boolean;
/** Calls `run` with the environment that records figures, and prints them. Returns its result and whether all goals are met. */
export function withFigures<Result>(run: (environment: Record<string, string>) => Result): {
  readonly result: Result;
  readonly met: boolean;
};
