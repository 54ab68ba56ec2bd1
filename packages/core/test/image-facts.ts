import type { ExaminedImage } from '../src/health/report/health-input.ts';
import type { ImageFacts } from '../src/health/report/image-facts.ts';

const FACTS: ImageFacts = {
  bytes: 50_000,
  format: 'png',
  height: 150,
  width: 150,
  orientation: 1,
  fileHash: 'f',
  pixelHash: 'p',
  differenceHash: '0000000000000000',
  thumbnail: new Uint8Array(256),
  brightness: 120,
  contrast: 30,
  colour: [120, 120, 120],
  borderColour: [120, 120, 120],
  backgroundColour: [120, 120, 120],
  sharpness: 20,
};

/** Facts of an ordinary image, some of them replaced. */
export function factsWith(change: Partial<ImageFacts> = {}): ImageFacts {
  return { ...FACTS, ...change };
}

/** An image of class 0 whose hashes differ from those of every other number. */
export function imageNumber(
  number: number,
  {
    facts = {},
    ...change
  }: Partial<Omit<ExaminedImage, 'facts'>> & { facts?: Partial<ImageFacts> } = {},
): ExaminedImage {
  const hash = String(number).padStart(4, '0');
  // a picture of one bright pixel, at another place for every number
  const thumbnail = Uint8Array.from({ length: 256 }, (_, at) => (at === number % 256 ? 255 : 0));
  const own = {
    fileHash: `f${hash}`,
    pixelHash: `p${hash}`,
    differenceHash: hash.repeat(4),
    thumbnail,
  };
  return { id: `${number}.png`, label: 0, facts: factsWith({ ...own, ...facts }), ...change };
}
