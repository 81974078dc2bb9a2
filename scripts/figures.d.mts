/** What a figure should be. */
export type Goal = { readonly exactly: number } | { readonly most: number } | { readonly least: number };
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** Missing where a figure is only told for comparison. */
  readonly goal?: Goal | undefined;
  readonly unit?: string;
}
/** Keeps one figure for the end of the run; without a run that prints them it is dropped. */
export function figure(name: string, value: number, goal?: Goal, unit?: string): void;
/** A line each: whether it is met, the figure, its goal, what it is. False where a goal is missed. */
export function printFigures(figures: readonly Figure[]): boolean;
/** Calls `run` with the environment in which figures are kept, prints them, and gives what it gave and whether all are met. */
export function withFigures<Result>(run: (environment: Record<string, string>) => Result): {
  readonly result: Result;
  readonly met: boolean;
};
