import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';
import { conv, pool } from '../../../test/layers.ts';

agreesWithTfjs('a convolution', {
  'a valid convolution': () => [conv({})],
  'a same convolution without bias': () => [conv({ padding: 'same', useBias: false })],
  'a convolution by 2, same': () => [conv({ padding: 'same', strides: 2 })],
  'a convolution by 2, valid': () => [conv({ strides: 2, kernelSize: 2 })],
  'a 1 x 1 convolution by 2': () => [conv({ padding: 'same', strides: 2, kernelSize: 1 })],
  'even and oblong filters': () => [conv({ padding: 'same', kernelSize: [2, 5] })],
  'a convolution with an activation': () => [conv({ activation: 'sigmoid' })],
  'convolutions on whole channel blocks': () => [
    conv({ filters: 16, padding: 'same' }),
    conv({ filters: 32, activation: 'relu' }),
    conv({ filters: 16, kernelSize: [2, 3], strides: 2, padding: 'same', useBias: false }),
  ],
  'convolutions of many channels, with even and oblong filters': () => [
    conv({ filters: 6, padding: 'same' }),
    conv({ filters: 5, padding: 'same', kernelSize: [2, 5] }),
    conv({ filters: 7, kernelSize: [4, 3] }),
  ],
  'a convolution of more channels than pixels': () => [
    conv({ filters: 64, kernelSize: 1 }),
    conv({ filters: 64, padding: 'same' }),
  ],
  'convolutions of images no larger than the filters': () => [
    conv({ filters: 6, kernelSize: 1 }),
    pool({ poolSize: [3, 4], strides: [3, 4] }),
    conv({ filters: 5, padding: 'same' }),
    pool({ poolSize: [2, 1], strides: [2, 1] }),
    conv({ filters: 5, padding: 'same', kernelSize: 5 }),
  ],
  'a convolution of single pixels': () => [
    conv({ filters: 6, kernelSize: [7, 9] }),
    conv({ filters: 5, padding: 'same' }),
  ],
});
