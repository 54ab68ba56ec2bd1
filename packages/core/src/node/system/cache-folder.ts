import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { env, platform } from 'node:process';

/** Variables of the process, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder of files that can be computed or downloaded again: `SPROUT_CACHE`, or `sprout` in the user's cache folder of the operating
 * system. The folder may not exist.
 *
 * @param environment The variables of the process by default.
 * @param system The operating system of the process by default.
 * @returns An absolute path.
 */
export function cacheFolder(
  environment: Environment = env,
  system: NodeJS.Platform = platform,
): string {
  const variable = (name: string): string | undefined => environment[name] || undefined; // an empty one counts as unset
  const own = variable('SPROUT_CACHE');
  if (own !== undefined) return resolve(own);
  const home = variable('HOME') ?? homedir();
  if (system === 'darwin') return join(home, 'Library', 'Caches', 'sprout');
  if (system === 'win32')
    return join(variable('LOCALAPPDATA') ?? join(homedir(), 'AppData', 'Local'), 'sprout');
  return join(variable('XDG_CACHE_HOME') ?? join(home, '.cache'), 'sprout');
}
