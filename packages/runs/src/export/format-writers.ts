import { makeFolder, writeAtomic } from '@sprout/core';
import {
  type LoadedModel,
  saveModel,
  toByteInput,
  toKerasWeights,
  toOnnx,
  toSafetensors,
  toTeachableMachine,
} from '@sprout/train';
import { join } from 'node:path';
import type { ExportFormat } from '../options/export-formats.ts';

/** Writes a model in one format. */
export interface FormatWriter {
  /** The names of the files. Without the first one, the others are of no use. */
  readonly files: readonly string[];
  readonly write: (folder: string, model: LoadedModel) => Promise<void>;
}

export const FORMAT_WRITERS: Readonly<Record<ExportFormat, FormatWriter>> = {
  tfjs: {
    files: ['model.json', 'weights.bin', 'sprout.json'],
    write: (folder, { definition, card }) => saveModel(folder, toByteInput(definition), card),
  },
  onnx: oneFile('model.onnx', ({ definition, card }) => toOnnx(definition, card)),
  safetensors: oneFile('model.safetensors', ({ definition, card }) =>
    toSafetensors(definition, card),
  ),
  'teachable-machine': {
    files: ['model.json', 'weights.bin', 'metadata.json'],
    write: async (folder, { definition, card }) => {
      const files = toTeachableMachine(definition, card, 'sprout');
      await makeFolder(folder);
      for (const [name, content] of Object.entries(files))
        await writeAtomic(join(folder, name), content);
    },
  },
  'keras-weights': oneFile('keras-weights.h5', ({ definition, card }) =>
    toKerasWeights(definition, card),
  ),
};

function oneFile(name: string, encode: (model: LoadedModel) => Uint8Array): FormatWriter {
  return {
    files: [name],
    write: async (folder, model) => {
      const bytes = encode(model);
      await makeFolder(folder);
      await writeAtomic(join(folder, name), bytes);
    },
  };
}
