import type { LayerNode } from '../layers/layer-node.ts';
import { writeTopology } from '../layers/write-topology.ts';
import { checkInput } from '../check-input.ts';
import type { HeadDefinition } from '../model-definition.ts';
import { withHead } from './add-head.ts';
import type { HeadOptions } from './head-spec.ts';

/** The name of the input layer of a head that is a model of its own. */
const INPUT = 'features';

/**
 * A head as a model of its own, which takes features instead of images, without its weights.
 *
 * @param shape The shape of the features of one image: `[channels]` or `[height, width, channels]`.
 * @throws {SproutError} `option-invalid` for the shape; what `addHead` throws.
 */
export function createHead(
  shape: readonly number[],
  head: HeadOptions,
): Omit<HeadDefinition, 'weights'> {
  const input = { kind: 'features', shape } as const;
  checkInput(input);
  const layer: LayerNode = {
    name: INPUT,
    layer: INPUT,
    kind: 'InputLayer',
    inputs: [],
    config: { name: INPUT, batch_input_shape: [null, ...shape], dtype: 'float32', sparse: false },
    trainable: false,
  };
  return { topology: writeTopology(withHead([layer], head), 'head'), input };
}
