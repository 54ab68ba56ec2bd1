import type { PaletteColour } from './mask-table.ts';

/** The greens of the plant seedlings: colours near one of them are leaf, other colours background. */
export const seedlingPalette: readonly PaletteColour[] = [
  { colour: [71, 86, 38], threshold: 1600 },
  { colour: [65, 79, 19], threshold: 1600 },
  { colour: [95, 106, 56], threshold: 1600 },
  { colour: [56, 63, 43], threshold: 500 },
];
