import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { modulesOf, type PythonPeer, startPeer } from './python-peer.ts';

/** The Python modules that must be installed to measure a library; a script `bench/peers/augment_LIBRARY.py` has its calls. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  keras: ['keras_preprocessing', 'scipy'],
  imgaug: ['imgaug'],
  albumentations: ['albumentations'],
  cv2: ['cv2'],
  torchvision: ['torchvision'],
  pillow: ['PIL'],
};
const SCRIPT = 'augment.py';

/** A running library that augments. */
export interface AugmentPeer extends Disposable {
  readonly library: string;
  /** The names of the measurements that the library offers. */
  readonly names: ReadonlySet<string>;
  /** Measures one round: microseconds an image. */
  readonly round: (name: string) => Promise<number>;
}

/**
 * Starts each library of each Python once, in the first Python that has it.
 *
 * @param pythons Separated by commas.
 * @param image The path of the pixels.
 */
export async function startAugmentPeers(pythons: string, image: string): Promise<AugmentPeer[]> {
  const peers = new Map<string, AugmentPeer>();
  for (const python of pythons.split(',')) {
    const installed = await modulesOf(python, Object.values(MODULES).flat());
    for (const [library, modules] of Object.entries(MODULES)) {
      if (peers.has(library) || !modules.every((name) => installed.includes(name))) continue;
      const names = await namesOf(python, library);
      peers.set(library, augmentPeer(library, names, startPeer(python, SCRIPT, [library, image])));
    }
  }
  if (peers.size === 0)
    throw new Error(`${pythons} has none of ${Object.keys(MODULES).join(', ')}`);
  return [...peers.values()];
}

function augmentPeer(library: string, names: ReadonlySet<string>, peer: PythonPeer): AugmentPeer {
  return {
    library,
    names,
    round: (name) => peer.round(name),
    [Symbol.dispose]: () => peer[Symbol.dispose](),
  };
}

async function namesOf(python: string, library: string): Promise<ReadonlySet<string>> {
  const path = fileURLToPath(new URL(`./peers/${SCRIPT}`, import.meta.url));
  const { stdout } = await promisify(execFile)(python, [path, library]);
  return new Set(stdout.split('\n').filter((name) => name !== ''));
}
