import { applyLayer, type Output } from './apply-layer.ts';

interface WindowOptions {
  readonly name: string;
  /** The height and the width of the window. */
  readonly size: number;
  readonly stride?: number;
  readonly padding?: 'valid' | 'same';
  readonly bias?: boolean;
}

export interface ConvolutionOptions extends WindowOptions {
  readonly filters: number;
  readonly activation?: string;
}

export function convolution(input: Output, options: ConvolutionOptions): Output {
  const { name, filters, size, stride = 1, padding = 'valid', bias = true } = options;
  return applyLayer(input, {
    kind: 'Conv2D',
    name,
    filters,
    kernel_size: [size, size],
    strides: [stride, stride],
    padding,
    use_bias: bias,
    activation: options.activation ?? 'linear',
  });
}

/** A convolution of 1 x 1 pixels, without a bias. */
export function pointwise(images: Output, name: string, filters: number): Output {
  return convolution(images, { name, filters, size: 1, padding: 'same', bias: false });
}

/** A convolution of each channel by itself, without a bias. */
export function depthwise(
  input: Output,
  { name, size, stride = 1, padding = 'valid' }: Omit<WindowOptions, 'bias'>,
): Output {
  return applyLayer(input, {
    kind: 'DepthwiseConv2D',
    name,
    kernel_size: [size, size],
    strides: [stride, stride],
    padding,
    depth_multiplier: 1,
    use_bias: false,
  });
}

/** Batch normalisation; `momentum` is that of the running mean and variance. */
export function normalise(
  input: Output,
  {
    name,
    epsilon,
    momentum = 0.99,
  }: { readonly name: string; readonly epsilon: number; readonly momentum?: number },
): Output {
  return applyLayer(input, { kind: 'BatchNormalization', name, axis: -1, momentum, epsilon });
}

export function activate(
  input: Output,
  { name, activation }: { readonly name: string; readonly activation: string },
): Output {
  return applyLayer(input, { kind: 'Activation', name, activation });
}

/** The border lengths of an image, in pixels: before and after, along rows and along columns. */
export type Border = readonly [readonly [number, number], readonly [number, number]];

/** A border of zeros. */
export function padZeros(
  input: Output,
  { name, border }: { readonly name: string; readonly border: Border },
): Output {
  return applyLayer(input, { kind: 'ZeroPadding2D', name, padding: border });
}

export function maxPool(
  input: Output,
  { name, size, stride }: { readonly name: string; readonly size: number; readonly stride: number },
): Output {
  return applyLayer(input, {
    kind: 'MaxPooling2D',
    name,
    pool_size: [size, size],
    strides: [stride, stride],
    padding: 'valid',
  });
}

export function averageOfImage(input: Output, name: string): Output {
  return applyLayer(input, { kind: 'GlobalAveragePooling2D', name });
}

export function dropOut(
  input: Output,
  { name, rate }: { readonly name: string; readonly rate: number },
): Output {
  return applyLayer(input, { kind: 'Dropout', name, rate });
}

export function dense(
  input: Output,
  {
    name,
    units,
    activation,
  }: { readonly name: string; readonly units: number; readonly activation: string },
): Output {
  return applyLayer(input, { kind: 'Dense', name, units, activation, use_bias: true });
}
