/** The places of VGG16's layers in torchvision's lists `features` and `classifier`. */
const VGG16: Readonly<Record<string, string>> = {
  block1_conv1: 'features.0',
  block1_conv2: 'features.2',
  block2_conv1: 'features.5',
  block2_conv2: 'features.7',
  block3_conv1: 'features.10',
  block3_conv2: 'features.12',
  block3_conv3: 'features.14',
  block4_conv1: 'features.17',
  block4_conv2: 'features.19',
  block4_conv3: 'features.21',
  block5_conv1: 'features.24',
  block5_conv2: 'features.26',
  block5_conv3: 'features.28',
  fc1: 'classifier.0',
  fc2: 'classifier.3',
  predictions: 'classifier.6',
};

export function vgg16InTorchvision(layer: string): string {
  return VGG16[layer] ?? layer;
}

/**
 * The places of SqueezeNet's convolutions in torchvision's list `features`.
 *
 * @param pools The layers after which the image is pooled, as the definition has them.
 */
export function squeezenetInTorchvision(layer: string, pools: readonly number[]): string {
  if (layer === 'conv1') return 'features.0';
  if (layer === 'conv10') return 'classifier.1';
  const [, fire, part] = /^fire(\d+)\/(\w+)$/.exec(layer) ?? [];
  if (fire === undefined || part === undefined) return layer;
  const poolsBefore = pools.filter((pool) => pool < Number(fire)).length;
  const name = part === 'squeeze1x1' ? 'squeeze' : part;
  return `features.${Number(fire) + poolsBefore}.${name}`;
}

/** The names of SqueezeNet's convolutions in the converted Caffe model. */
export function squeezenetInCaffe(layer: string): string {
  if (layer === 'conv10') return 'conv_final';
  const parts: Readonly<Record<string, string>> = {
    squeeze1x1: 'conv1x1_1',
    expand1x1: 'conv1x1_2',
    expand3x3: 'conv3x3_2',
  };
  const [fire, part] = layer.split('/');
  return part === undefined ? layer : `${fire}__${parts[part]}`;
}

const EFFICIENTNET: Readonly<Record<string, string>> = {
  stem_conv: '_conv_stem',
  stem_bn: '_bn0',
  top_conv: '_conv_head',
  top_bn: '_bn1',
  predictions: '_fc',
};

const EFFICIENTNET_PARTS: Readonly<Record<string, string>> = {
  expand_conv: '_expand_conv',
  expand_bn: '_bn0',
  dwconv: '_depthwise_conv',
  bn: '_bn1',
  se_reduce: '_se_reduce',
  se_expand: '_se_expand',
  project_conv: '_project_conv',
  project_bn: '_bn2',
};

/** The number of blocks before each stage. */
const BLOCKS_BEFORE = [0, 1, 3, 5, 8, 11, 15];

/** The names of EfficientNet's layers in its PyTorch releases, which number all blocks from 0: `block2a_bn` is `_blocks.1._bn1`. */
export function efficientnetInPytorch(layer: string): string {
  const [, stage, letter, part] = /^block(\d)([a-d])_(\w+)$/.exec(layer) ?? [];
  if (stage === undefined || letter === undefined || part === undefined)
    return EFFICIENTNET[layer] ?? layer;
  const block = BLOCKS_BEFORE[Number(stage) - 1]! + 'abcd'.indexOf(letter); // seven stages
  return `_blocks.${block}.${EFFICIENTNET_PARTS[part] ?? part}`;
}
