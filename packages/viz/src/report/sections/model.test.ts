import { expect, test } from 'vitest';
import { model as modelData, names, textOf } from '../../../test/report.ts';
import { model } from './model.ts';

const section = modelData('small-cnn', names(2));

test('has the settings of the training', async () => {
  const { markup } = await model(section, { id: 'm', folded: false });
  const text = textOf(markup);
  expect(text).toMatch(
    /Parameters 243,116\s+Engine onnx\s+Time of the epochs 3 min 20 s, 2 epochs/,
  );
  expect(text).toContain('Speed 310 images/s');
  expect(text).toMatch(/Optimiser adam/);
  expect(text).toMatch(/resize height=150 width=150.*rotate degrees=\[-90,90\]/);
  expect(text).toMatch(/The 1 layer .*dense Dense 12 1,548/);
});

test('an epoch without new steps does not count for the speed', async () => {
  const [first] = section.metrics;
  const metrics = [0, 0, 100].map((imagesPerSecond) => ({ ...first!, imagesPerSecond })); // the section has two epochs
  const { markup } = await model({ ...section, metrics }, { id: 'm', folded: false });
  expect(textOf(markup)).toContain('Speed 100 images/s');
});

test('a head on features has its own time and speed', async () => {
  const { markup } = await model({ ...section, onFeatures: true }, { id: 'm', folded: false });
  const text = textOf(markup);
  expect(text).toContain('Time of the head 3 min 20 s');
  expect(text).toContain('Speed of the head 310 images/s');
});

test('the title of a folded section opens it', async () => {
  const { markup } = await model(section, { id: 'm', folded: true });
  expect(markup).toMatch(/^<section id="m">\s*<details>\s*<summary>\s*<h2>/);
});

test('without an evaluation there are only the curves and the settings', async () => {
  const { evaluation: _, layers: __, ...bare } = section;
  const { markup } = await model(bare, { id: 'm', folded: false });
  const headings = [...markup.matchAll(/<h3>([^<]*)/g)].map(([, heading]) => heading);
  expect(headings).toEqual(['How it learned', 'How it was trained']);
});
