import type { Command, ReproduceSection } from '@sprout/viz';
import type { ReadRun } from '../run/read-run.ts';
import { quoted } from './quoted.ts';

/** The section of a report with the commands that repeat the runs, and the versions and hashes that the runs depend on. */
export function reproduceSection(runs: readonly [ReadRun, ...ReadRun[]]): ReproduceSection {
  const [{ record }] = runs;
  return {
    seed: record.seed,
    commands: runs.flatMap(commandsOf),
    versions: Object.entries(record.versions).map(([name, value]) => ({ name, value })),
    hashes: [
      { name: 'images', value: record.dataset.fingerprint },
      { name: 'recipe', value: record.recipeHash },
    ],
  };
}

/** The command that began a run, and those that changed its number of epochs. */
function commandsOf({ run, record: { command, extended = [] } }: ReadRun): Command[] {
  return [
    { line: ['sprout', ...command].map(quoted).join(' ') },
    ...extended.map(({ after, to }) => ({
      line: `sprout train --resume ${quoted(run.folder)} --epochs ${to}`,
      purpose: `go on after epoch ${after}, to ${to} epochs`,
    })),
  ];
}

/** The section of a report with commands that use the model of a run. */
export function useSection({ run }: ReadRun): Command[] {
  const folder = quoted(run.folder);
  return [
    {
      line: `sprout predict ${folder} more-photos`,
      purpose: 'name the class of other photographs',
    },
    {
      line: `sprout evaluate ${folder} more-photos`,
      purpose: 'measure the model on other photographs, one sub-folder a class',
    },
    {
      line: `sprout export ${folder} web-model --format tfjs`,
      purpose: 'take the model into a web page',
    },
  ];
}
