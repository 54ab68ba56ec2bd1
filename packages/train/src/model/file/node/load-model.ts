import type { Json } from '@sprout/core';
import { join } from 'node:path';
import { z } from 'zod';
import { checkWeights } from '../../../weights/check-weights.ts';
import { checkCard } from '../check-card.ts';
import { checkInput } from '../../check-input.ts';
import { jsonFault } from '../json-fault.ts';
import { type ModelCard, type SproutFile, sproutFileSchema } from '../model-card.ts';
import type { ModelDefinition } from '../../model-definition.ts';
import { modelFileSchema } from '../model-file.ts';
import { shapesOf } from '../../tfjs/shapes-of.ts';
import { TEXT_LIMIT } from '../text-limit.ts';
import { decodeWeights } from '../weights-file.ts';
import { invalidFile } from './invalid-file.ts';
import { readBytes, sizeOf } from './read-bytes.ts';
import { isSealed } from './seal.ts';
import { sha256 } from './sha256.ts';

/** The number of faults that an error names: a file may have thousands. */
const ISSUES = 5;

export interface LoadedModel {
  readonly definition: ModelDefinition;
  readonly card: ModelCard;
}

/**
 * Reads a folder that `saveModel` wrote and checks all of it: hashes, sizes, finite numbers, known layers, weights that fit
 * the layers. A topology that needs more memory than is there is refused before anything is built.
 *
 * @throws {SproutError} `file-missing`; `file-invalid` naming the file and what is wrong with it.
 */
export async function loadModel(folder: string): Promise<LoadedModel> {
  const sprout = join(folder, 'sprout.json');
  const {
    schema: _schema,
    seal: _seal,
    input,
    files,
    ...card
  } = parseCard(await readBytes(sprout, TEXT_LIMIT), sprout);
  const model = join(folder, 'model.json');
  const json = await readHashed(model, files['model.json'], TEXT_LIMIT);
  const { modelTopology, weightsManifest } = check(modelFileSchema, parse(json, model), model);
  const topology = modelTopology as Json; // parsed from JSON
  const weightsFile = join(folder, 'weights.bin');
  const shapes = await layerShapes(topology, {
    file: model,
    parameters: (await sizeOf(weightsFile)) / 4,
  });
  const bytes = await readHashed(weightsFile, files['weights.bin']);
  const weights = decodeWeights(bytes, weightsManifest[0].weights);
  if (typeof weights === 'string') throw invalidFile(weightsFile, weights);
  withFileInErrors(model, () =>
    checkWeights(weights, { required: shapes.flatMap((layer) => layer.weights) }),
  );
  withFileInErrors(sprout, () => checkCard(card, shapes.at(-1)?.output.at(-1)));
  return { definition: { topology, weights, input }, card };
}

function parseCard(bytes: Uint8Array, file: string): SproutFile {
  const card = check(sproutFileSchema, parse(bytes, file), file);
  if (!isSealed(card)) throw invalidFile(file, 'its contents do not match its seal');
  withFileInErrors(file, () => checkInput(card.input));
  return card;
}

function check<Schema extends z.ZodType>(
  schema: Schema,
  json: Json,
  file: string,
): z.output<Schema> {
  const { data, error } = schema.safeParse(json);
  if (error !== undefined)
    throw invalidFile(file, z.prettifyError({ issues: error.issues.slice(0, ISSUES) }));
  return data;
}

function parse(bytes: Uint8Array, file: string): Json {
  let json: Json;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json; // JSON.parse returns JSON
  } catch (cause) {
    throw invalidFile(file, `it is not JSON (${messageOf(cause)})`, cause);
  }
  const fault = jsonFault(json);
  if (fault !== undefined) throw invalidFile(file, fault);
  return json;
}

/** Before the weights are read: a topology that is refused costs no more than its own file. */
async function layerShapes(
  topology: Json,
  { file, parameters }: { readonly file: string; readonly parameters: number },
): ReturnType<typeof shapesOf> {
  return shapesOf(topology, parameters).catch((error: unknown) => {
    throw invalidFile(file, messageOf(error), error);
  });
}

/** Turns any error of an action into `file-invalid`, which names the file. */
function withFileInErrors(file: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw invalidFile(file, messageOf(error), error);
  }
}

async function readHashed(file: string, hash: string, most?: number): Promise<Uint8Array> {
  const bytes = await readBytes(file, most);
  if (sha256(bytes) !== hash) throw invalidFile(file, 'its SHA-256 is not the one in sprout.json');
  return bytes;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
