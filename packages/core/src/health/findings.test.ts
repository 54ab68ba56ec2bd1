import { expect, test } from 'vitest';
import { findings } from './findings.ts';
import type { ClassHealth, HealthReport } from './report/health-report.ts';

const CLEAN: Omit<HealthReport, 'findings'> = {
  images: 40,
  classes: [classOf('a', 20), classOf('b', 20)],
  formats: [{ format: 'png', images: 40 }],
  bad: [],
  wrongExtensions: [],
  duplicates: [],
  imbalance: { ratio: 1, effectiveClasses: 2 },
  giveaways: [],
};

function classOf(name: string, images: number): ClassHealth {
  return { name, images, bad: 0 };
}

const kinds = (report: Partial<HealthReport>) =>
  findings({ ...CLEAN, ...report }).map(({ severity, kind }) => `${severity} ${kind}`);

test('a clean report has no findings', () => {
  expect(findings(CLEAN)).toEqual([]);
});

test('unreadable files are named with the classes that they are in', () => {
  const bad = [{ id: 'b/1.png', label: 1, reason: 'empty' }];
  expect(findings({ ...CLEAN, bad })).toMatchObject([
    {
      severity: 'warning',
      kind: 'unreadable',
      sentence: '1 file cannot be used: b/1.png. Replace or remove them.',
      classes: ['b'],
      files: ['b/1.png'],
    },
  ]);
});

test('an imbalance is a note from 1.5 and a warning from 4', () => {
  const uneven = (ratio: number) => kinds({ imbalance: { ratio, effectiveClasses: 2 } });
  expect(uneven(1.49)).toEqual([]);
  expect(uneven(1.5)).toEqual(['note imbalance']);
  expect(uneven(4)).toEqual(['warning imbalance']);
});

test('shapes that differ much are a note', () => {
  const shapes = (least: number, most: number) =>
    findings({ ...CLEAN, proportions: { least, median: 1, most } });
  expect(shapes(1, 1.29)).toEqual([]);
  const [finding] = shapes(0.75, 1.333);
  expect(finding).toMatchObject({ severity: 'note', kind: 'mixed-shapes' });
  expect(finding!.sentence).toMatch(/is 0\.75 to 1\.33\. .*--fit crop/); // found above
});

test('shapes that differ are no finding if the images keep their proportions', () => {
  const report = { ...CLEAN, proportions: { least: 0.5, median: 1, most: 2 } };
  expect(findings(report, { keepsProportions: true })).toEqual([]);
});

test('the smallest and the largest class are compared', () => {
  const classes = [classOf('a', 100), classOf('b', 40), classOf('c', 20)];
  const [finding] = findings({
    ...CLEAN,
    classes,
    imbalance: { ratio: 5, effectiveClasses: 2.5 },
  });
  expect(finding?.sentence).toContain('a has 5.0 times as many images as c (100 and 20)');
  expect(finding?.classes).toEqual(['c', 'a']);
});

test('a class with fewer than 20 images is a warning, with fewer than 2 a problem', () => {
  expect(kinds({ classes: [classOf('a', 19), classOf('b', 20)] })).toEqual(['warning small-class']);
  expect(kinds({ classes: [classOf('a', 1), classOf('b', 20)] })).toEqual(['problem small-class']);
});

test('odd files are a note that says what is odd', () => {
  const odd = ['a/1.jpg', 'a/2.jpg', 'b/1.tif', 'b/2.tif'].map((id) => ({
    id,
    oddity: 'the private tag 9',
  }));
  const [finding] = findings({ ...CLEAN, odd });
  expect(finding).toMatchObject({
    severity: 'note',
    kind: 'odd-file',
    files: odd.map(({ id }) => id),
  });
  expect(finding?.sentence).toBe(
    '4 files are odd, but sound: a/1.jpg (the private tag 9), a/2.jpg (the private tag 9), b/1.tif (the private tag 9) and 1 more. Sprout reads the pixels all the same; other programs may not.',
  );
  expect(findings({ ...CLEAN, odd: odd.slice(1, 2) })[0]?.sentence).toMatch(
    /^1 file is odd, but sound: a\/2\.jpg/,
  );
});

test('a wrong extension is a note that names the format', () => {
  const [finding] = findings({ ...CLEAN, wrongExtensions: [{ id: 'a/1.png', format: 'webp' }] });
  expect(finding).toMatchObject({ severity: 'note', kind: 'wrong-extension', files: ['a/1.png'] });
  expect(finding?.sentence).toContain('a/1.png is webp');
});

test('the worst findings come first', () => {
  const report = {
    wrongExtensions: [{ id: 'a/1.png', format: 'webp' }],
    classes: [classOf('a', 1), classOf('b', 20)],
    bad: [{ id: 'a/2.png', label: 0, reason: 'empty' }],
  };
  expect(kinds(report)).toEqual([
    'problem small-class',
    'warning unreadable',
    'note wrong-extension',
  ]);
});

test('a single class is a problem; its sub-folders may be the classes', () => {
  const sentence = (only: ClassHealth): string => {
    const found = findings({ ...CLEAN, classes: [only], imbalance: { effectiveClasses: 1 } });
    expect(found).toMatchObject([{ severity: 'problem', kind: 'one-class', classes: ['x'] }]);
    return found[0]!.sentence;
  };
  expect(sentence(classOf('x', 30))).toBe(
    'x is the only class. A classifier needs at least two, each in a sub-folder of its own.',
  );
  expect(sentence({ ...classOf('x', 30), folders: ['elm', 'oak'] })).toContain(
    'in the sub-folders elm, oak: if these are the classes, give the folder x itself',
  );
  expect(sentence({ ...classOf('x', 30), folders: ['a/elm', 'a/oak'] })).toContain(
    'folder x/a itself',
  );
});
