import type { Attribution, ExplainedImages, ExplainedModel } from '../attribution-target.ts';
import { gradCamPlusPlus } from '../cam/grad-cam-plus-plus.ts';
import { gradCam } from '../cam/grad-cam.ts';
import { layerCam } from '../cam/layer-cam.ts';
import { scoreCam } from '../cam/score-cam.ts';
import { gradientTimesInput } from '../pixels/gradient-times-input.ts';
import { guidedBackprop } from '../pixels/guided-backprop.ts';
import { integratedGradients } from '../pixels/integrated-gradients.ts';
import { occlusion } from '../pixels/occlusion.ts';
import { saliency } from '../pixels/saliency.ts';
import { smoothGrad } from '../pixels/smooth-grad.ts';

/** The names of the methods, in the order in which help texts list them. */
export const ATTRIBUTION_METHODS = [
  'grad-cam',
  'grad-cam-plus-plus',
  'layer-cam',
  'score-cam',
  'saliency',
  'gradient-times-input',
  'smooth-grad',
  'integrated-gradients',
  'occlusion',
  'guided-backprop',
] as const;

export type AttributionMethodName = (typeof ATTRIBUTION_METHODS)[number];

export interface AttributionOptions extends ExplainedImages {
  /** The layer of a class activation map; the other methods ignore it. */
  readonly layer: string;
  /** The seed of methods with noise. */
  readonly seed: number;
}

/** A method with its defaults. */
export interface AttributionMethod {
  readonly explain: (
    model: ExplainedModel,
    options: AttributionOptions,
  ) => Promise<readonly Attribution[]>;
  /** Whether the map is of a layer. */
  readonly ofLayer: boolean;
  /** Whether the map has negative values, which lower the score of the class. */
  readonly signed: boolean;
  /** The share of the pixels whose magnitude has a colour of its own; the few above have the last colour. */
  readonly shown: number;
}

const cam = { ofLayer: true, signed: false, shown: 1 } as const;
const gradients = { ofLayer: false, signed: false, shown: 0.99 } as const;

const METHODS: Readonly<Record<AttributionMethodName, AttributionMethod>> = {
  'grad-cam': { ...cam, explain: gradCam },
  'grad-cam-plus-plus': { ...cam, explain: gradCamPlusPlus },
  'layer-cam': { ...cam, explain: layerCam },
  'score-cam': { ...cam, explain: scoreCam },
  saliency: { ...gradients, explain: saliency },
  'gradient-times-input': { ...gradients, signed: true, explain: gradientTimesInput },
  'smooth-grad': { ...gradients, explain: smoothGrad },
  'integrated-gradients': { ...gradients, signed: true, explain: integratedGradients },
  occlusion: { ofLayer: false, signed: true, shown: 1, explain: occlusion },
  'guided-backprop': { ...gradients, explain: guidedBackprop },
};

/** A method by its name. */
export function attributionMethod(name: AttributionMethodName): AttributionMethod {
  return METHODS[name];
}
