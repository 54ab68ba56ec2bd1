import { modulesOf, type PythonPeer, startPeer } from './python-peer.ts';

/** The Python module that must be installed to measure a library. Keras is measured on TensorFlow. */
const MODULES = { torch: 'torch', keras: 'tensorflow' };

export interface Opponent {
  readonly library: string;
  readonly start: () => PythonPeer;
}

/** One opponent for each library of each Python; `[undefined]` if no Python is given, to measure only Sprout. */
export async function opponents(
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
