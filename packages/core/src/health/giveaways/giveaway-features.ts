import { FORMATS } from '../report/has-fitting-extension.ts';
import type { ImageFacts } from '../report/image-facts.ts';

/** A property of an image that should not predict its class. */
export interface GiveawayFeature {
  readonly name: string;
  readonly numbers: (facts: ImageFacts) => readonly number[];
}

/** The properties that are tested, with the numbers from which a classifier would predict the class. */
export const GIVEAWAY_FEATURES: readonly GiveawayFeature[] = [
  {
    name: 'image size',
    numbers: ({ height, width }) => [Math.log(height), Math.log(width / height)],
  },
  {
    name: 'file type',
    numbers: ({ format, orientation }) => [
      ...FORMATS.map((known) => (known === format ? 1 : 0)),
      orientation === 1 ? 0 : 1,
    ],
  },
  {
    name: 'bytes per pixel',
    numbers: ({ bytes, height, width }) => [Math.log(bytes / (height * width))],
  },
  { name: 'brightness', numbers: ({ brightness }) => [brightness] },
  { name: 'border colour', numbers: ({ borderColour }) => borderColour },
  { name: 'background', numbers: ({ backgroundColour }) => backgroundColour },
];
