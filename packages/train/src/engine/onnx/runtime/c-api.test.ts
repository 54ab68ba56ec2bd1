import { expect, test } from 'vitest';
import { onnxruntime } from '../../../../test/onnxruntime-here.ts';
import { cApi } from './c-api.ts';
import { libraryFile } from './library-file.ts';
import { loadKoffi } from './load-koffi.ts';

test.skipIf(onnxruntime === undefined)('a library of another version is refused', async () => {
  const koffi = await loadKoffi();
  const library = libraryFile();
  expect(() => cApi(koffi, library, '1.99.0')).toThrow(`${library} has version 1.16.3, not 1.99.0`);
});

test.skipIf(onnxruntime === undefined)('a status that is not null is thrown', async () => {
  const api = cApi(await loadKoffi(), libraryFile(), '1.16.3');
  const options = new BigUint64Array(1);
  api.createSessionOptions(options);
  expect(() => api.setSessionGraphOptimizationLevel(options[0]!, 7)).toThrow(
    'graph_optimization_level is not valid',
  );
  api.setSessionGraphOptimizationLevel(options[0]!, 0);
  api.releaseSessionOptions(options[0]!);
});
