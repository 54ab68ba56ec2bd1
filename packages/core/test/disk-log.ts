import promises from 'node:fs/promises';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

interface Inode {
  readonly isFolder: boolean;
  /** What the disk holds of a file: its content at the last flush. */
  flushed: string;
}

type Names = ReadonlyMap<string, Inode>;

/** The files below a folder after a power failure: path -> content. */
export type DiskState = ReadonlyMap<string, string>;

/**
 * Records what remains of the files below a folder if the power fails after each change that `act` makes. The disk is as
 * unkind as it may be: a new name is lost unless its folder was flushed since, a removed name is gone at once, and a file that was
 * not flushed is empty.
 *
 * @param devices Folders on devices of their own: links between them fail.
 */
export async function powerFailures(
  root: string,
  act: () => Promise<unknown>,
  devices: readonly string[] = [],
): Promise<DiskState[]> {
  const live = namesBelow(root);
  let durable: Names = new Map(live);
  const states: DiskState[] = [];
  const log = (change: () => void): void => {
    change();
    const state = survivors(root, durable);
    if (!isDeepStrictEqual(state, states.at(-1))) states.push(state);
  };
  const add = (path: string, isFolder: boolean): void => {
    if (!live.has(path)) live.set(path, { isFolder, flushed: '' });
  };
  const remove = (path: string): void => {
    live.delete(path);
    durable = new Map([...durable].filter(([name]) => name !== path));
  };
  const sync = (path: string): void => {
    const inode = live.get(path)!;
    if (!inode.isFolder) inode.flushed = readFileSync(path, 'utf8');
    const kept = [...durable].filter(([name]) => dirname(name) !== path);
    const named = [...live].filter(([name]) => dirname(name) === path);
    if (inode.isFolder) durable = new Map([...kept, ...named]);
  };
  const deviceOf = (path: string) => devices.find((device) => path.startsWith(device));

  const real = { ...promises };
  const replaced: Partial<typeof promises> = {
    link: async (from, to) => {
      if (deviceOf(String(from)) !== deviceOf(String(to)))
        throw Object.assign(new Error('EXDEV'), { code: 'EXDEV', syscall: 'link' });
      await real.link(from, to);
      log(() => live.set(String(to), live.get(String(from))!));
    },
    rename: async (from, to) => {
      await real.rename(from, to);
      log(() => {
        live.set(String(to), live.get(String(from))!);
        live.delete(String(from));
      });
    },
    rm: async (path, options) => {
      await real.rm(path, options);
      log(() => remove(String(path)));
    },
    rmdir: async (path) => {
      await real.rmdir(path);
      log(() => remove(String(path)));
    },
    copyFile: async (from, to, mode) => {
      await real.copyFile(from, to, mode);
      log(() => add(String(to), false));
    },
    open: async (path, flags, mode) => {
      const handle = await real.open(path, flags, mode);
      const flush = handle.sync.bind(handle);
      if (flags === 'wx') log(() => add(String(path), false));
      handle.sync = async () => {
        await flush();
        log(() => sync(String(path)));
      };
      return handle;
    },
  };
  const mkdir = async (path: string, options?: { recursive?: boolean }) => {
    const made = await real.mkdir(path, options);
    log(() => {
      for (let at = path; at.startsWith(root); at = dirname(at)) add(at, true);
    });
    return made;
  };
  Object.assign(promises, replaced, { mkdir });
  syncBuiltinESMExports();
  try {
    await act();
  } finally {
    Object.assign(promises, real);
    syncBuiltinESMExports();
  }
  return states;
}

/** The files below a folder: path -> content. */
export function diskState(root: string): DiskState {
  return survivors(root, namesBelow(root));
}

function namesBelow(root: string): Map<string, Inode> {
  const names = new Map<string, Inode>([[root, { isFolder: true, flushed: '' }]]);
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const path = join(root, name);
    const isFolder = statSync(path).isDirectory();
    names.set(path, { isFolder, flushed: isFolder ? '' : readFileSync(path, 'utf8') });
  }
  return names;
}

/** The files whose folders are all on the disk. */
function survivors(root: string, durable: Names): DiskState {
  const files = new Map<string, string>();
  for (const [path, { isFolder, flushed }] of durable) {
    let folder = dirname(path);
    while (folder.startsWith(root) && durable.has(folder)) folder = dirname(folder);
    if (!isFolder && !folder.startsWith(root)) files.set(path, flushed);
  }
  return files;
}
