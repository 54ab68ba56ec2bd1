import type { ModelSection } from '@sprout/viz';
import { basename } from 'node:path';
import { stagesOf } from '@sprout/train';
import {
  type ModelSection as ModelFields,
  type Transfer,
  transferOf,
} from '../transfer/transfer-of.ts';

/** The settings of a base with a head; none of other models. */
export function transferSettings(model: ModelFields): ModelSection['settings'] {
  const transfer = transferOf(model);
  if (transfer === undefined) return [];
  const { weights, trainable, input, pooling = 'none', head = [] } = transfer;
  const layers = head.map((layer) => (typeof layer === 'string' ? layer : JSON.stringify(layer)));
  return [
    {
      name: 'Released weights',
      value:
        weights === undefined ? 'none' : `${basename(weights.file)}, SHA-256 ${weights.sha256}`,
    },
    ...sourceOf(weights),
    {
      name: 'Trained layers',
      value: stagesOf(trainable).map(trainedText).join('; then '),
    },
    { name: 'Input function', value: input ?? 'that of the release' },
    { name: 'Head', value: [`pooling ${pooling}`, ...layers, 'classes'].join(', ') },
  ];
}

function sourceOf({
  licence,
  source,
  address,
}: Partial<NonNullable<Transfer['weights']>> = {}): ModelSection['settings'] {
  const known = [licence && `licence ${licence}`, source, address].filter(
    (part) => part !== undefined,
  );
  return known.length === 0 ? [] : [{ name: 'Source of the weights', value: known.join(', ') }];
}

/** The layers of `trainable` for a reader. */
export function trainedText(trainable: string): string {
  if (trainable === 'none' || trainable === 'head') return 'the head';
  return trainable.replace(/^from:/, 'the head, and from ');
}
