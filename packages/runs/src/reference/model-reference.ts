import { SproutError } from '@sprout/core';
import { modelDefaults } from '../config/model-defaults.ts';
import { AUTO } from '../config/search-section.ts';
import { type FieldReference, fieldsOf } from './field-reference.ts';
import { modelSummary, parameterSchema, sectionNames } from './model-schema.ts';
import { specText } from './spec-text.ts';

/** The parameters of one model. */
export interface ModelReference {
  readonly name: string;
  /** One phrase. */
  readonly summary: string;
  /** The parameters: the fields of the section `model` beside the name. */
  readonly fields: readonly FieldReference[];
  /** The section `model` in one line of YAML. */
  readonly example: string;
  /** The defaults of the configuration for this model, by the path of the field. Those of a base are for a frozen base. */
  readonly defaults: Readonly<Record<string, string>>;
}

/** The parameters in the examples. */
const EXAMPLES: Readonly<Record<string, object>> = {
  'small-cnn': { filters: [32, 64, 128, 256], dropout: 0.2 },
  vgg16: { weights: 'vgg16_notop.h5', head: [{ dense: 256 }, { dropout: 0.5 }] },
  'mobilenet-v1': { alpha: 0.5 },
  'mobilenet-v2': { alpha: 0.5, trainable: 'all' },
  'efficientnet-lite0': { weights: 'efficientnet-lite0.pth', trainable: 'head,all' },
  file: { weights: 'model.keras', input: 'tf' },
  auto: { budget: '15m' },
};

/** See `models` in `reference-commands.ts`. */
export function modelReference(name: string): ModelReference {
  const known = sectionNames();
  if (!known.includes(name)) throw new SproutError('name-unknown', { kind: 'model', name, known });
  return {
    name,
    summary: modelSummary(name),
    fields: fieldsOf(parameterSchema(name)),
    example: specText({ name, ...EXAMPLES[name] }),
    defaults: name === AUTO ? {} : defaultsOf(name),
  };
}

function defaultsOf(name: string): ModelReference['defaults'] {
  const { recipe, augmentation, training, pooling, head } = modelDefaults({ name });
  const { epochs, batchSize, optimiser, schedule, labelSmoothing } = training;
  const sections = {
    recipe,
    augment: augmentation,
    ...(pooling !== undefined && { 'model.pooling': pooling, 'model.head': head }),
    'train.epochs': epochs,
    ...(batchSize !== undefined && { 'train.batchSize': batchSize }),
    'train.optimiser': optimiser,
    'train.schedule': schedule,
    'train.labelSmoothing': labelSmoothing,
  };
  return Object.fromEntries(
    Object.entries(sections).map(([path, value]) => [path, specText(value)]),
  );
}
