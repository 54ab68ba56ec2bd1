import { drawnBase } from './drawn-base.ts';
import { timeForward } from './time-forward.ts';

/** EfficientNet-Lite0 without its top, on images of 224 x 224. */
export const benchmark = timeForward({
  title: 'lite0-forward, 224 x 224',
  definition: drawnBase('efficientnet-lite0', { height: 224, width: 224, pooling: 'avg' }),
  network: 'lite0',
  count: 8,
});
