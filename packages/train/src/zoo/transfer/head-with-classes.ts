import type { OutputActivation } from '../../model/layers/without-output-activation.ts';
import type { HeadOptions } from '../../model/surgery/head-spec.ts';
import type { ModelOutline } from '../../model/surgery/model-outline.ts';
import { outputShape } from '../../model/surgery/output-shape.ts';
import type { HeadLayers } from './transfer-schema.ts';

export interface HeadWithClassesOptions {
  /** The layers below the classes; none by default. */
  readonly layers?: HeadLayers | undefined;
  readonly classes: number;
  /** `softmax` by default. */
  readonly activation?: OutputActivation | undefined;
}

/** Layers that turn images into vectors. */
const TO_VECTORS: readonly string[] = ['flatten', 'average', 'max'];

/**
 * The head of a classifier: the given layers, and a dense layer `classes` with a softmax or sigmoids. If the base ends in images and
 * no layer turns them into vectors, they are flattened.
 *
 * @throws {SproutError} `model-unsupported` for a base whose output has no certain shape.
 */
export function headWithClasses(
  base: Pick<ModelOutline, 'topology'>,
  { layers = [], classes, activation = 'softmax' }: HeadWithClassesOptions,
): HeadOptions {
  const own = layers.map(expanded);
  const endsInImages = outputShape(base).length === 3;
  const needsFlatten = endsInImages && !own.some(({ layer }) => TO_VECTORS.includes(layer));
  return [
    ...(needsFlatten ? [{ layer: 'flatten' } as const] : []),
    ...own,
    { layer: 'dense', name: 'classes', units: classes, activation },
  ];
}

function expanded(spec: HeadLayers[number]): HeadOptions[number] {
  if (typeof spec === 'string') return { layer: spec };
  if ('layer' in spec) return spec;
  if ('dense' in spec) return { layer: 'dense', units: spec.dense, activation: 'relu' };
  return { layer: 'dropout', rate: spec.dropout };
}
