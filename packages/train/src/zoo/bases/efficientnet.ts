import { z } from 'zod';
import { type BaseEntry, defineBase } from './base-entry.ts';
import { applyLayer, type Output } from './parts/apply-layer.ts';
import {
  activate,
  averageOfImage,
  convolution,
  dense,
  depthwise,
  dropOut,
  normalise,
  padZeros,
  pointwise,
} from './parts/layers.ts';
import { strideBorder } from './parts/stride-border.ts';

/** The differences between EfficientNetB0 and EfficientNet-Lite0. */
interface Variant<Name extends string = string> {
  readonly name: Name;
  readonly summary: string;
  readonly input: BaseEntry['input'];
  readonly activation: 'swish' | 'relu6';
  /** Whether blocks scale their channels by squeeze-and-excite. */
  readonly excites: boolean;
  /** Whether borders are layers, before convolutions without padding. */
  readonly bordersAreLayers: boolean;
}

/**
 * EfficientNetB0 as Keras defines it, without its first layers, which normalise the images (the input function does), and
 * without the layers `drop`, which skip whole blocks at random in training.
 *
 * @see Tan & Le 2019, arXiv:1905.11946
 */
export const efficientnetB0 = efficientnet({
  name: 'efficientnet-b0',
  summary: 'EfficientNetB0: inverted residual blocks with squeeze-and-excite',
  input: 'torch',
  activation: 'swish',
  excites: true,
  bordersAreLayers: true,
});

/** EfficientNet-Lite0, with the layer names of Keras' EfficientNetB0. */
export const efficientnetLite0 = efficientnet({
  name: 'efficientnet-lite0',
  summary: 'EfficientNet-Lite0: accurate, and fast on processors',
  input: 'lite',
  activation: 'relu6',
  excites: false,
  bordersAreLayers: false,
});

interface Stage {
  readonly size: 3 | 5;
  readonly blocks: number;
  readonly filters: number;
  readonly expansion: 1 | 6;
  readonly stride: 1 | 2;
}

const STAGES: readonly Stage[] = [
  { size: 3, blocks: 1, filters: 16, expansion: 1, stride: 1 },
  { size: 3, blocks: 2, filters: 24, expansion: 6, stride: 2 },
  { size: 5, blocks: 2, filters: 40, expansion: 6, stride: 2 },
  { size: 3, blocks: 3, filters: 80, expansion: 6, stride: 2 },
  { size: 5, blocks: 3, filters: 112, expansion: 6, stride: 1 },
  { size: 5, blocks: 4, filters: 192, expansion: 6, stride: 2 },
  { size: 3, blocks: 1, filters: 320, expansion: 6, stride: 1 },
];

function efficientnet<const Name extends string>(variant: Variant<Name>): BaseEntry<Name> {
  const { activation, excites: _, bordersAreLayers: __, ...fields } = variant;
  return defineBase({
    ...fields,
    size: 224,
    parameters: z.strictObject({}),
    features: (images) => {
      const { input, padding } = strided(images, {
        variant,
        name: 'stem_conv',
        size: 3,
        stride: 2,
      });
      const options = { name: 'stem_conv', filters: 32, size: 3, stride: 2, padding, bias: false };
      const stem = normed(convolution(input, options), 'stem', activation);
      const last = STAGES.reduce(
        (below, given, at) => stage(below, `block${at + 1}`, { ...given, variant }),
        stem,
      );
      return normed(pointwise(last, 'top_conv', 1280), 'top', activation);
    },
    top: (features, classes) => {
      const mean = averageOfImage(features, 'avg_pool');
      const kept = dropOut(mean, { name: 'top_dropout', rate: 0.2 });
      return dense(kept, { name: 'predictions', units: classes, activation: 'softmax' });
    },
  });
}

type StageOptions = Stage & { readonly variant: Variant };

/** Blocks `a`, `b`, ...; the first changes size and channels. */
function stage(images: Output, name: string, options: StageOptions): Output {
  return Array.from({ length: options.blocks }, (_, at) => at).reduce(
    (below, at) =>
      block(below, `${name}${'abcd'[at]}_`, { ...options, stride: at === 0 ? options.stride : 1 }),
    images,
  );
}

function block(images: Output, name: string, options: StageOptions): Output {
  const { size, filters, expansion, stride, variant } = options;
  const { activation } = variant;
  const channels = images.shape.at(-1)!; // an image
  const expanded =
    expansion === 1
      ? images
      : normed(
          pointwise(images, `${name}expand_conv`, expansion * channels),
          `${name}expand`,
          activation,
        );
  const { input, padding } = strided(expanded, { variant, name: `${name}dwconv`, size, stride });
  const convolved = depthwise(input, { name: `${name}dwconv`, size, stride, padding });
  const normalised = normalise(convolved, { name: `${name}bn`, epsilon: 1e-3 });
  const deep = activate(normalised, { name: `${name}activation`, activation });
  const excited = variant.excites ? excite(deep, name, Math.floor(channels / 4)) : deep;
  const projected = normalise(pointwise(excited, `${name}project_conv`, filters), {
    name: `${name}project_bn`,
    epsilon: 1e-3,
  });
  if (stride !== 1 || channels !== filters) return projected;
  return applyLayer([projected, images], { kind: 'Add', name: `${name}add` });
}

/** Squeeze-and-excite: scales each channel by a number between 0 and 1 that depends on the means of all channels. */
function excite(images: Output, name: string, filters: number): Output {
  const channels = images.shape.at(-1)!; // an image
  const gate = (
    input: Output,
    part: string,
    options: { filters: number; activation: string },
  ): Output =>
    convolution(input, { name: `${name}se_${part}`, size: 1, padding: 'same', ...options });
  const pixel = applyLayer(averageOfImage(images, `${name}se_squeeze`), {
    kind: 'Reshape',
    name: `${name}se_reshape`,
    target_shape: [1, 1, channels],
  });
  const reduced = gate(pixel, 'reduce', { filters, activation: 'swish' });
  const gates = gate(reduced, 'expand', { filters: channels, activation: 'sigmoid' });
  return applyLayer([images, gates], { kind: 'Multiply', name: `${name}se_excite` });
}

function normed(images: Output, name: string, activation: string): Output {
  const normalised = normalise(images, { name: `${name}_bn`, epsilon: 1e-3 });
  return activate(normalised, { name: `${name}_activation`, activation });
}

interface StridedOptions {
  readonly variant: Variant;
  /** The name of the convolution. */
  readonly name: string;
  readonly size: number;
  readonly stride: 1 | 2;
}

/** The input and the padding of a convolution: TensorFlow's `same`, by a layer where the definition has one. */
function strided(
  images: Output,
  { variant, name, size, stride }: StridedOptions,
): { readonly input: Output; readonly padding: 'same' | 'valid' } {
  if (stride === 1 || !variant.bordersAreLayers) return { input: images, padding: 'same' };
  const border = strideBorder(images, size);
  return { input: padZeros(images, { name: `${name}_pad`, border }), padding: 'valid' };
}
