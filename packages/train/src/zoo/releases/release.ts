import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { ExpectedTensor } from '../../weights/check-weights.ts';
import type { InputFunctionName } from '../input/input-functions.ts';

/** The tensor of a released file that holds a weight, and how its numbers lie there. */
export interface WeightSource {
  /** The name of the tensor in the file. */
  readonly name: string;
  /** Its shape in the file. */
  readonly shape: readonly number[];
  /** The shape that the tensor is viewed in before its axes are reordered; its own by default. */
  readonly view?: readonly number[];
  /** Axis n of the weight is axis `order[n]` of the view; the same axes by default. */
  readonly order?: readonly number[];
}

/** One way in which the weights of a base are released. */
export interface Release {
  /** The library whose names the file has. */
  readonly library: 'keras' | 'pytorch' | 'torchvision' | 'caffe';
  /** The input function that the weights expect. */
  readonly input: InputFunctionName;
  /** The parameters of the base for which its definition is that of the release. */
  readonly parameters?: Readonly<Record<string, string>>;
  /**
   * Finds the source of each weight, in the order of the weights.
   *
   * @param given The tensors of the file, in its order.
   */
  readonly sources: (
    weights: readonly ExpectedTensor[],
    given: readonly NamedTensor[],
  ) => readonly WeightSource[];
  /** Whether a tensor of the file is not a weight of the base: a counter, or the statistics of the input. */
  readonly isIgnored: (name: string) => boolean;
}

/** The layer and the role of a weight: `fc1/kernel` is the `kernel` of `fc1`. */
export function splitName(weight: string): readonly [layer: string, role: string] {
  const slash = weight.lastIndexOf('/');
  return [weight.slice(0, slash), weight.slice(slash + 1)];
}
