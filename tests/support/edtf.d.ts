/** The part of `edtf` that the oracle asks; the package has no types of its own. */
declare module "edtf" {
  export default function edtf(text: string): { readonly min: number | null; readonly max: number | null };
}
