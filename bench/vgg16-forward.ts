import { drawnBase } from './drawn-base.ts';
import { timeForward } from './time-forward.ts';

/** VGG16 without its top, on images of 150 x 150. */
export const benchmark = timeForward({
  title: 'vgg16-forward, 150 x 150',
  definition: drawnBase('vgg16', { height: 150, width: 150 }),
  network: 'vgg16',
  count: 8,
});
