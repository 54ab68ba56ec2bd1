import { folders, packages } from './layers.mjs';

const TEST = '\\.test\\.ts$';

const packageRules = Object.entries(packages).map(([name, allowed]) => ({
  name: `layer ${name}`,
  severity: 'error',
  comment: 'the table `packages` of layers.mjs lists the packages that it may import',
  from: { path: `^${name}/src/` },
  to: { path: '^(packages|apps)/', pathNot: `^(${[name, ...allowed].join('|')})/` },
}));

const folderRules = Object.entries(folders).flatMap(([name, table]) =>
  Object.entries(table).map(([folder, allowed]) => ({
    name: `layer ${name}/src/${folder}`,
    severity: 'error',
    comment: 'the table `folders` of layers.mjs lists the folders that it may import',
    from: { path: `^${name}/src/${folder}/[^/]+$`, pathNot: TEST },
    to: {
      path: `^${name}/src/`,
      pathNot: `^${name}/src/(${[folder, ...allowed].join('|')})/[^/]+$`,
    },
  })),
);

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
    ...packageRules,
    ...folderRules,
    {
      name: 'node-only-under-node',
      severity: 'error',
      comment: 'core and viz also run in browsers, except their folder node/',
      from: { path: '^packages/(core|viz)/src/', pathNot: `/src/node/|${TEST}` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-undeclared',
      severity: 'error',
      comment: 'declare every imported package; tests may also use those of the root',
      from: { path: '^(packages|apps)/[^/]+/src', pathNot: TEST },
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
