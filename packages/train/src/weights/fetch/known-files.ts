import type { FileHash } from './file-hash.ts';
import type { KnownFile } from './known-file.ts';
import { MOBILENET_FILES } from './mobilenet-files.ts';

const md5 = (digits: string): FileHash => ({ kind: 'md5', digits });
const sha256 = (digits: string): FileHash => ({ kind: 'sha256', digits });

const APPLICATIONS = 'https://storage.googleapis.com/tensorflow/keras-applications';
const KERAS = { library: 'keras', source: 'https://keras.io/api/applications/' } as const;
const TORCHVISION = {
  library: 'torchvision',
  licence: 'BSD-3-Clause',
  source: 'https://pytorch.org/vision/stable/models.html',
} as const;
const VGG16 = { ...KERAS, base: 'vgg16', licence: 'CC BY 4.0' } as const;
const RESNET50 = { ...KERAS, base: 'resnet50', licence: 'MIT' } as const;
const EFFICIENTNET_B0 = { ...KERAS, base: 'efficientnet-b0', licence: 'Apache-2.0' } as const;
const SQUEEZENET_11 = {
  base: 'squeezenet-1.1',
  library: 'keras',
  licence: 'MIT',
  source: 'https://github.com/DeepCognition/keras-squeezenet',
} as const;

/**
 * The files of released weights, the preferred library of each base first. Addresses and MD5s of Keras are those in its sources;
 * Keras states no hashes for MobileNet v1 and v2. torchvision compares the digits in its file names with the SHA-256.
 */
export const KNOWN_FILES: readonly KnownFile[] = [
  ...MOBILENET_FILES,
  {
    ...TORCHVISION,
    base: 'squeezenet-1.0',
    top: true,
    file: 'squeezenet1_0-b66bff10.pth',
    address: 'https://download.pytorch.org/models/squeezenet1_0-b66bff10.pth',
    hash: sha256('b66bff10'),
  },
  {
    ...SQUEEZENET_11,
    top: false,
    file: 'squeezenet_weights_tf_dim_ordering_tf_kernels_notop.h5',
    address:
      'https://github.com/DeepCognition/keras-squeezenet/releases/download/v0.4/squeezenet_weights_tf_dim_ordering_tf_kernels_notop.h5',
    bytes: 3_002_560,
    hash: md5('80b66c92d79d4310e07fb60a297bf0d1'),
  },
  {
    ...SQUEEZENET_11,
    top: true,
    file: 'squeezenet_weights_tf_dim_ordering_tf_kernels.h5',
    address:
      'https://github.com/DeepCognition/keras-squeezenet/releases/download/v0.4/squeezenet_weights_tf_dim_ordering_tf_kernels.h5',
    hash: md5('aa024f186955a4c1661bd2075dc374a8'),
  },
  {
    ...TORCHVISION,
    base: 'squeezenet-1.1',
    top: true,
    file: 'squeezenet1_1-b8a52dc0.pth',
    address: 'https://download.pytorch.org/models/squeezenet1_1-b8a52dc0.pth',
    hash: sha256('b8a52dc049b60e4b6ab68ad0df457362afab8b6304b2febdc1650a5dab4d7e7b'),
  },
  {
    ...EFFICIENTNET_B0,
    top: false,
    file: 'efficientnetb0_notop.h5',
    address: 'https://storage.googleapis.com/keras-applications/efficientnetb0_notop.h5',
    bytes: 16_705_208,
    hash: md5('50bc09e76180e00e4465e1a485ddc09d'),
  },
  {
    ...EFFICIENTNET_B0,
    top: true,
    file: 'efficientnetb0.h5',
    address: 'https://storage.googleapis.com/keras-applications/efficientnetb0.h5',
    hash: md5('902e53a9f72be733fc0bcb005b3ebbac'),
  },
  {
    ...RESNET50,
    top: false,
    file: 'resnet50_weights_tf_dim_ordering_tf_kernels_notop.h5',
    address: `${APPLICATIONS}/resnet/resnet50_weights_tf_dim_ordering_tf_kernels_notop.h5`,
    bytes: 94_765_736,
    hash: md5('4d473c1dd8becc155b73f8504c6f6626'),
  },
  {
    ...RESNET50,
    top: true,
    file: 'resnet50_weights_tf_dim_ordering_tf_kernels.h5',
    address: `${APPLICATIONS}/resnet/resnet50_weights_tf_dim_ordering_tf_kernels.h5`,
    bytes: 102_967_424,
    hash: md5('2cb95161c43110f7111970584f804107'),
  },
  {
    ...VGG16,
    top: false,
    file: 'vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5',
    address: `${APPLICATIONS}/vgg16/vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5`,
    bytes: 58_889_256,
    hash: md5('6d6bbae143d832006294945121d1f1fc'),
  },
  {
    ...VGG16,
    top: true,
    file: 'vgg16_weights_tf_dim_ordering_tf_kernels.h5',
    address: `${APPLICATIONS}/vgg16/vgg16_weights_tf_dim_ordering_tf_kernels.h5`,
    bytes: 553_467_096,
    hash: md5('64373286793e3c8b2b4e3219cbf3544b'),
  },
  {
    ...TORCHVISION,
    base: 'vgg16',
    top: true,
    file: 'vgg16-397923af.pth',
    address: 'https://download.pytorch.org/models/vgg16-397923af.pth',
    bytes: 553_433_881,
    hash: sha256('397923af8e79cdbb6a7127f12361acd7a2f83e06b05044ddf496e83de57a5bf0'),
  },
];
