import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { ExpectedTensor } from '../../weights/check-weights.ts';
import { splitName, type WeightSource } from './release.ts';

/**
 * The sources of weights in a file of Keras, whose axes are those of the layers model. There are three kinds of names:
 *
 * - `layer/.../kernel:0`, in H5 files: found by the layer, and by the role or, where a layer's names do not tell the roles, by
 *   shape and order.
 * - `layers/conv2d_3/vars/0`, in `.weights.h5` of Keras 3: the class of the layer and its number within the class.
 * - any other: by the order of all weights, as Keras does.
 *
 * @param weights In the order in which Keras lists layers.
 */
export function kerasSources(
  weights: readonly ExpectedTensor[],
  given: readonly NamedTensor[],
): readonly WeightSource[] {
  if (given.some(({ name }) => CLASS_NAME.test(name))) return byClass(weights);
  const layers = new Set(weights.map(({ name }) => splitName(name)[0]));
  const isNamed = given.some(({ name }) =>
    [...layers].some((layer) => name.startsWith(`${layer}/`)),
  );
  return isNamed ? byLayer(weights, given) : byOrder(weights, given);
}

const CLASS_NAME = /(^|\/)layers\/\w+\/vars\/\d+$/;

/** The class of a layer by the roles of its weights. A depthwise convolution may call its filters `kernel`. */
const CLASSES: Readonly<Record<string, string>> = {
  depthwise_kernel: 'depthwise_conv2d',
  gamma: 'batch_normalization',
};

function byClass(weights: readonly ExpectedTensor[]): readonly WeightSource[] {
  const counts = new Map<string, number>();
  return grouped(weights).flatMap(([, own]) => {
    const [first] = own as [ExpectedTensor]; // a group has a weight
    const kernel = first.shape.length === 2 ? 'dense' : 'conv2d';
    const kind = CLASSES[splitName(first.name)[1]] ?? kernel;
    const number = counts.get(kind) ?? 0;
    counts.set(kind, number + 1);
    const layer = `layers/${kind}${number === 0 ? '' : `_${number}`}`;
    return own.map(({ shape }, at) => ({ name: `${layer}/vars/${at}`, shape }));
  });
}

function byLayer(
  weights: readonly ExpectedTensor[],
  given: readonly NamedTensor[],
): readonly WeightSource[] {
  return grouped(weights).flatMap(([layer, own]) => {
    const tensors = given.filter(({ name }) => name.startsWith(`${layer}/`));
    const named = own.map((weight) => tensors.find((tensor) => hasRole(tensor.name, weight.name)));
    const found = named.some((tensor) => tensor !== undefined) ? named : byShape(own, tensors);
    return own.map(({ name, shape }, at) => ({ name: found[at]?.name ?? name, shape }));
  });
}

/** For each weight the first tensor of its shape that is left, or else the first that is left. */
function byShape(
  weights: readonly ExpectedTensor[],
  tensors: readonly NamedTensor[],
): readonly (NamedTensor | undefined)[] {
  const left = [...tensors];
  return weights.map(({ shape }) => {
    const at = left.findIndex((tensor) => tensor.shape.join() === shape.join());
    return left.splice(Math.max(at, 0), 1)[0];
  });
}

/** Whether the last part of a tensor's name is the role of a weight. */
function hasRole(tensor: string, weight: string): boolean {
  const own = splitName(tensor)[1].replace(/:\d+$/, '').replace(/_\d+$/, '');
  const role = splitName(weight)[1];
  return own === role || (role === 'depthwise_kernel' && own === 'kernel');
}

function byOrder(
  weights: readonly ExpectedTensor[],
  given: readonly NamedTensor[],
): readonly WeightSource[] {
  return weights.map(({ name, shape }, at) => ({ name: given[at]?.name ?? name, shape }));
}

/** The weights of each layer, in order. */
function grouped(
  weights: readonly ExpectedTensor[],
): readonly (readonly [layer: string, own: readonly ExpectedTensor[]])[] {
  const groups = new Map<string, ExpectedTensor[]>();
  for (const weight of weights) {
    const [layer] = splitName(weight.name);
    groups.set(layer, [...(groups.get(layer) ?? []), weight]);
  }
  return [...groups];
}
