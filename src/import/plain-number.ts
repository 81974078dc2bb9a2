/** Decimals that a number keeps as written; more may be noise of floating-point arithmetic. */
const DECIMALS_KEPT = 2;
/** Digits of a number that floating-point arithmetic keeps, whatever the last ones say. */
const RELIABLE_DIGITS = 12;

/** A number with the digits it needs: "-6.162" for "-6.1620000000000", "13.031" for "13.030999999999999". Other text stays. */
export function plainNumber(text: string): string {
  const [, sign = "", whole = "", decimals = ""] = /^([-+−]?)(\d+)\.(\d+)$/.exec(text) ?? [];
  if (decimals.length <= DECIMALS_KEPT) return text;
  const digits = `${whole}.${decimals}`;
  const isNoisy = whole.replace(/^0+/, "").length + decimals.length > RELIABLE_DIGITS;
  const rounded = isNoisy ? Number(digits).toPrecision(RELIABLE_DIGITS) : digits;
  // Very small and very large numbers get an exponent, which no reader expects.
  return /e/.test(rounded) ? text : `${sign}${rounded.replace(/\.?0+$/, "")}`;
}
