import { SproutError } from '@sprout/core';
import type { ExpectedTensor } from '../../weights/check-weights.ts';
import type { InputFunctionName } from '../input/input-functions.ts';
import { kerasSources } from './keras-sources.ts';
import {
  efficientnetInPytorch,
  squeezenetInCaffe,
  squeezenetInTorchvision,
  vgg16InTorchvision,
} from './layer-names.ts';
import {
  CAFFE_ROLES,
  namedSource,
  type NamedSourcesOptions,
  PYTORCH_ROLES,
} from './named-sources.ts';
import type { Release } from './release.ts';

function keras(input: InputFunctionName): Release {
  // the statistics by which EfficientNetB0 normalises images are in the input function
  const isIgnored = (name: string): boolean =>
    /(^|\/)normalization\//.test(name) || /(^|\/)(optimizer|seed_generator)/.test(name);
  return { library: 'keras', input, sources: kerasSources, isIgnored };
}

function byName(
  fields: Pick<Release, 'library' | 'input' | 'parameters'>,
  names: Omit<NamedSourcesOptions, 'roles'>,
): Release {
  const roles = fields.library === 'caffe' ? CAFFE_ROLES : PYTORCH_ROLES;
  return {
    ...fields,
    sources: (weights: readonly ExpectedTensor[]) =>
      weights.map((weight) => namedSource(weight, { ...names, roles })),
    isIgnored: (name) => name.endsWith('.num_batches_tracked'),
  };
}

const torchvision = { library: 'torchvision', input: 'torch' } as const;
const roundedUp = { ...torchvision, parameters: { rounding: 'up' } } as const;

/** The releases of each base whose definition is the base's, by the name of the base. The first is the one that it follows. */
export const RELEASES: ReadonlyMap<string, readonly Release[]> = new Map<
  string,
  readonly Release[]
>([
  [
    'efficientnet-lite0',
    [byName({ library: 'pytorch', input: 'lite' }, { layerName: efficientnetInPytorch })],
  ],
  ['mobilenet-v1', [keras('tf')]],
  ['mobilenet-v2', [keras('tf')]],
  [
    'squeezenet-1.0',
    [
      byName({ library: 'caffe', input: 'caffe-rounded' }, { layerName: squeezenetInCaffe }),
      byName(roundedUp, { layerName: (layer) => squeezenetInTorchvision(layer, [1, 4, 8]) }),
    ],
  ],
  [
    'squeezenet-1.1',
    [
      keras('caffe'),
      byName(roundedUp, { layerName: (layer) => squeezenetInTorchvision(layer, [1, 3, 5]) }),
    ],
  ],
  [
    'efficientnet-b0',
    [
      keras('torch'),
      byName({ library: 'pytorch', input: 'torch' }, { layerName: efficientnetInPytorch }),
    ],
  ],
  ['resnet50', [keras('caffe')]],
  [
    'vgg16',
    [
      keras('caffe'),
      byName(torchvision, {
        layerName: vgg16InTorchvision,
        flattened: (layer) => (layer === 'fc1' ? [7, 7, 512] : undefined), // torchvision pools to 7 x 7 pixels
      }),
    ],
  ],
]);

/** @throws {SproutError} `name-unknown` for the base. */
export function releasesOf(base: string): readonly Release[] {
  const releases = RELEASES.get(base);
  if (releases === undefined)
    throw new SproutError('name-unknown', {
      kind: 'base',
      name: base,
      known: [...RELEASES.keys()],
    });
  return releases;
}

/**
 * @param library The release that the base follows by default.
 * @throws {SproutError} `name-unknown` for the base, and for a library that does not release its weights.
 */
export function releaseOf(base: string, library?: string): Release {
  const releases = releasesOf(base);
  const found = releases.find((release) => library === undefined || release.library === library);
  if (found !== undefined) return found;
  const known = releases.map((release) => release.library);
  throw new SproutError('name-unknown', { kind: `release of ${base}`, name: library ?? '', known });
}
