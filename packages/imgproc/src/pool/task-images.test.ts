import { expect, test } from 'vitest';
import { pngSamples } from '../../test/png-samples.ts';
import { drawAugmentation } from '../augmentation/draw-augmentation.ts';
import { createImagePool } from './create-image-pool.ts';
import { taskImages } from './task-images.ts';

const augment = [{ op: 'rotate' }, { op: 'flip-horizontal' }];
const at = { seed: 5, epoch: 2 };

test('each image has its position, and the numbers at this position', () => {
  const sample = { id: 'a', path: 'a.png', label: 3 };
  const numbers = [{ op: 'rotate' }];
  expect(taskImages([sample, sample], [[], numbers])).toEqual([
    { id: 'a', path: 'a.png', position: 0, drawn: [] },
    { id: 'a', path: 'a.png', position: 1, drawn: numbers },
  ]);
  expect(taskImages([sample], undefined)).toEqual([
    { id: 'a', path: 'a.png', position: 0, drawn: undefined },
  ]);
});

test.each([0, 2])('numbers that are given replace those that %d workers draw', async (workers) => {
  await using files = await pngSamples(3, { height: 9, width: 9 });
  await using pool = await createImagePool({ workers });
  const { samples } = files;
  const drawn = samples.map(({ id }) => drawAugmentation(augment, { ...at, id }));
  const other = { augment, seed: 0, epoch: 0 };
  using expected = await pool.render(samples, { recipe: [], augment, ...at });
  using rendered = await pool.render(samples, { recipe: [], ...other, drawn });
  expect(rendered.images).toEqual(expected.images);
  const prepared = await pool.prepare(samples, []);
  using augmented = await pool.augment(prepared, samples, { ...other, drawn });
  expect(augmented.images).toEqual(expected.images);
  using drawnAnew = await pool.render(samples, { recipe: [], ...other });
  expect(drawnAnew.images).not.toEqual(expected.images);
});
