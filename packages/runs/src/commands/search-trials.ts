import type { Config, ConfigInput } from '../config/config-schema.ts';
import { resolveTrain } from '../config/resolve-train.ts';
import { shortWarmUp } from '../config/short-warm-up.ts';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { SizedRecipeOptions } from '../config/sized-recipe.ts';
import type { Context } from '../event/run-context.ts';
import { createRunFolder } from '../run/run-folder.ts';
import type { Candidate } from '../search/candidate.ts';
import { imageSeconds } from '../search/image-seconds.ts';
import type { SearchOptions, Trial, TryOptions } from '../search/search-models.ts';
import type { SearchRecord } from '../run/search-record.ts';
import { trialContext } from '../search/trial-context.ts';
import { trainRun } from './train-run.ts';

/** The share of the training images on which the candidates are compared. */
const COMPARED = 0.2;

/** The time of an epoch of the head on augmented images, as a share of that of an epoch of all layers. */
const HEAD_EPOCH = 0.4;

export interface CreateTrialsOptions extends SizedRecipeOptions {
  readonly config: Config;
  readonly command: readonly string[];
  readonly runs: string;
}

/** The trainings of a search. */
export interface Trials extends Pick<SearchOptions, 'tryOut' | 'mostEpochs' | 'estimate'> {
  /** The configuration of a candidate. With `epochs`, the weights of the last epoch become the model. */
  readonly resolve: (candidate: Candidate, options: ResolveOptions) => Promise<ResolvedTraining>;
  /** The numbers of images of the last trial. */
  readonly images: () => SearchRecord['images'];
}

interface ResolveOptions {
  readonly epochs?: number;
  /** Whether the validation images are put aside. */
  readonly compares?: boolean;
}

/** Creates the folder of the runs of a search, and the functions that train candidates in it. */
export async function createTrials(
  { config, size, fit, command, runs }: CreateTrialsOptions,
  context: Context,
): Promise<Trials> {
  const { folder } = await createRunFolder(runs, { model: 'auto-search' });
  let counts: SearchRecord['images'] = { training: 0, compared: 0 };
  const { resolve, defaultsOf } = candidateSettings({ config, size, fit, runs, context });
  const mostEpochs = async (candidate: Candidate): Promise<number> =>
    config.train.epochs ?? (await defaultsOf(candidate)).train.epochs;
  const estimate = async (candidate: Candidate): Promise<number | undefined> => {
    const settings = await defaultsOf(candidate);
    const seconds = await imageSeconds(settings, context.signal);
    return seconds && seconds * passesOfLeast(candidate, settings, counts);
  };
  const tryOut = async (candidate: Candidate, { round, epochs }: TryOptions): Promise<Trial> => {
    const { emit } = context;
    const { name } = candidate;
    const resolved = await resolve(candidate, { epochs, compares: true });
    emit({ type: 'trial-started', candidate: name, round, epochs });
    const start = performance.now();
    const passed = (): number => (performance.now() - start) / 1000;
    let accuracy: number | undefined;
    try {
      const openRun = () =>
        createRunFolder(folder, { name: `${name}-${epochs}-epochs-${round}`, model: name });
      const watched = watchEpochs(trialContext(context));
      const result = await trainRun({ resolved, command, runs, openRun, ...watched.context });
      counts = { training: result.samples.training, compared: result.samples.validation };
      accuracy = result.validationAccuracy;
      const loss = result.validationLoss;
      const epochSeconds = watched.lastSeconds();
      return { candidate: name, round, epochs, accuracy, loss, epochSeconds, seconds: passed() };
    } finally {
      emit({ type: 'trial-ended', candidate: name, epochs, accuracy, seconds: passed() });
    }
  };
  return { resolve, mostEpochs, estimate, tryOut, images: () => counts };
}

/** A context that remembers the time of the last epoch. */
function watchEpochs({ emit, signal }: Context) {
  let seconds = 0;
  const watching: Context['emit'] = (event) => {
    if (event.type === 'epoch') ({ seconds } = event.metrics);
    emit(event);
  };
  return { context: { signal, emit: watching }, lastSeconds: () => seconds };
}

/** The number of images in the smallest number of epochs of a base: those of forward passes if it is frozen, else of training steps. */
function passesOfLeast(
  { frozen, leastEpochs }: Candidate,
  { train: { stages } }: ResolvedTraining,
  { training, compared }: SearchRecord['images'],
): number {
  if (frozen) return training + compared;
  const ofHead = stages?.[0]?.epochs ?? 0;
  return training * (leastEpochs - ofHead + ofHead * HEAD_EPOCH);
}

interface CandidateSettingsOptions extends Pick<
  CreateTrialsOptions,
  'config' | 'size' | 'fit' | 'runs'
> {
  readonly context: Context;
}

interface CandidateSettings extends Pick<Trials, 'resolve'> {
  /** The configuration of a candidate without changes. It is resolved once, because that reads the file of the weights. */
  readonly defaultsOf: (candidate: Candidate) => Promise<ResolvedTraining>;
}

function candidateSettings(options: CandidateSettingsOptions): CandidateSettings {
  const defaults = new Map<string, Promise<ResolvedTraining>>();
  const resolve: CandidateSettings['resolve'] = (candidate, own) =>
    resolveCandidate(candidate, { ...options, ...own });
  const defaultsOf = (candidate: Candidate): Promise<ResolvedTraining> => {
    const known = defaults.get(candidate.name) ?? resolve(candidate, {});
    defaults.set(candidate.name, known);
    return known;
  };
  return { resolve, defaultsOf };
}

async function resolveCandidate(
  { model }: Candidate,
  {
    config,
    size,
    fit,
    runs,
    context,
    epochs,
    compares = false,
  }: CandidateSettingsOptions & ResolveOptions,
): Promise<ResolvedTraining> {
  const own = {
    ...config,
    model,
    data: { ...config.data, ...(compares && { innerValidation: { fraction: COMPARED } }) },
    train: { ...config.train, ...(epochs !== undefined && { epochs, keep: 'last' }) },
  } as ConfigInput; // checked: the configuration was parsed, and a candidate has a known name
  const { emit, signal } = trialContext(context);
  const resolved = await resolveTrain({ config: own, size, fit, runs }, { onEvent: emit, signal });
  const { train } = resolved;
  const schedule = shortWarmUp(train.schedule, train.epochs); // also one that the configuration gives
  return { ...resolved, train: { ...train, schedule } };
}
