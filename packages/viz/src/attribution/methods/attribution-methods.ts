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
  /** What the least and the largest value mean, for the ends of a colour bar. */
  readonly ends: readonly [string, string];
  /** Why the map may mislead; absent for a method that is faithful to the model. */
  readonly caution?: string;
}

const unsigned = { signed: false, ends: ['least important', 'most important'] } as const;
const signed = { signed: true, ends: ['against the class', 'for the class'] } as const;
const cam = { ...unsigned, ofLayer: true, shown: 1 } as const;
const gradients = { ...unsigned, ofLayer: false, shown: 0.99 } as const;

const METHODS: Readonly<Record<AttributionMethodName, AttributionMethod>> = {
  'grad-cam': { ...cam, explain: gradCam },
  'grad-cam-plus-plus': { ...cam, explain: gradCamPlusPlus },
  'layer-cam': { ...cam, explain: layerCam },
  'score-cam': { ...cam, explain: scoreCam },
  saliency: { ...gradients, explain: saliency },
  'gradient-times-input': { ...gradients, ...signed, explain: gradientTimesInput },
  'smooth-grad': { ...gradients, explain: smoothGrad },
  'integrated-gradients': { ...gradients, ...signed, explain: integratedGradients },
  occlusion: { ...signed, ofLayer: false, shown: 1, explain: occlusion },
  'guided-backprop': {
    ...gradients,
    explain: guidedBackprop,
    ends: ['no edge', 'strongest edge'],
    caution: 'shows edges of the image rather than what the class depends on',
  },
};

/** A method by its name. */
export function attributionMethod(name: AttributionMethodName): AttributionMethod {
  return METHODS[name];
}
