import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskState, type DiskState, powerFailures } from '../../../test/disk-log.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeContents } from '../../../test/write-files.ts';
import { splitByClass } from '../../split/split-by-class.ts';
import { scanFolder } from '../scan/scan-folder.ts';
import { finishSplitFiles, splitFiles } from './split-files.ts';
import { journalOf } from './split-journal.ts';
import { planSplitFiles, type SplitMode } from './split-plan.ts';
import { undoSplitFiles } from './undo-split-files.ts';

const IDS = ['a/1.png', 'a/deep/2.png', 'a/3.png', 'b/1.png', 'b/2.png'];

async function makePhotos() {
  const root = await temporaryFolder();
  const [photos, out] = [join(root, 'photos'), join(root, 'disk', 'out')];
  const before = new Map(IDS.map((id) => [join(photos, id), id]));
  await writeContents(before);
  const split = splitByClass(await scanFolder(photos), { perClass: 1, seed: 0 });
  const plan = (mode: SplitMode) => planSplitFiles(split, { out, mode });
  return { root, photos, out, before, plan, folders: { out, dataset: photos } };
}

/** Puts a folder into the state after a power failure. */
async function restore(root: string, state: DiskState): Promise<void> {
  await rm(root, { recursive: true });
  // a lock that was written in part is waited for; lock.test.ts has that case
  await writeContents(new Map([...state].filter(([path]) => !path.endsWith('.lock'))));
}

function imagesIn(state: DiskState): string[] {
  return [...new Set(state.values())].filter((text) => IDS.includes(text)).toSorted();
}

const MODES = [
  ['copy', 'the same device'],
  ['copy', 'another device'],
  ['move', 'the same device'],
  ['move', 'another device'],
] as const;

test.each(MODES)(
  'a power failure during a split in mode %s to %s loses no image',
  async (mode, device) => {
    const { root, out, before, plan, folders } = await makePhotos();
    const planned = await plan(mode);
    const devices = device === 'another device' ? [join(root, 'disk')] : [];
    const states = await powerFailures(root, () => splitFiles(planned, {}), devices);
    expect(states.length).toBeGreaterThan(5);
    for (const state of states) {
      expect(imagesIn(state)).toEqual(IDS.toSorted());
      for (const end of [undoSplitFiles, finishSplitFiles]) {
        if (!state.has(journalOf(out))) continue;
        await restore(root, state);
        await end(folders);
        if (end === finishSplitFiles) await undoSplitFiles(folders);
        expect(diskState(root)).toEqual(before);
      }
    }
  },
);

test.each(MODES)(
  'a power failure while mode %s to %s is undone loses no image',
  async (mode, device) => {
    const { root, photos, out, before, plan, folders } = await makePhotos();
    await splitFiles(await plan(mode));
    if (mode === 'move') await rm(join(photos, 'a'), { recursive: true });
    const devices = device === 'another device' ? [join(root, 'disk')] : [];
    const states = await powerFailures(root, () => undoSplitFiles(folders), devices);
    for (const state of states) {
      expect(imagesIn(state)).toEqual(IDS.toSorted());
      await restore(root, state);
      if (state.has(journalOf(out))) await undoSplitFiles(folders);
      expect(diskState(root)).toEqual(before);
    }
    await expect(stat(out)).rejects.toThrow('ENOENT');
  },
);
