import { SproutError, type TrainingPosition } from '@sprout/core';
import type { NamedTensor } from '../tensor/named-tensor.ts';
import type { TrainerState } from '../engine/contract/trainer.ts';
import { decodeSafetensors, encodeSafetensors } from '../weights/safetensors.ts';

/** The state of a run between two steps: weights, optimiser slots and position. */
export interface Checkpoint {
  readonly state: TrainerState;
  readonly position: TrainingPosition;
  /** Identifies configuration, data and engine. Only a run with the same identity may continue from the checkpoint. */
  readonly identity: string;
}

const WEIGHTS = 'weights/';
const OPTIMISER = 'optimiser/';

/** A checkpoint as the bytes of a safetensors file, with a hash of all its contents. */
export async function encodeCheckpoint({
  state,
  position,
  identity,
}: Checkpoint): Promise<Uint8Array> {
  const tensors = [...prefixed(WEIGHTS, state.weights), ...prefixed(OPTIMISER, state.optimiser)];
  const metadata = { position: JSON.stringify(position, nonFiniteAsText), identity, seal: '' };
  metadata.seal = await sealOf(tensors, metadata);
  return encodeSafetensors({ tensors, metadata });
}

/** @param file Names the file in errors. @throws {SproutError} `file-invalid`. */
export async function decodeCheckpoint(bytes: Uint8Array, file: string): Promise<Checkpoint> {
  const { tensors, metadata } = decodeSafetensors(bytes, file);
  const { position, identity, seal } = metadata;
  const complete = position !== undefined && identity !== undefined;
  if (!complete || seal !== (await sealOf(tensors, { position, identity }))) {
    throw new SproutError('file-invalid', { file, reason: 'its contents do not match its seal' });
  }
  const state = {
    weights: unprefixed(WEIGHTS, tensors),
    optimiser: unprefixed(OPTIMISER, tensors),
  };
  return { state, position: JSON.parse(position, textAsNumber) as TrainingPosition, identity };
}

/** Writes NaN and infinities as text, because JSON has none: the validation metrics of an epoch without validation are NaN. */
function nonFiniteAsText(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function textAsNumber(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? Number(value) : value; // a position holds no other text
}

function prefixed(prefix: string, tensors: readonly NamedTensor[]): NamedTensor[] {
  return tensors.map((tensor) => ({ ...tensor, name: prefix + tensor.name }));
}

function unprefixed(prefix: string, tensors: readonly NamedTensor[]): NamedTensor[] {
  return tensors
    .filter(({ name }) => name.startsWith(prefix))
    .map((tensor) => ({ ...tensor, name: tensor.name.slice(prefix.length) }));
}

/** SHA-256 over names, shapes, numbers and position. */
async function sealOf(
  tensors: readonly NamedTensor[],
  { position, identity }: { position: string; identity: string },
): Promise<string> {
  const shapes = tensors.map(({ name, shape }) => [name, shape]);
  const text = new TextEncoder().encode(JSON.stringify([position, identity, shapes]));
  const size = tensors.reduce((sum, { data }) => sum + data.byteLength, text.length);
  const all = new Uint8Array(size);
  all.set(text);
  let at = text.length;
  for (const { data } of tensors) {
    all.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', all));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
