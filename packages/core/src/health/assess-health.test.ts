import { expect, test } from 'vitest';
import { type Rng, rngAt } from '../random/rng.ts';
import { assessHealth } from './assess-health.ts';
import { imageNumber } from '../../test/image-facts.ts';
import type { ExaminedImage } from './report/health-input.ts';
import type { ImageFacts } from './report/image-facts.ts';

const classes = ['Maize', 'Charlock', 'Cleavers', 'Fat Hen'];

/** Facts of a picture that resembles no other. */
function randomFacts(rng: Rng): ImageFacts {
  const digits = (count: number) =>
    Array.from({ length: count }, () => rng.integer(16).toString(16)).join('');
  const brightness = rng.normal(120, 15);
  const colour = [
    brightness + rng.normal(10, 4),
    brightness,
    brightness - rng.normal(10, 4),
  ] as const;
  return {
    bytes: Math.round(rng.normal(50_000, 2_000)),
    format: 'png',
    height: 150,
    width: 150,
    orientation: 1,
    fileHash: digits(64),
    pixelHash: digits(64),
    differenceHash: digits(16),
    thumbnail: Uint8Array.from({ length: 256 }, () => rng.integer(256)),
    brightness,
    contrast: 30,
    colour,
    borderColour: colour,
    backgroundColour: colour,
    sharpness: 20,
  };
}

/** `perClass` random images of each class; `change` replaces some of their facts. */
function dataset(
  perClass: number,
  change: (
    className: string,
    facts: ImageFacts,
    number: number,
  ) => Partial<ImageFacts> = () => ({}),
): ExaminedImage[] {
  return classes.flatMap((className, label) =>
    Array.from({ length: perClass }, (_, number) => {
      const facts = randomFacts(rngAt(1, [className, number]));
      return {
        id: `${className}/${number}.png`,
        label,
        facts: { ...facts, ...change(className, facts, number) },
      };
    }),
  );
}

const accused = (images: readonly ExaminedImage[]) =>
  assessHealth({ classes, images, bad: [] })
    .giveaways.filter(({ suspicious }) => suspicious)
    .map(({ feature, classes: each }) => [
      feature,
      each.filter(({ suspicious }) => suspicious).map(({ name }) => name),
    ]);

/** The giveaways of a data set in which one class differs from the rest in the given facts. */
const only = (change: Partial<ImageFacts>) =>
  accused(dataset(30, (className) => (className === 'Cleavers' ? change : {})));

test('a clean data set has no findings', () => {
  for (const perClass of [20, 200]) {
    const { findings, duplicates, sizes, formats } = assessHealth({
      classes,
      images: dataset(perClass),
      bad: [],
    });
    expect(findings).toEqual([]);
    expect(duplicates).toEqual([]);
    expect(sizes?.height).toEqual({ least: 150, median: 150, most: 150 });
    expect(formats).toEqual([{ format: 'png', images: 4 * perClass }]);
  }
});

test('a small class difference in brightness is no giveaway', () => {
  const images = dataset(100, (className, { brightness }) => ({
    brightness: className === 'Maize' ? brightness + 12 : brightness,
  }));
  expect(accused(images)).toEqual([]);
});

test('a class that differs in size, file type, brightness, border or background is named with the feature', () => {
  expect(only({ height: 300 })).toContainEqual(['image size', ['Cleavers']]);
  expect(only({ format: 'jpeg' })).toEqual([['file type', ['Cleavers']]]);
  expect(only({ brightness: 220 })).toEqual([['brightness', ['Cleavers']]]);
  expect(only({ borderColour: [250, 250, 250] })).toEqual([['border colour', ['Cleavers']]]);
  expect(only({ backgroundColour: [90, 120, 160] })).toEqual([['background', ['Cleavers']]]);
});

test('a giveaway of all classes together is a problem', () => {
  const images = dataset(30, (className) => ({ height: 100 + 50 * classes.indexOf(className) }));
  const { findings } = assessHealth({ classes, images, bad: [] });
  expect(findings.find(({ kind }) => kind === 'giveaway')).toMatchObject({
    severity: 'problem',
    classes,
  });
});

