import { defineConfig } from 'vitest/config';
import { packageConfig } from '../../vitest.shared.ts';

// one thread of a process can load onnxruntime: tests of the engine thread need a process whose main thread has not
const threads = 'src/engine/thread/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      packageConfig('@sprout/train', { test: { exclude: [threads] } }),
      packageConfig('@sprout/train threads', { test: { include: [threads], isolate: true } }),
    ],
  },
});
