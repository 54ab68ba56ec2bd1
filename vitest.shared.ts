import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const conditions = ['@sprout/source', 'module', 'node', 'development|production'];
const register = fileURLToPath(new URL('./tools/ts-register.mjs', import.meta.url));

/** The configuration that the vitest.config.ts of every package uses. */
export function packageConfig(name: string, extra: ViteUserConfig = {}): ViteUserConfig {
  return defineConfig({
    ...extra,
    // workspace packages resolve to their TypeScript sources (no build before tests)
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      name,
      environment: 'node',
      include: ['src/**/*.test.ts'],
      benchmark: { include: ['src/**/*.bench.ts'] },
      // worker threads inherit the flags of forks, so that they can run TypeScript sources
      pool: 'forks',
      // the test files of a package share their imports: most of a run's time would be spent importing
      isolate: false,
      testTimeout: 60_000, // a slow machine must not fail a test
      execArgv: ['--conditions=@sprout/source', '--import', register],
      ...extra.test,
    },
  });
}
