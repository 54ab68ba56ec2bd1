import type { FeatureInput, ModelInput } from './model-definition.ts';

/** Whether a model takes features as floats, and not images as bytes. */
export function takesFeatures(input: ModelInput | FeatureInput): input is FeatureInput {
  return 'kind' in input;
}

/** The shape of the input of a model for one image, channels last. */
export function inputShape(input: ModelInput | FeatureInput): readonly number[] {
  return takesFeatures(input) ? input.shape : [input.height, input.width, input.channels];
}
