/** A place in a list of tokens, with the questions a reader asks of it. */
import type { Sense } from "../locale.js";
import type { Token } from "./tokenise.js";
import type { Valued } from "./vocabulary.js";

export type NumberToken = Extract<Token, { kind: "number" }>;

export class Cursor {
  private index = 0;

  /** @param timeZone the zone that times with an offset are read in */
  constructor(
    private readonly tokens: readonly Token[],
    readonly timeZone: string | undefined,
  ) {}

  get done(): boolean {
    return this.index >= this.tokens.length;
  }

  /** Remember this to come back with {@link reset}. */
  get place(): number {
    return this.index;
  }

  reset(place: number): void {
    this.index = place;
  }

  peek(offset = 0): Token | undefined {
    return this.tokens[this.index + offset];
  }

  /** Steps over a known word. */
  take(...kinds: readonly Sense[]): Sense | undefined {
    const token = this.peek();
    if (token && (kinds as readonly string[]).includes(token.kind)) {
      this.index++;
      return token.kind as Sense;
    }
    return undefined;
  }

  /** Whether the word just stepped over was of this kind. */
  taken(kind: Sense): boolean {
    return this.peek(-1)?.kind === kind;
  }

  /** Steps over a sign. */
  sign(...signs: readonly string[]): string | undefined {
    const token = this.peek();
    if (token?.kind === "sign" && signs.includes(token.sign)) {
      this.index++;
      return token.sign;
    }
    return undefined;
  }

  number(): NumberToken | undefined {
    const token = this.peek();
    if (token?.kind !== "number") return undefined;
    this.index++;
    return token;
  }

  /** A number in digits, Roman or in words, of which centuries and parts of a year are counted. */
  count(): number | undefined {
    const token = this.peek();
    if (token?.kind !== "number" && token?.kind !== "roman" && token?.kind !== "ordinalWord") return undefined;
    this.index++;
    return token.value;
  }

  /** Steps over a word that carries a number. */
  valued(kind: Valued): number | undefined {
    const token = this.peek();
    if (token?.kind !== kind) return undefined;
    this.index++;
    return token.value;
  }
}
