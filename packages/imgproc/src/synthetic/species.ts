/** The outline of a leaf blade, in terms of its own length. */
export type Outline =
  /**
   * Symmetric about a midrib: half width `along^base * (1 - along)^tip`, scaled to `aspect`. Small exponents make
   * blunt ends, large ones drawn-out ends; `base > tip` puts the widest place near the tip.
   */
  | {
      readonly kind: 'blade';
      /** Width over length. */
      readonly aspect: number;
      readonly base: number;
      readonly tip: number;
      readonly margin?: Margin;
    }
  /** Round about a centre, notched at its base (where the petiole joins) and at its tip. */
  | {
      readonly kind: 'disc';
      readonly aspect: number;
      /** Depths of the notches as shares of the radius. */
      readonly baseNotch: number;
      readonly tipNotch: number;
      readonly lobes?: { readonly count: number; readonly depth: number };
    };

/** Teeth or lobes along both edges of a blade. */
export interface Margin {
  /** Teeth on one side. */
  readonly teeth: number;
  /** How deep the gaps between them cut, as a share of the half width. */
  readonly depth: number;
  /** How far the teeth lean towards the tip: 0 straight out, 1 by 45 degrees. */
  readonly lean: number;
  /** Above 1: narrow teeth in wide gaps, as in feathered leaves. */
  readonly sharpness: number;
}

export interface LeafForm {
  readonly outline: Outline;
  /** The length of the stalk over that of the blade. */
  readonly petiole: number;
  readonly veins: 'parallel' | 'pinnate' | 'palmate';
}

/** Where a plant puts its leaves: so many at each node of the stem, each node turned against the one below. */
export interface Arrangement {
  readonly perNode: number;
  /** Degrees. */
  readonly turn: number;
  /** The standard deviation of a leaf's direction, in degrees. */
  readonly spread: number;
}

/** A plant class: its geometry alone. Colour, light and soil are drawn alike for all classes. */
export interface Species {
  readonly name: string;
  /** The form of the two seed leaves; grasses have none. */
  readonly seedLeaf?: LeafForm;
  readonly leaf: LeafForm;
  readonly arrangement: Arrangement;
  /** The fewest and the most leaves after the seed leaves. */
  readonly leaves: readonly [number, number];
  /** The length of a full-grown leaf over that of a seed leaf. */
  readonly vigour: number;
}
