import type { ExpectedTensor } from '../../weights/check-weights.ts';
import { splitName, type WeightSource } from './release.ts';

/** The names that a library gives to the parts of a layer. Filters come first in all of them. */
export type RoleNames = Readonly<Record<string, string>>;

/** PyTorch's names, after the name of the layer. */
export const PYTORCH_ROLES: RoleNames = {
  kernel: '.weight',
  depthwise_kernel: '.weight',
  bias: '.bias',
  gamma: '.weight',
  beta: '.bias',
  moving_mean: '.running_mean',
  moving_variance: '.running_var',
};

/** The names in converted Caffe models. */
export const CAFFE_ROLES: RoleNames = { kernel: '_W', bias: '_b' };

export interface NamedSourcesOptions {
  readonly roles: RoleNames;
  /** The library's name of a layer. */
  readonly layerName: (layer: string) => string;
  /**
   * The shape `[height, width, channels]` of the image that a dense layer takes flattened, where it is not a vector already:
   * libraries with channels first flatten it in another order.
   */
  readonly flattened?: (layer: string) => readonly [number, number, number] | undefined;
}

/** The source of a weight in a library with filters first and channels first, by its name. */
export function namedSource(
  { name, shape }: ExpectedTensor,
  { roles, layerName, flattened = () => undefined }: NamedSourcesOptions,
): WeightSource {
  const [layer, role] = splitName(name);
  const source = `${layerName(layer)}${roles[role] ?? `.${role}`}`;
  return { name: source, ...layoutOf(shape, { role, image: flattened(layer) }) };
}

function layoutOf(
  shape: readonly number[],
  { role, image }: { readonly role: string; readonly image: readonly number[] | undefined },
): Omit<WeightSource, 'name'> {
  const [a, b, c, d] = shape as [number, number, number, number]; // where there are fewer, the rest is not read
  if (shape.length === 2 && image !== undefined) {
    const [height, width, channels] = image as [number, number, number]; // three axes
    return { shape: [b, a], view: [b, channels, height, width], order: [2, 3, 1, 0] };
  }
  if (shape.length === 2) return { shape: [b, a], order: [1, 0] };
  if (shape.length !== 4) return { shape };
  return role === 'depthwise_kernel'
    ? { shape: [c * d, 1, a, b], order: [2, 3, 0, 1], view: [c, d, a, b] }
    : { shape: [d, c, a, b], order: [2, 3, 1, 0] };
}
