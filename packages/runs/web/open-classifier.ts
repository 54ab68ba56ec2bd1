import type { Recipe } from '@sprout/core';
import { replayFault, replayRecipe } from '@sprout/imgproc';
import { decodeImage } from './decode-image.ts';

/** What is used of TensorFlow.js, which the page loads before this module. */
interface TensorFlow {
  loadLayersModel(address: string): Promise<LayersModel>;
  tensor(values: Float32Array, shape: readonly number[]): Disposable & Tensor;
  setBackend(name: string): Promise<boolean>;
  readonly wasm: { setWasmPaths(folder: string): void };
}

interface Tensor {
  data(): Promise<Float32Array>;
  dispose(): void;
}

interface LayersModel {
  predict(images: Tensor): Tensor;
}

declare const tf: TensorFlow;

/** The part of `sprout.json` that is used. */
interface Card {
  readonly classes: readonly string[];
  readonly recipe: Recipe;
  /** Only of a model of tags. */
  readonly thresholds?: readonly number[];
}

export interface ClassProbability {
  readonly name: string;
  /** 0 to 1. */
  readonly probability: number;
  /** Of a tag: the probability from which on an image has it. */
  readonly threshold?: number;
}

/** Returns the probabilities of all classes, in the order of the class map. */
export type Classify = (image: Blob) => Promise<ClassProbability[]>;

/**
 * Opens an exported model.
 *
 * @param folder The address of the folder of `model.json`, ending in a slash.
 * @throws An `Error` with one sentence if a file cannot be loaded, or the recipe runs only in Node.
 */
export async function openClassifier(folder: string): Promise<Classify> {
  const { classes, recipe, thresholds } = (await json(`${folder}sprout.json`)) as Card;
  const fault = replayFault(recipe);
  if (fault !== undefined)
    throw new Error(`This page cannot prepare images for the model: ${fault}.`);
  tf.wasm.setWasmPaths(folder);
  await tf.setBackend('wasm');
  const model = await tf.loadLayersModel(`${folder}model.json`);
  return async (image) => {
    const { height, width, channels, data } = replayRecipe(await decodeImage(image), recipe);
    const input = tf.tensor(Float32Array.from(data), [1, height, width, channels]);
    const output = model.predict(input);
    const probabilities = await output.data();
    input.dispose();
    output.dispose();
    return classes.map((name, at) => {
      const threshold = thresholds?.[at];
      const probability = probabilities[at]!;
      return threshold === undefined ? { name, probability } : { name, probability, threshold };
    });
  };
}

async function json(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`Cannot load ${address}: ${response.status}.`);
  return response.json();
}
