import { expect, test } from 'vitest';
import { applyOp } from '../../test/set-up-ops.ts';
import { numbered } from '../../test/numbered.ts';
import { drawAugmentation } from '../augmentation/draw-augmentation.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { resolvedOf } from '../op-list/checked-ops.ts';
import { readyOps } from '../op-list/ready-ops.ts';
import { OpenCv } from '../opencv/opencv.ts';
import { augmentImage } from './augment-image.ts';

const image = { id: 'class/a.png', path: 'photos/class/a.png', position: 0 };
const at = { seed: 3, epoch: 2 };

function options(specs: object[]) {
  const augmentation = readyOps(resolvedOf(parseAugmentation(specs)));
  return { augmentation, ...at, opencv: new OpenCv() };
}

test('applies the ops in turn, each with the numbers of the sample', () => {
  const specs = [{ op: 'rotate' }, { op: 'flip-vertical', probability: 1 }];
  const [rotation] = drawAugmentation([{ op: 'rotate' }], { ...at, id: image.id });
  const rotated = applyOp({ op: 'rotate' }, numbered(5, 5), rotation!.numbers as object);
  const expected = applyOp({ op: 'flip-vertical' }, rotated, { flip: true });
  const source = numbered(5, 5);
  expect(augmentImage(source, image, options(specs))).toEqual(expected);
  expect(source).toEqual(numbered(5, 5));
});

test('without ops the result is the image itself', () => {
  const source = numbered(1, 1);
  expect(augmentImage(source, image, options([]))).toBe(source);
});
