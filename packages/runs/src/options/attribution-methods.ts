/** The names of the attribution methods of `@sprout/viz`; without imports, for the help of the command line. */
export const METHODS = [
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
