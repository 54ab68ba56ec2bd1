import {
  add,
  div,
  matMul,
  mul,
  reshape,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { GRAM_EPSILON } from '../../tensor/gram-epsilon.ts';

/** The similarity of each image to the others, `[count]`; see `Measure`. @param output `[count, height, width, channels]` or `[count, channels]` */
export function similarity(output: Tensor): Tensor {
  const [count] = output.shape as [number]; // an output has a batch axis
  const rows = reshape(output, [count, -1, output.shape.at(-1)!]);
  const gram = matMul(rows, rows, true);
  const norm = sqrt(add(sum(square(gram), [1, 2], true), GRAM_EPSILON));
  const unit = div(gram, norm);
  return sum(mul(sub(sum(unit, 0, true), unit), unit), [1, 2]);
}
