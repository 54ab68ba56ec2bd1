import { SproutError } from '@sprout/core';
import type { ModelInput } from '../../model/model-definition.ts';

/** How bytes of RGB images become the numbers that released weights expect. */
export type InputFunction = Pick<ModelInput, 'channelOrder' | 'normalisation'>;

export type InputFunctionName = 'caffe' | 'caffe-rounded' | 'tf' | 'torch' | 'lite' | 'raw';

const same = (mean: number, deviation: number) => ({
  mean: [mean, mean, mean],
  deviation: [deviation, deviation, deviation],
});

/** The input functions by name, which configurations and model cards use. */
export const INPUT_FUNCTIONS: Readonly<Record<InputFunctionName, InputFunction>> = {
  /** BGR minus ImageNet's mean: VGG16 and ResNet50 as Keras releases them. */
  caffe: {
    channelOrder: 'bgr',
    normalisation: { mean: [103.939, 116.779, 123.68], deviation: [1, 1, 1] },
  },
  /** BGR minus a mean of whole numbers: SqueezeNet v1.0 as its authors release it. */
  'caffe-rounded': {
    channelOrder: 'bgr',
    normalisation: { mean: [104, 117, 123], deviation: [1, 1, 1] },
  },
  /** -1 to 1: the MobileNets. */
  tf: { normalisation: same(127.5, 127.5) },
  /** ImageNet's mean and deviation of each channel: torchvision's networks, and EfficientNetB0 as Keras releases it. */
  torch: {
    normalisation: { mean: [123.675, 116.28, 103.53], deviation: [58.395, 57.12, 57.375] },
  },
  /** `(x - 127) / 128`: EfficientNet-Lite. */
  lite: { normalisation: same(127, 128) },
  /** 0 to 1. */
  raw: { normalisation: same(0, 255) },
};

/** @throws {SproutError} `name-unknown`, with the nearest name. */
export function inputFunction(name: string): InputFunction {
  const known = Object.keys(INPUT_FUNCTIONS);
  if (known.includes(name)) return INPUT_FUNCTIONS[name as InputFunctionName]; // checked
  throw new SproutError('name-unknown', { kind: 'input function', name, known });
}
