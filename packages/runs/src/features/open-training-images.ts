import type { ModelDefinition } from '@sprout/train';
import { isStore } from '../config/is-store.ts';
import { openImages, type OpenedImages, type OpenImagesOptions } from '../images/open-images.ts';
import { openStoredImages, type StoredImages } from './open-stored-images.ts';

export interface OpenTrainingImagesOptions extends OpenImagesOptions {
  /** The base of the model, if it has one. */
  readonly base: ModelDefinition | undefined;
}

/** The images of a training: those of a feature store, if the configuration names one, or else all of the folder. */
export async function openTrainingImages({
  base,
  ...options
}: OpenTrainingImagesOptions): Promise<OpenedImages | StoredImages> {
  const { features } = options.resolved.data;
  if (base === undefined || !isStore(features)) return openImages(options);
  return openStoredImages({ ...options, base, folder: features });
}
