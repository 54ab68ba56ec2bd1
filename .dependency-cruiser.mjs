/** Which package may import which: one table, checked by `depcruise packages apps tests`. */
const layers = {
  core: [],
  imgproc: ['core'],
  viz: ['core'],
  train: ['core'],
  runs: ['core', 'imgproc', 'train', 'viz'],
};
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-relative-across-packages',
      severity: 'error',
      comment: 'import another package by its name, not by a path',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^(packages|apps)/[^/]+/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'layer-cli',
      severity: 'error',
      from: { path: '^apps/cli/src' },
      to: { path: '^packages/', pathNot: '^packages/(core|runs)/' },
    },
    ...Object.entries(layers).map(([name, allowed]) => ({
      name: `layer-${name}`,
      severity: 'error',
      from: { path: `^packages/${name}/src` },
      to: { path: '^(packages|apps)/', pathNot: `^packages/(${[name, ...allowed].join('|')})/` },
    })),
    {
      name: 'no-undeclared',
      severity: 'error',
      comment: 'tests may use what the root declares',
      from: { path: '^(packages|apps)/[^/]+/src', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      conditionNames: ['@sprout/source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
