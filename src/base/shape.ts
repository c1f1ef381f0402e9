/**
 * What a part of a file people write may look like. One table in these words (`rules-shape.ts`) is
 * both what files are checked against and what a schema under `schemas/` is made of.
 */
export type Shape =
  | { readonly kind: 'text'; readonly mayBeEmpty?: boolean; readonly doc?: string }
  | { readonly kind: 'flag'; readonly doc?: string }
  /** `true` and nothing else. */
  | { readonly kind: 'yes'; readonly doc?: string }
  | {
      readonly kind: 'integer';
      readonly min: number;
      readonly max: number;
      readonly doc?: string;
    }
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly doc?: string }
  /** A text, a `/pattern/flags`, or a list of them. */
  | { readonly kind: 'textCondition'; readonly doc?: string }
  | { readonly kind: 'anything'; readonly doc?: string }
  | { readonly kind: 'mapOf'; readonly values: Shape; readonly doc?: string }
  | { readonly kind: 'listOf'; readonly items: Shape; readonly doc?: string }
  /** One of these, or a list of them. */
  | { readonly kind: 'oneOrMore'; readonly item: Shape; readonly doc?: string }
  /** A mapping, or one of these words for what is wanted most. */
  | {
      readonly kind: 'wordOr';
      readonly words: readonly string[];
      readonly object: ObjectShape;
      readonly doc?: string;
    }
  | ObjectShape
  | VariantShape;

export interface ObjectShape {
  readonly kind: 'object';
  readonly keys: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** Exactly one of these must be there. */
  readonly oneOf?: readonly string[];
  /** At least one of these must be there. */
  readonly anyOf?: readonly string[];
  /** Any number of these may stand besides the one of `oneOf`, or instead of it. */
  readonly besides?: readonly string[];
  /** Other names people try, and what is meant by them. */
  readonly mistakes?: Readonly<Record<string, string>>;
  readonly doc?: string;
}

/** An object whose keys depend on the value of one of them. */
export interface VariantShape {
  readonly kind: 'variant';
  readonly by: string;
  readonly cases: Readonly<Record<string, ObjectShape>>;
  readonly doc?: string;
}
