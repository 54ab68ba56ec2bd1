import type { Command, ReproduceSection } from '@sprout/viz';
import type { ReadRun } from '../run/read-run.ts';
import { quoted } from '../terminal/quoted.ts';

/** How to make the same runs again, and what they were made with. */
export function reproduceSection(runs: readonly [ReadRun, ...ReadRun[]]): ReproduceSection {
  const [{ record }] = runs;
  return {
    seed: record.seed,
    commands: runs.map(({ record: { command } }) => ({
      line: ['sprout', ...command].map(quoted).join(' '),
    })),
    versions: Object.entries(record.versions).map(([name, value]) => ({ name, value })),
    hashes: [
      { name: 'images', value: record.dataset.fingerprint },
      { name: 'recipe', value: record.recipeHash },
    ],
  };
}

/** Commands that use a run's model. */
export function useSection({ run }: ReadRun): Command[] {
  const folder = quoted(run.folder);
  return [
    { line: `sprout predict ${folder} photos`, purpose: 'name the class of other photographs' },
    {
      line: `sprout evaluate ${folder} photos`,
      purpose: 'measure the model on other photographs, one sub-folder a class',
    },
    {
      line: `sprout export ${folder} web-model --format tfjs`,
      purpose: 'take the model into a web page',
    },
  ];
}
