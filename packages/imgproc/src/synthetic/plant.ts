import type { Rng } from '@sprout/core';
import type { LeafForm, Outline, Species } from './species.ts';

/** One leaf blade or stalk at its position. Lengths are in pixels, angles in radians. */
export interface Leaf {
  readonly outline: Outline;
  readonly veins: LeafForm['veins'] | 'none';
  /** The position of the base. */
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly length: number;
  readonly bend: number;
  /** 0 just unfolded to 1 full-grown. */
  readonly age: number;
  /** Pixels above the soil: the distance to which it casts a shadow. */
  readonly height: number;
}

const STALK: Outline = { kind: 'blade', aspect: 0.07, base: 0.05, tip: 0.05 };

/**
 * Draws one plant of a species: the number of its leaves, their sizes, directions and bends, and its position in the image.
 *
 * @returns The leaves from the lowest to the highest, in the order to paint them.
 */
export function growPlant(species: Species, size: number, rng: Rng): readonly Leaf[] {
  const leaves = [...seedLeaves(species, rng), ...trueLeaves(species, rng)];
  const reach = Math.max(...leaves.map((leaf) => leaf.length * (1 + leaf.form.petiole)));
  const turn = rng.uniform(0, 2 * Math.PI);
  const scale = (size * rng.uniform(0.42, 0.54)) / reach;
  const x = size * rng.normal(0.5, 0.035);
  const y = size * rng.normal(0.5, 0.035);
  return leaves.flatMap((leaf, order) =>
    putLeaf(
      { ...leaf, angle: leaf.angle + turn, length: leaf.length * scale },
      { x, y, height: size * (0.012 + 0.006 * order) },
    ),
  );
}

/** A leaf without a position. The length of its blade is relative to a seed leaf. */
interface Sprig {
  readonly form: LeafForm;
  readonly angle: number;
  readonly length: number;
  readonly bend: number;
  readonly age: number;
}

function seedLeaves({ seedLeaf }: Species, rng: Rng): Sprig[] {
  if (seedLeaf === undefined) return [];
  return [0, 1].map((which) => ({
    form: seedLeaf,
    angle: which * Math.PI + rng.normal(0, 0.15),
    length: rng.uniform(0.75, 1.05),
    bend: rng.normal(0, 0.05),
    age: 1,
  }));
}

function trueLeaves(species: Species, rng: Rng): Sprig[] {
  const { leaf, arrangement, vigour } = species;
  const { perNode, turn, spread } = arrangement;
  const [fewest, most] = species.leaves;
  const nodes = Math.ceil((fewest + rng.integer(most - fewest + 1)) / perNode);
  const grass = species.seedLeaf === undefined;
  return Array.from({ length: nodes * perNode }, (_, number) => {
    const node = Math.floor(number / perNode);
    const age = grass
      ? rng.uniform(0.55, 1)
      : Math.min(1, (nodes - node - rng.uniform(0.2, 0.7)) / 2);
    const degrees =
      ((number % perNode) * 360) / perNode + (node + 1) * turn + rng.normal(0, spread);
    return {
      form: leaf,
      angle: (degrees * Math.PI) / 180,
      length: vigour * (0.25 + 0.75 * age) * rng.uniform(0.75, 1.05),
      bend: rng.normal(0, grass ? 0.13 : 0.05),
      age,
    };
  });
}

function putLeaf(
  { form, angle, length, bend, age }: Sprig,
  at: { readonly x: number; readonly y: number; readonly height: number },
): Leaf[] {
  const stalk = form.petiole * length;
  const blade: Leaf = {
    outline: form.outline,
    veins: form.veins,
    x: at.x + stalk * Math.cos(angle),
    y: at.y + stalk * Math.sin(angle),
    angle,
    length,
    bend,
    age,
    height: at.height,
  };
  if (stalk === 0) return [blade];
  const thickness = (0.035 * length + 0.8) / stalk;
  const outline = { ...STALK, aspect: Math.min(0.5, thickness) };
  return [
    { ...blade, ...at, outline, veins: 'none', length: stalk + 0.04 * length, bend: 0 },
    blade,
  ];
}
