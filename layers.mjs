/**
 * Who may import whom: the one place where it is said. `.dependency-cruiser.mjs` makes its rules out of these tables
 * (`npm run lint:deps`); `tests/src/architecture.test.ts` checks the tables themselves.
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
 * The folders inside a package's `src`, lowest first, with the folders that each may import. A folder stands for the
 * files directly in it. It may import only folders above its own row, so that there are no cycles. Files directly in
 * `src` may import every folder, and no folder imports them. Tests may import what they like.
 */
export const folders = {
  'packages/core': {
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
    'node/scan': ['dataset', 'errors', 'node/system'],
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
};
