import { expect, test } from 'vitest';
import { BASELINE, type Candidate, fineTuned, frozenBase, SMALL_NETWORK } from './candidate.ts';
import { epochsIn, type SearchOptions, searchModels, type Trial } from './search-models.ts';

/** The accuracy after a number of epochs, and the seconds of an epoch. */
interface Behaviour {
  readonly accuracy: (epochs: number) => number;
  readonly epochSeconds: number;
  readonly overhead?: number;
}

const slowStart = { accuracy: (epochs: number) => 0.9 * (1 - 0.8 ** epochs), epochSeconds: 2 };
const quick = { accuracy: () => 0.7, epochSeconds: 0.5, overhead: 10 };
const weak = { accuracy: () => 0.3, epochSeconds: 1 };

const BASE = frozenBase({ name: 'mobilenet-v2' });
const CANDIDATES = [BASELINE, BASE, SMALL_NETWORK];

function options(
  behaviours: Readonly<Record<string, Behaviour>>,
  more: Partial<SearchOptions> = {},
): SearchOptions & { readonly tried: Trial[]; readonly leftOut: string[] } {
  const tried: Trial[] = [];
  const leftOut: string[] = [];
  return {
    tried,
    leftOut,
    seconds: 200,
    mostEpochs: async () => 30,
    estimate: async () => undefined,
    refined: () => undefined,
    onLeftOut: ({ name }, reason) => void leftOut.push(`${name}: ${reason}`),
    tryOut: async ({ name }, { round, epochs }) => {
      const { accuracy, epochSeconds, overhead = 0 } = behaviours[name]!; // of each candidate
      const seconds = overhead + epochs * epochSeconds;
      const trial = {
        candidate: name,
        round,
        epochs,
        accuracy: accuracy(epochs),
        loss: 1,
        epochSeconds,
        seconds,
      };
      tried.push(trial);
      return trial;
    },
    ...more,
  };
}

const behaviours = { logistic: weak, 'small-cnn': slowStart, 'mobilenet-v2': quick };

test('a model that needs many epochs wins where it has the time for them', async () => {
  const own = options(behaviours);
  const { winner, best, trials } = await searchModels(CANDIDATES, own);
  expect(winner.name).toBe('small-cnn');
  expect(best).toMatchObject({ round: 2, epochs: 30 });
  expect(trials).toEqual(own.tried);
});

test('a model that is quick wins where there is little time', async () => {
  const { winner } = await searchModels(CANDIDATES, options(behaviours, { seconds: 30 }));
  expect(winner.name).toBe('mobilenet-v2');
});

test('each candidate trains one epoch, and then as many as its time allows; the rest of its time goes to those after it', async () => {
  const own = options(behaviours);
  await searchModels(CANDIDATES, own);
  const epochs = (name: string, round: number) =>
    own.tried
      .filter((trial) => trial.candidate === name && trial.round === round)
      .map((trial) => trial.epochs);
  expect(epochs('logistic', 1)).toEqual([1, 25]); // (80 / 3 - 1) / 1
  expect(epochs('mobilenet-v2', 1)).toEqual([1, 13]); // ((80 - 26) / 2 - 10.5 - 10) / 0.5
  expect(epochs('small-cnn', 1)).toEqual([1, 12]); // (80 - 26 - 27 - 2) / 2
  expect(epochs('logistic', 2)).toEqual([]); // the worse half
});

test('a candidate that has trained to the end is not trained again', async () => {
  const own = options(behaviours, { seconds: 2000 });
  await searchModels(CANDIDATES, own);
  expect(own.tried.filter(({ round }) => round === 2)).toEqual([]);
});

const TUNED = { accuracy: () => 0.95, epochSeconds: 10 };
const refined = (ranked: readonly Candidate[]) => {
  const base = ranked.find(({ frozen }) => frozen);
  return base && fineTuned(base);
};

test('the refined candidate trains once in the second round, in the time that the others leave', async () => {
  const estimate = async ({ leastEpochs }: Candidate) => (leastEpochs > 1 ? 50 : undefined);
  const own = options(
    { ...behaviours, 'mobilenet-v2-fine-tuned': TUNED },
    { seconds: 400, refined, estimate },
  );
  const { winner, best } = await searchModels(CANDIDATES, own);
  expect(winner).toMatchObject({
    name: 'mobilenet-v2-fine-tuned',
    model: { trainable: 'head,all' },
  });
  expect(best).toMatchObject({ round: 2, epochs: 24 }); // 240 s
  expect(own.tried.filter(({ candidate }) => candidate === winner.name)).toHaveLength(1);
});

test('a candidate that had most of the time of the first round is not trained anew in its share of the second', async () => {
  const fast = { accuracy: () => 0.5, epochSeconds: 0.1 };
  const own = options(
    {
      logistic: fast,
      'mobilenet-v2': fast,
      'small-cnn': slowStart,
      'mobilenet-v2-fine-tuned': TUNED,
    },
    { refined, mostEpochs: async ({ name }) => (name === 'small-cnn' ? 100 : 30) },
  );
  await searchModels(CANDIDATES, own);
  const epochs = own.tried
    .filter(({ candidate }) => candidate === 'small-cnn')
    .map((trial) => trial.epochs);
  expect(epochs).toEqual([1, 35]);
});

test('the refined candidate is left out where its least epochs do not fit', async () => {
  const estimate = async ({ leastEpochs }: Candidate) => (leastEpochs > 1 ? 500 : undefined);
  const own = options(behaviours, { refined, estimate });
  await searchModels(CANDIDATES, own);
  expect(own.leftOut).toEqual([
    expect.stringMatching(/^mobilenet-v2-fine-tuned: 5 epochs take about 500 s, and it has \d+ s$/),
  ]);
});

test('a candidate that would take too long is left out, with the reason', async () => {
  const own = options(behaviours, { estimate: async ({ frozen }) => (frozen ? 50.2 : undefined) });
  const { winner } = await searchModels(CANDIDATES, own);
  expect(winner.name).toBe('small-cnn');
  expect(own.leftOut).toEqual(['mobilenet-v2: an epoch takes about 51 s, and it has 27 s']);
});

test('of equally accurate candidates the one with the smaller loss wins', async () => {
  const own = options({ logistic: quick, 'small-cnn': quick });
  const { tryOut } = own;
  const lossOf = (name: string): number => (name === 'logistic' ? 0.4 : 0.6);
  const { winner } = await searchModels([BASELINE, SMALL_NETWORK], {
    ...own,
    tryOut: async (candidate, plan) => ({
      ...(await tryOut(candidate, plan)),
      loss: lossOf(candidate.name),
    }),
  });
  expect(winner.name).toBe('logistic');
});

test('the time before the first epoch counts for each training, and short first epochs too', () => {
  const trial = {
    candidate: 'a',
    round: 1,
    epochs: 2,
    accuracy: 1,
    loss: 0,
    epochSeconds: 3,
    seconds: 10,
  };
  expect(epochsIn(20, trial, 30)).toBe(5);
  expect(epochsIn(200, trial, 30)).toBe(30);
  expect(epochsIn(5, trial, 30)).toBe(0);
  expect(epochsIn(20, { ...trial, epochs: 4, epochSeconds: 4 }, 30)).toBe(6); // 10 s for the first four
});
