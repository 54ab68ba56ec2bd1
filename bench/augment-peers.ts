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

/** A running library that augments. */
export interface AugmentPeer extends Disposable {
  readonly library: string;
  /** Measures one round: microseconds an image; negative if the library does not offer the op. */
  readonly round: (name: string) => Promise<number>;
}

/**
 * Starts each library of each Python once, in the first Python that has it.
 *
 * @param pythons Separated by commas.
 * @param image The path of the pixels.
 */
export async function startAugmentPeers(pythons: string, image: string): Promise<AugmentPeer[]> {
  const names = Object.values(MODULES).flat();
  const installations = await Promise.all(
    pythons.split(',').map(async (python) => ({ python, found: await modulesOf(python, names) })),
  );
  const peers = Object.entries(MODULES).flatMap(([library, modules]) => {
    const first = installations.find(({ found }) => modules.every((name) => found.includes(name)));
    return first === undefined ? [] : [augmentPeer(library, first.python, image)];
  });
  if (peers.length === 0)
    throw new Error(`${pythons} has none of ${Object.keys(MODULES).join(', ')}`);
  return peers;
}

function augmentPeer(library: string, python: string, image: string): AugmentPeer {
  const peer: PythonPeer = startPeer(python, 'augment.py', [library, image]);
  return {
    library,
    round: (name) => peer.round(name),
    [Symbol.dispose]: () => peer[Symbol.dispose](),
  };
}
