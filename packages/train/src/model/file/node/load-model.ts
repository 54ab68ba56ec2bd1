import { type Json, SproutError, systemReason } from '@sprout/core';
import { readFile } from 'node:fs/promises';
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
import { decodeWeights } from '../weights-file.ts';
import { isSealed } from './seal.ts';
import { sha256 } from './sha256.ts';

export interface LoadedModel {
  readonly definition: ModelDefinition;
  readonly card: ModelCard;
}

/**
 * Reads a folder that `saveModel` wrote and checks all of it: hashes, sizes, finite numbers, known layers, weights that fit
 * the layers.
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
  } = parseCard(await read(sprout), sprout);
  const model = join(folder, 'model.json');
  const json = await readHashed(model, files['model.json']);
  const { modelTopology, weightsManifest } = check(modelFileSchema, parse(json, model), model);
  const weightsFile = join(folder, 'weights.bin');
  const bytes = await readHashed(weightsFile, files['weights.bin']);
  const weights = decodeWeights(bytes, weightsManifest[0].weights);
  if (typeof weights === 'string') throw invalid(weightsFile, weights);
  const definition = { topology: modelTopology as Json, weights, input }; // parsed from JSON
  await checkFit(definition, card, { model, sprout });
  return { definition, card };
}

function parseCard(bytes: Uint8Array, file: string): SproutFile {
  const card = check(sproutFileSchema, parse(bytes, file), file);
  if (!isSealed(card)) throw invalid(file, 'its contents do not match its seal');
  withFileInErrors(file, () => checkInput(card.input));
  return card;
}

function check<Schema extends z.ZodType>(
  schema: Schema,
  json: Json,
  file: string,
): z.output<Schema> {
  const { data, error } = schema.safeParse(json);
  if (error !== undefined) throw invalid(file, z.prettifyError(error));
  return data;
}

function parse(bytes: Uint8Array, file: string): Json {
  let json: Json;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json; // JSON.parse returns JSON
  } catch (cause) {
    throw invalid(file, `it is not JSON (${messageOf(cause)})`, cause);
  }
  const fault = jsonFault(json);
  if (fault !== undefined) throw invalid(file, fault);
  return json;
}

/** Checks that layers, weights and classes fit each other. */
async function checkFit(
  { topology, weights }: ModelDefinition,
  card: ModelCard,
  files: { readonly model: string; readonly sprout: string },
): Promise<void> {
  const layers = await shapesOf(topology).catch((error: unknown) => {
    throw invalid(files.model, messageOf(error), error);
  });
  const required = layers.flatMap((layer) => layer.weights);
  withFileInErrors(files.model, () => checkWeights(weights, { required }));
  withFileInErrors(files.sprout, () => checkCard(card, layers.at(-1)?.output.at(-1)));
}

/** Turns any error of an action into `file-invalid`, which names the file. */
function withFileInErrors(file: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw invalid(file, messageOf(error), error);
  }
}

async function readHashed(file: string, hash: string): Promise<Uint8Array> {
  const bytes = await read(file);
  if (sha256(bytes) !== hash) throw invalid(file, 'its SHA-256 is not the one in sprout.json');
  return bytes;
}

async function read(file: string): Promise<Uint8Array> {
  return readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new SproutError('file-missing', { file }, { cause });
    throw invalid(file, systemReason(cause), cause);
  });
}

function invalid(file: string, reason: string, cause?: unknown): SproutError {
  return new SproutError('file-invalid', { file, reason }, { cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
