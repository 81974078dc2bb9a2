/** A cursor over tokens. Its methods step over a token if it is of the asked kind, and otherwise stay. */
import type { Sense } from "../locale.js";
import type { Token } from "./tokenise.js";
import type { Valued } from "./vocabulary.js";

export type NumberToken = Extract<Token, { kind: "number" }>;

export class Cursor {
  private index = 0;

  /** @param timeZone the zone in which times with an offset are shown */
  constructor(
    private readonly tokens: readonly Token[],
    readonly timeZone: string | undefined,
  ) {}

  get done(): boolean {
    return this.index >= this.tokens.length;
  }

  /** The position, for {@link reset}. */
  get place(): number {
    return this.index;
  }

  reset(place: number): void {
    this.index = place;
  }

  peek(offset = 0): Token | undefined {
    return this.tokens[this.index + offset];
  }

  /** Steps over a word of one of these senses, and returns the sense. */
  take(...kinds: readonly Sense[]): Sense | undefined {
    const token = this.peek();
    if (token && (kinds as readonly string[]).includes(token.kind)) {
      this.index++;
      return token.kind as Sense;
    }
    return undefined;
  }

  /** Whether the token before the cursor has this sense. */
  taken(kind: Sense): boolean {
    return this.peek(-1)?.kind === kind;
  }

  /** Steps over one of these signs, and returns the sign. */
  sign(...signs: readonly string[]): string | undefined {
    const token = this.peek();
    if (token?.kind === "sign" && signs.includes(token.sign)) {
      this.index++;
      return token.sign;
    }
    return undefined;
  }

  /** Steps over a number in digits. */
  number(): NumberToken | undefined {
    const token = this.peek();
    if (token?.kind !== "number") return undefined;
    this.index++;
    return token;
  }

  /** Steps over the number of a century or of a part of a year: digits, a Roman numeral or an ordinal word. */
  count(): number | undefined {
    const token = this.peek();
    if (token?.kind !== "number" && token?.kind !== "roman" && token?.kind !== "ordinalWord") return undefined;
    this.index++;
    return token.value;
  }

  /** Steps over a word with a value, such as a month, and returns the value. */
  valued(kind: Valued): number | undefined {
    const token = this.peek();
    if (token?.kind !== kind) return undefined;
    this.index++;
    return token.value;
  }
}
