import type { ModelDefinition } from '@sprout/train';
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
  const isStore = features !== undefined && features !== 'auto' && features !== 'none';
  if (base === undefined || !isStore) return openImages(options);
  return openStoredImages({ ...options, base, folder: features });
}
