import type { Json } from '@sprout/core';
import type { z } from 'zod';
import type { LayerList } from '../../model/layers/layer-node.ts';
import { parseOptions } from '../../options/parse-options.ts';
import type { InputFunctionName } from '../input/input-functions.ts';
import { applyLayer, imagesOf, layersTo, type Output } from './parts/apply-layer.ts';

/** How a base without its top ends: in images, or in the mean or the largest number of each channel. */
export type Pooling = 'none' | 'avg' | 'max';

/** The form in which a base is built. */
export interface BaseShape {
  readonly height: number;
  readonly width: number;
  /** Whether the classifier of the release is included. */
  readonly includeTop: boolean;
  /** The number of classes of the top. */
  readonly classes: number;
  /** How a base without its top ends. */
  readonly pooling: Pooling;
}

interface BaseFields {
  readonly name: string;
  /** One phrase. */
  readonly summary: string;
  /** The input function of the release that the definition follows. */
  readonly input: InputFunctionName;
  /** The height and the width that the release was trained with. */
  readonly size: number;
}

interface BaseSpec<Name extends string, Schema extends z.ZodObject> extends BaseFields {
  readonly name: Name;
  readonly parameters: Schema;
  /** The layers below the top. */
  readonly features: (images: Output, parameters: z.output<Schema>) => Output;
  /** The classifier of the release. */
  readonly top: (features: Output, classes: number, parameters: z.output<Schema>) => Output;
}

/** A network whose weights are released, as its release defines it. */
export interface BaseEntry<Name extends string = string> extends BaseFields {
  readonly name: Name;
  readonly parameters: z.ZodObject;
  /**
   * The layers of the network. Nothing is allocated.
   *
   * @throws {SproutError} `config-invalid` for the parameters; `model-unsupported`, naming the layer, for images that are too
   *   small.
   */
  readonly build: (shape: BaseShape, parameters: Readonly<Record<string, Json>>) => LayerList;
}

/** An entry whose `build` checks its parameters. */
export function defineBase<const Name extends string, Schema extends z.ZodObject>(
  spec: BaseSpec<Name, Schema>,
): BaseEntry<Name> {
  const { features, top, ...fields } = spec;
  return {
    ...fields,
    build: ({ height, width, includeTop, classes, pooling }, given) => {
      const parameters = parseOptions(spec.parameters, given, `the parameters of ${spec.name}`);
      const below = features(imagesOf(height, width), parameters);
      return layersTo(includeTop ? top(below, classes, parameters) : pooled(below, pooling));
    },
  };
}

function pooled(features: Output, pooling: Pooling): Output {
  if (pooling === 'none') return features;
  return pooling === 'avg'
    ? applyLayer(features, { kind: 'GlobalAveragePooling2D', name: 'avg_pool' })
    : applyLayer(features, { kind: 'GlobalMaxPooling2D', name: 'max_pool' });
}
