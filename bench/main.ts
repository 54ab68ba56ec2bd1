import { parseArgs } from 'node:util';
import type { Benchmark } from './benchmark.ts';

/** The modules of the benchmarks, by name. */
const BENCHMARKS: Readonly<Record<string, () => Promise<{ readonly benchmark: Benchmark }>>> = {
  augment: () => import('./augment.ts'),
  ascent: () => import('./ascent.ts'),
  'cached-epochs': () => import('./cached-epochs.ts'),
  'event-loop': () => import('./event-loop.ts'),
  features: () => import('./features.ts'),
  'grad-cam': () => import('./grad-cam.ts'),
  'lite0-fine-tune': () => import('./lite0-fine-tune.ts'),
  'lite0-forward': () => import('./lite0-forward.ts'),
  memory: () => import('./memory.ts'),
  'phone-photos': () => import('./phone-photos.ts'),
  pipeline: () => import('./pipeline.ts'),
  predict: () => import('./predict.ts'),
  startup: () => import('./startup.ts'),
  'train-head': () => import('./train-head.ts'),
  'train-logistic': () => import('./train-logistic.ts'),
  'train-run': () => import('./train-run.ts'),
  'train-small-cnn': () => import('./train-small-cnn.ts'),
  'vgg16-forward': () => import('./vgg16-forward.ts'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { peer: { type: 'string', multiple: true }, only: { type: 'string' } },
});
const [name = ''] = positionals;
const load = Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined;
if (load === undefined) {
  console.error(
    `npm run bench -- NAME [--peer PYTHON]... [--only START,...]; names: ${Object.keys(BENCHMARKS).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  const { benchmark } = await load();
  await benchmark({ peer: values.peer?.join(','), only: values.only });
}
