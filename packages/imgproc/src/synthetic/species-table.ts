import { OPPOSITE, SPIRAL } from './arrangements.ts';
import { blade, disc, grass } from './leaf-form.ts';
import type { Species } from './species.ts';

/**
 * The twelve species of the Aarhus seedlings, as seen from above: seed leaves, leaves and their arrangement. A synthetic
 * data set with fewer classes has the first ones.
 *
 * @see Giselsson et al. 2017, "A Public Image Database for Benchmark of Plant Seedling Classification Algorithms".
 */
export const SPECIES: readonly Species[] = [
  {
    name: 'Sugar beet',
    seedLeaf: blade({ aspect: 0.3, base: 0.65, tip: 0.5, petiole: 0.3 }),
    leaf: blade({ aspect: 0.48, base: 0.9, tip: 0.5, petiole: 0.6 }),
    arrangement: OPPOSITE,
    leaves: [2, 6],
    vigour: 1.1,
  },
  {
    name: 'Maize',
    leaf: grass({ aspect: 0.23, base: 0.45, tip: 0.75 }),
    arrangement: { perNode: 1, turn: 180, spread: 20 },
    leaves: [3, 5],
    vigour: 1,
  },
  {
    name: 'Small-flowered Cranesbill',
    seedLeaf: disc({ aspect: 1.15, baseNotch: 0.45, tipNotch: 0.08, petiole: 0.8 }),
    leaf: disc({
      aspect: 1.1,
      baseNotch: 0.6,
      tipNotch: 0,
      lobes: { count: 7, depth: 0.32 },
      petiole: 1.3,
    }),
    arrangement: SPIRAL,
    leaves: [2, 6],
    vigour: 1.2,
  },
  {
    name: 'Scentless Mayweed',
    seedLeaf: blade({ aspect: 0.55, base: 0.9, tip: 0.42, petiole: 0.1 }),
    leaf: {
      outline: {
        kind: 'blade',
        aspect: 0.55,
        base: 0.75,
        tip: 0.5,
        margin: { teeth: 6, depth: 0.86, lean: 0.9, sharpness: 1.8 },
      },
      petiole: 0.25,
      veins: 'pinnate',
    },
    arrangement: OPPOSITE,
    leaves: [3, 8],
    vigour: 1.9,
  },
  {
    name: 'Common wheat',
    leaf: grass({ aspect: 0.1, base: 0.3, tip: 0.6 }),
    arrangement: { perNode: 1, turn: 180, spread: 26 },
    leaves: [2, 4],
    vigour: 1,
  },
  {
    name: 'Charlock',
    seedLeaf: disc({ aspect: 1.3, baseNotch: 0.12, tipNotch: 0.5, petiole: 0.7 }),
    leaf: {
      outline: {
        kind: 'blade',
        aspect: 0.55,
        base: 0.75,
        tip: 0.4,
        margin: { teeth: 5, depth: 0.42, lean: 0.2, sharpness: 1 },
      },
      petiole: 0.45,
      veins: 'pinnate',
    },
    arrangement: SPIRAL,
    leaves: [3, 5],
    vigour: 2,
  },
  {
    name: 'Cleavers',
    seedLeaf: disc({ aspect: 0.78, baseNotch: 0, tipNotch: 0.22, petiole: 0.25 }),
    leaf: blade({ aspect: 0.34, base: 0.95, tip: 0.4, petiole: 0.02 }),
    arrangement: { perNode: 5, turn: 36, spread: 8 },
    leaves: [5, 15],
    vigour: 0.8,
  },
  {
    name: 'Common Chickweed',
    seedLeaf: blade({ aspect: 0.4, base: 0.55, tip: 0.75, petiole: 0.5 }),
    leaf: blade({ aspect: 0.72, base: 0.45, tip: 0.8, petiole: 0.65 }),
    arrangement: OPPOSITE,
    leaves: [6, 10],
    vigour: 0.95,
  },
  {
    name: 'Shepherd’s Purse',
    seedLeaf: blade({ aspect: 0.66, base: 0.55, tip: 0.4, petiole: 0.8 }),
    leaf: blade({ aspect: 0.52, base: 1.1, tip: 0.32, petiole: 0.55 }),
    arrangement: SPIRAL,
    leaves: [5, 10],
    vigour: 1.5,
  },
  {
    name: 'Fat Hen',
    seedLeaf: blade({ aspect: 0.22, base: 0.4, tip: 0.35, petiole: 0.3 }),
    leaf: {
      outline: {
        kind: 'blade',
        aspect: 0.78,
        base: 1,
        tip: 1,
        margin: { teeth: 3, depth: 0.4, lean: 0.5, sharpness: 0.8 },
      },
      petiole: 0.5,
      veins: 'pinnate',
    },
    arrangement: OPPOSITE,
    leaves: [4, 6],
    vigour: 1.35,
  },
  {
    name: 'Black-grass',
    leaf: grass({ aspect: 0.045, base: 0.2, tip: 0.5 }),
    arrangement: { perNode: 1, turn: 180, spread: 29 },
    leaves: [2, 4],
    vigour: 1,
  },
  {
    name: 'Loose Silky-bent',
    leaf: grass({ aspect: 0.026, base: 0.15, tip: 0.4 }),
    arrangement: { perNode: 1, turn: 180, spread: 80 },
    leaves: [8, 14],
    vigour: 1,
  },
];
