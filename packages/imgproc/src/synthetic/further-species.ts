import { type Rng, rngAt } from '@sprout/core';
import { OPPOSITE, SPIRAL } from './arrangements.ts';
import type { Arrangement, LeafForm, Outline, Species } from './species.ts';

/**
 * Makes up a species for a position beyond the table; the same position always gives the same species. Its leaves differ
 * from those of the table in outline, margin, stalk and arrangement.
 */
export function furtherSpecies(position: number): Species {
  const rng = rngAt(0, ['species', position]);
  const arrangement = drawArrangement(rng);
  const least = Math.max(arrangement.perNode, 2 + rng.integer(4));
  return {
    name: `Species ${position + 1}`,
    seedLeaf: drawLeaf(rng, drawSeedOutline(rng)),
    leaf: drawLeaf(rng, rng.chance(0.35) ? drawDisc(rng) : drawBlade(rng)),
    arrangement,
    leaves: [least, least * 2],
    vigour: rng.uniform(0.9, 1.9),
  };
}

function drawArrangement(rng: Rng): Arrangement {
  const whorls = { perNode: 3 + rng.integer(4), turn: 36, spread: 8 };
  return [OPPOSITE, SPIRAL, whorls][rng.integer(3)]!;
}

function drawLeaf(rng: Rng, outline: Outline): LeafForm {
  const veins = outline.kind === 'disc' ? 'palmate' : 'pinnate';
  return { outline, petiole: rng.uniform(0.05, 1.2), veins };
}

function drawSeedOutline(rng: Rng): Outline {
  const { margin: _margin, ...entire } = drawBlade(rng);
  return entire;
}

function drawBlade(rng: Rng): Outline & { kind: 'blade' } {
  return {
    kind: 'blade',
    aspect: rng.uniform(0.2, 0.8),
    base: rng.uniform(0.35, 1.2),
    tip: rng.uniform(0.35, 1.2),
    margin: {
      teeth: 2 + rng.integer(8),
      depth: rng.chance(0.5) ? 0 : rng.uniform(0.2, 0.8),
      lean: rng.uniform(0, 1),
      sharpness: rng.uniform(0.7, 1.8),
    },
  };
}

function drawDisc(rng: Rng): Outline & { kind: 'disc' } {
  return {
    kind: 'disc',
    aspect: rng.uniform(0.8, 1.4),
    baseNotch: rng.uniform(0, 0.6),
    tipNotch: rng.uniform(0, 0.5),
    lobes: { count: 3 + 2 * rng.integer(4), depth: rng.chance(0.5) ? 0 : rng.uniform(0.2, 0.55) },
  };
}
