import {
  isSproutError,
  readMetrics,
  readRunRecord,
  type RunRecord,
  SproutError,
  systemReason,
} from '@sprout/core';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DEFAULTS } from '../options/limits.ts';
import { evaluationSchema } from '../run/evaluation-record.ts';
import { pathExists } from '../run/path-exists.ts';
import { readJson } from '../run/read-json.ts';
import { type RunFolder, runFolder } from '../run/run-folder.ts';
import { runHolder } from '../run/run-holder.ts';
import { trainingSeconds } from '../run/training-seconds.ts';

export interface ListRunsOptions {
  /** The folder with the runs. `runs` by default. */
  readonly runs?: string | undefined;
}

/** A run in one line. */
export interface RunSummary {
  readonly run: string;
  readonly name: string;
  /** `stopped` if the process of the run has ended without writing a state, for example because it was killed. */
  readonly state: RunRecord['state'] | 'stopped';
  readonly model: string;
  /** On the validation images; `undefined` for a run that is not finished. */
  readonly validationAccuracy: number | undefined;
  /** Only of a model of tags. */
  readonly validationF2: number | undefined;
  readonly samples: RunRecord['dataset']['samples'];
  /** The data set. */
  readonly folder: string;
  /** ISO 8601, UTC. */
  readonly started: string;
  /** The time of the epochs; `undefined` before the first one is finished. */
  readonly seconds: number | undefined;
  /** The time of the whole run, with its evaluation and report. */
  readonly totalSeconds: number | undefined;
}

/** A folder that should hold a run, and the reason why it cannot be read. */
export interface UnreadableRun {
  readonly run: string;
  readonly reason: string;
}

export interface ListRunsResult {
  /** The latest first. */
  readonly runs: readonly RunSummary[];
  readonly unreadable: readonly UnreadableRun[];
}

const configSchema = z.looseObject({ model: z.looseObject({ name: z.string() }) });

/** See `listRuns` in `run-commands.ts`. */
export async function listRuns({
  runs: folder = DEFAULTS.runs,
}: ListRunsOptions = {}): Promise<ListRunsResult> {
  const runs: RunSummary[] = [];
  const unreadable: UnreadableRun[] = [];
  for (const name of await foldersIn(folder)) {
    const run = runFolder(join(folder, name));
    if (!(await pathExists(run.record))) continue; // another folder, or a run that has not begun
    try {
      runs.push(await summaryOf(run, name));
    } catch (error) {
      if (!isSproutError(error)) throw error;
      unreadable.push({ run: run.folder, reason: error.message });
    }
  }
  return { runs: runs.toSorted((a, b) => (a.started < b.started ? 1 : -1)), unreadable };
}

/** @throws {SproutError} `folder-missing`, `file-unreadable` */
async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (cause) {
    if (!(await pathExists(folder))) throw new SproutError('folder-missing', { folder }, { cause });
    throw new SproutError('file-invalid', { file: folder, reason: systemReason(cause) }, { cause });
  }
}

async function summaryOf(run: RunFolder, name: string): Promise<RunSummary> {
  const { state, config, dataset, timings } = await readRunRecord(run.record);
  const evaluation = (await pathExists(run.evaluation))
    ? await readJson(run.evaluation, evaluationSchema)
    : undefined;
  return {
    run: run.folder,
    name,
    state: state === 'running' ? await runningState(run) : state,
    model: configSchema.safeParse(config).data?.model.name ?? '',
    validationAccuracy: evaluation?.accuracy,
    validationF2: evaluation?.f2,
    samples: dataset.samples,
    folder: dataset.folder,
    started: timings.started,
    seconds: (await pathExists(run.metrics))
      ? trainingSeconds(await readMetrics(run.metrics))
      : undefined,
    totalSeconds: timings.seconds['total'],
  };
}

/** The state of a run whose record says that it is running. */
async function runningState(run: RunFolder): Promise<RunSummary['state']> {
  if ((await runHolder(run)) !== undefined) return 'running';
  const { state } = await readRunRecord(run.record); // it may have ended after the first reading
  return state === 'running' ? 'stopped' : state;
}
