import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const conditions = ['@sprout/source', 'module', 'node', 'development|production'];
const register = fileURLToPath(new URL('./tools/ts-register.mjs', import.meta.url));

/** One place for what every package's vitest.config.ts shares. */
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
      // forks hand their flags on to worker_threads, so workers can run TypeScript sources too
      pool: 'forks',
      testTimeout: 60_000, // tests assert no times, and a busy machine is no failure
      execArgv: ['--conditions=@sprout/source', '--import', register],
      ...extra.test,
    },
  });
}
