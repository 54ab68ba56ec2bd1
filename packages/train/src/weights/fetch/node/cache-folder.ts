import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { env, platform } from 'node:process';

/** Variables of the process, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder of downloaded weights, which need not exist: `weights` in `SPROUT_CACHE`, or in the user's cache folder of the
 * operating system.
 */
export function weightsFolder(
  environment: Environment = env,
  system: NodeJS.Platform = platform,
): string {
  return join(cacheFolder(environment, system), 'weights');
}

function cacheFolder(environment: Environment, system: NodeJS.Platform): string {
  const variable = (name: string): string | undefined => environment[name] || undefined; // an empty one counts as unset
  const own = variable('SPROUT_CACHE');
  if (own !== undefined) return resolve(own);
  const home = variable('HOME') ?? homedir();
  if (system === 'darwin') return join(home, 'Library', 'Caches', 'sprout');
  if (system === 'win32')
    return join(variable('LOCALAPPDATA') ?? join(homedir(), 'AppData', 'Local'), 'sprout');
  return join(variable('XDG_CACHE_HOME') ?? join(home, '.cache'), 'sprout');
}
