import { parseSearch } from '../config/search-section.ts';
import type { Context } from '../event/run-context.ts';
import { createRunFolder, type RunFolder } from '../run/run-folder.ts';
import type { TrainResult } from '../run/train-result.ts';
import { BASELINE, fineTuned, SMALL_NETWORK } from '../search/candidate.ts';
import { findBases } from '../search/find-bases.ts';
import { epochsIn, searchModels, type SearchResult } from '../search/search-models.ts';
import { type SearchRecord, writeSearchRecord } from '../run/search-record.ts';
import { createTrials, type CreateTrialsOptions, type Trials } from './search-trials.ts';
import { trainRun } from './train-run.ts';

/** The share of the budget for the search. The rest is for the training of the winner. */
const SEARCH = 0.55;

/** The configuration has the model `auto`. */
export interface TrainAutoOptions extends CreateTrialsOptions {
  readonly name?: string | undefined;
}

/**
 * Searches for a model, and trains the winner. The candidates are compared on a part of the training images: the validation images
 * are used once, for the figures of the winner.
 */
export async function trainAuto(options: TrainAutoOptions, context: Context): Promise<TrainResult> {
  const start = performance.now();
  const { budget, weights } = parseSearch(options.config.model);
  const leftOut: SearchRecord['leftOut'][number][] = [];
  const emit: Context['emit'] = (event) => {
    if (event.type === 'candidate-left-out') {
      const { candidate, reason } = event;
      leftOut.push({ candidate, reason });
    }
    context.emit(event);
  };
  const own = { ...context, emit };
  const candidates = [BASELINE, ...(await findBases(weights, own)), SMALL_NETWORK];
  emit({ type: 'search-started', candidates: candidates.map(({ name }) => name), seconds: budget });
  const trials = await createTrials(options, own);
  const found = await searchModels(candidates, {
    ...trials,
    seconds: budget * SEARCH,
    onLeftOut: ({ name }, reason) => emit({ type: 'candidate-left-out', candidate: name, reason }),
    refined: (ranked) => {
      const best = ranked.find(({ frozen }) => frozen);
      return best && fineTuned(best);
    },
  });
  const left = budget - (performance.now() - start) / 1000;
  const epochs = await finalEpochs(found, trials, left);
  const { accuracy } = found.best;
  emit({ type: 'search-ended', winner: found.winner.name, accuracy, epochs });
  const record = { budget, images: trials.images(), winner: found.winner.name, leftOut };
  const openRun = async (): Promise<RunFolder> => {
    const run = await createRunFolder(options.runs, { name: options.name, model: 'auto' });
    await writeSearchRecord(run.search, { ...record, trials: found.trials });
    return run;
  };
  const resolved = await trials.resolve(found.winner, { epochs });
  return await trainRun({ ...options, resolved, openRun, ...context });
}

/** The number of epochs for the winner, on all training images, in the time that is left. */
async function finalEpochs(
  { winner, best }: SearchResult,
  { images, mostEpochs }: Trials,
  seconds: number,
): Promise<number> {
  const { training, compared } = images();
  const share = training / (training + compared);
  return Math.max(winner.leastEpochs, epochsIn(seconds * share, best, await mostEpochs(winner)));
}
