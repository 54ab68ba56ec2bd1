import { resolve } from 'node:path';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { resolveResume, type ResumeOptions } from '../run/resolve-resume.ts';
import { runFolder } from '../run/run-folder.ts';
import type { TrainResult } from '../run/train-result.ts';
import { trainRun } from './train-run.ts';

/** See `resume` in `commands.ts`. */
export async function resume(options: ResumeOptions, context?: RunContext): Promise<TrainResult> {
  const { run, data, epochs } = options;
  return await trainRun({
    resolved: await resolveResume(options),
    command: ['train', '--resume', run], // a resumed run keeps the command in its record
    runs: resolve(run, '..'),
    openRun: async () => runFolder(run),
    moved: data !== undefined,
    epochs,
    ...contextOf(context),
  });
}