test('the same picture across the split is a leak, in two classes a conflict, else a note', () => {
  const images = dataset(20).map((image, at) => ({
    ...image,
    subset: at % 2 === 0 ? ('training' as const) : ('validation' as const),
  }));
  const copyOf = (from: number, at: number): void => {
    images[at] = { ...images[at]!, facts: images[from]!.facts };
  };
  copyOf(0, 1); // across the split
  copyOf(2, 40); // across classes
  copyOf(4, 6); // neither
  const { findings, duplicates, classes: counts } = assessHealth({ classes, images, bad: [] });
  expect(findings.map(({ severity, kind, files }) => [severity, kind, files])).toEqual([
    ['problem', 'class-conflict', ['Maize/2.png', 'Cleavers/0.png']],
    ['problem', 'split-leak', ['Maize/0.png', 'Maize/1.png']],
    ['note', 'duplicates', ['Maize/4.png', 'Maize/6.png']],
  ]);
  expect(duplicates.map(({ kind, acrossSplit }) => [kind, acrossSplit])).toEqual([
    ['same-file', true],
    ['same-file', false],
    ['same-file', false],
  ]);
  expect(counts[0]).toEqual({ name: 'Maize', images: 20, bad: 0, training: 10, validation: 10 });
});

test('nearly the same picture in two classes is a warning that names both files', () => {
  const images = dataset(20).map((image) => ({ ...image, id: image.id.replace('/', '/one, ') }));
  const { facts } = images[0]!;
  const other = { ...facts, fileHash: 'f'.repeat(64), pixelHash: 'e'.repeat(64) };
  images[25] = { ...images[25]!, facts: other };
  const { findings } = assessHealth({ classes, images, bad: [] });
  expect(findings).toMatchObject([{ kind: 'class-conflict', severity: 'warning' }]);
  expect(findings[0]!.sentence).toContain(`${images[0]!.id} = ${images[25].id}. Look at them`);
});

test('images that all show the same picture have no giveaways', () => {
  const { facts } = dataset(1)[0]!;
  const images = dataset(12).map((image) => ({ ...image, facts }));
  const { giveaways, findings } = assessHealth({ classes, images, bad: [] });
  expect(giveaways).toEqual([]);
  expect(findings.map(({ kind }) => kind)).not.toContain('giveaway');
});

test('bad files, wrong extensions, small and uneven classes are findings', () => {
  const images = [
    ...dataset(60).filter(({ label }) => label > 0),
    ...dataset(1).filter(({ label }) => label === 0),
  ].map((image, at) =>
    at === 0 ? { ...image, facts: { ...image.facts, format: 'webp' } } : image,
  );
  const bad = [
    { id: 'Maize/broken.png', label: 0, reason: 'Cannot decode Maize/broken.png: empty' },
  ];
  const report = assessHealth({ classes, images, bad });
  expect(report.imbalance.ratio).toBe(60);
  expect(report.findings.map(({ severity, kind }) => [severity, kind])).toEqual([
    ['problem', 'small-class'],
    ['warning', 'unreadable'],
    ['warning', 'imbalance'],
    ['note', 'wrong-extension'],
  ]);
  expect(report.findings.at(-1)!.sentence).toContain('Charlock/0.png is webp');
});

test('a data set without a readable image has a report', () => {
  const bad = [{ id: 'Maize/a.png', label: 0, reason: 'empty' }];
  const report = assessHealth({ classes: ['Maize'], images: [], bad });
  expect(report).toMatchObject({ images: 0, giveaways: [], imbalance: { effectiveClasses: 0 } });
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test('odd files are listed with what is odd; without any the list is left out', () => {
  const images = [imageNumber(1), imageNumber(2, { facts: { oddity: 'a private tag' } })];
  const { odd } = assessHealth({ classes: ['a'], images, bad: [] });
  expect(odd).toEqual([{ id: '2.png', oddity: 'a private tag' }]);
  expect(assessHealth({ classes: ['a'], images: images.slice(0, 1), bad: [] })).not.toHaveProperty(
    'odd',
  );
});

test('a class whose images are all in sub-folders has the names of the sub-folders', () => {
  const image = (id: string): ExaminedImage => ({ id, label: 0, facts: imageNumber(1).facts });
  const foldersOf = (...ids: string[]) =>
    assessHealth({ classes: ['x'], images: ids.map(image), bad: [] }).classes[0]!.folders;
  expect(foldersOf('x/elm/1.png', 'x/oak/deep/1.png', 'train/x/oak/2.png')).toEqual(['elm', 'oak']);
  expect(foldersOf('x/a/elm/1.png', 'x/a/oak/1.png')).toEqual(['a/elm', 'a/oak']);
  expect(foldersOf('x/elm/1.png', 'x/1.png')).toBeUndefined();
  expect(foldersOf('x/elm/1.png', 'x/elm/2.png')).toBeUndefined();
});
