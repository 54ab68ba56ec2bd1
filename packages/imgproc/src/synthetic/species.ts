/** The outline of a leaf blade, in terms of its own length. */
export type Outline =
  /**
   * Symmetric about a midrib: half width `along^base * (1 - along)^tip`, scaled to `aspect`. Small exponents make
   * blunt ends, large ones long ends; with `base > tip` the leaf is widest near the tip.
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

/** The teeth along both edges of a blade. */
export interface Margin {
  /** Teeth on one side. */
  readonly teeth: number;
  /** The depth of the gaps between them, as a share of the half width. */
  readonly depth: number;
  /** The lean of the teeth towards the tip: 0 for none, 1 for 45 degrees. */
  readonly lean: number;
  /** Above 1 for narrow teeth in wide gaps, as in feathered leaves. */
  readonly sharpness: number;
}

export interface LeafForm {
  readonly outline: Outline;
  /** The length of the stalk over that of the blade. */
  readonly petiole: number;
  readonly veins: 'parallel' | 'pinnate' | 'palmate';
}

/** The arrangement of leaves on the stem: `perNode` leaves at each node, which is turned against the node below. */
export interface Arrangement {
  readonly perNode: number;
  /** Degrees. */
  readonly turn: number;
  /** The standard deviation of a leaf's direction, in degrees. */
  readonly spread: number;
}

/** The geometry of a plant. Colour, light and soil do not depend on the species. */
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
