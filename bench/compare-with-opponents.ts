import { compare, type Comparison } from './compare.ts';
import { modulesOf, type PythonPeer, startPeer } from './python-peer.ts';

/** The Python module that must be installed to measure a library. Keras is measured on TensorFlow. */
const MODULES = { torch: 'torch', keras: 'tensorflow' };

interface Opponent {
  readonly library: string;
  readonly start: () => PythonPeer;
}

export interface OpponentsOptions {
  /** The Pythons with the libraries, separated by commas; `undefined` to measure only Sprout. */
  readonly pythons: string | undefined;
  /** A script of `bench/peers`, and its arguments after the library. */
  readonly script: readonly [script: string, ...args: string[]];
}

/** Compares Sprout with each library of each Python, after a round that is not measured. */
export async function compareWithOpponents(
  comparison: Omit<Comparison, 'peer' | 'peerName'>,
  { pythons, script }: OpponentsOptions,
): Promise<void> {
  await comparison.product();
  for (const opponent of await opponents(pythons, script)) {
    using started = opponent?.start();
    await started?.round();
    await compare({ ...comparison, peer: started?.round, peerName: opponent?.library ?? '' });
  }
}

/** One opponent for each library of each Python; `[undefined]` if no Python is given, to measure only Sprout. */
async function opponents(
  pythons: string | undefined,
  [script, ...args]: readonly [script: string, ...args: string[]],
): Promise<readonly (Opponent | undefined)[]> {
  if (pythons === undefined) return [undefined];
  const found: Opponent[] = [];
  for (const python of pythons.split(',')) {
    const modules = await modulesOf(python, Object.values(MODULES));
    for (const [library, module] of Object.entries(MODULES)) {
      if (!modules.includes(module)) continue;
      found.push({ library, start: () => startPeer(python, script, [library, ...args]) });
    }
  }
  if (found.length === 0)
    throw new Error(`${pythons} has none of ${Object.keys(MODULES).join(', ')}`);
  return found;
}
