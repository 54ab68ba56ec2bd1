import { trainFolders } from './layers.train.mjs';

/**
 * The allowed imports between packages and between folders. `.dependency-cruiser.mjs` makes its rules from these tables
 * (`npm run lint:deps`); `tests/src/architecture.test.ts` checks the tables.
 */

/** Each package, lowest first, with the packages that it may import. */
export const packages = {
  'packages/core': [],
  'packages/imgproc': ['packages/core'],
  'packages/train': ['packages/core'],
  'packages/viz': ['packages/core'],
  'packages/runs': ['packages/core', 'packages/imgproc', 'packages/train', 'packages/viz'],
  'apps/cli': ['packages/core', 'packages/runs'],
};

/**
 * The folders in the `src` of each package, lowest first, with the folders that each may import. A row is about the files directly
 * in the folder. It may only list folders above it, so that there are no cycles. Files directly in `src` may import every folder,
 * and no folder may import them. Tests may import anything.
 */
export const folders = {
  'packages/core': {
    format: [],
    gradient: [],
    run: [],
    table: [],
    text: [],
    errors: ['text'],
    random: ['errors'],
    raster: ['errors'],
    dataset: ['errors'],
    split: ['dataset', 'errors', 'random', 'table'],
    plan: ['errors', 'random'],
    stream: ['dataset', 'errors', 'plan', 'raster'],
    'health/report': ['text'],
    'health/duplicates': ['health/report'],
    'health/giveaways': ['health/report', 'random'],
    health: ['health/duplicates', 'health/giveaways', 'health/report'],
    'node/thread': [],
    'node/system': ['errors'],
    'node/write': ['errors', 'node/system'],
    'node/run': ['errors', 'node/system', 'node/write', 'run', 'table'],
    'node/scan': ['dataset', 'errors', 'format', 'node/system'],
    'node/split': ['dataset', 'errors', 'node/system', 'node/write', 'split', 'table'],
    'node/cache': ['dataset', 'node/system', 'node/write', 'text'],
    node: ['dataset', 'errors', 'node/cache', 'node/system', 'stream', 'text'],
  },
  'packages/viz': {
    text: [],
    svg: ['text'],
    node: ['svg'],
    pictures: ['svg', 'text'],
    plots: ['svg', 'text'],
    'report/data': ['plots'],
    'report/parts': ['report/data', 'svg', 'text'],
    'report/sections': ['plots', 'report/data', 'report/parts', 'text'],
    report: ['report/data', 'report/parts', 'report/sections', 'svg'],
  },
  'packages/imgproc': {
    'codec/headers': [],
    facts: ['codec/headers'],
    wasm: [],
    kernels: ['wasm'],
    opencv: [],
    'codec/jpeg': ['codec/headers', 'wasm'],
    codec: ['codec/headers', 'codec/jpeg'],
    'op-contract': ['kernels', 'opencv'],
    'op-list': ['op-contract'],
    'keras/transform': ['kernels'],
    'keras/standardize': ['keras/transform'],
    keras: ['codec', 'kernels', 'keras/standardize', 'keras/transform', 'op-contract'],
    'ops/policy': ['kernels', 'op-contract'],
    ops: ['kernels', 'keras/transform', 'op-contract', 'ops/policy'],
    task: ['op-contract'],
    recipe: ['op-list', 'ops'],
    synthetic: ['codec'],
    augmentation: ['op-contract', 'op-list', 'opencv', 'ops'],
    worker: ['augmentation', 'codec', 'facts', 'op-contract', 'op-list', 'opencv', 'ops', 'task'],
    pool: ['augmentation', 'op-contract', 'op-list', 'ops', 'recipe', 'task', 'worker'],
  },
  'packages/train': trainFolders,
  'packages/runs': {
    event: [],
    options: [],
    transfer: ['event', 'options'],
    config: ['event', 'options', 'transfer'],
    images: ['config', 'event', 'options'],
    features: ['config', 'event', 'images', 'options', 'transfer'],
    run: ['config', 'event', 'features', 'images', 'options', 'transfer'],
    augmentation: ['config', 'event', 'images', 'run'],
    search: ['config', 'event', 'transfer'],
    model: ['run', 'transfer'],
    export: ['options'],
    report: ['config', 'images', 'run', 'transfer'],
    commands: [
      'augmentation',
      'config',
      'event',
      'export',
      'features',
      'images',
      'model',
      'options',
      'report',
      'run',
      'search',
      'transfer',
    ],
  },
  'apps/cli': {
    options: [],
    process: [],
    terminal: ['process'],
    commands: ['process', 'terminal'],
    program: ['commands', 'options', 'process'],
  },
};
