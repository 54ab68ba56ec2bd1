import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { openSync } = fs;

/** Opening a file named `stuck…` takes for ever, as on a network disk that is gone. */
fs.openSync = (path, ...options) => {
  if (String(path).includes('stuck')) for (;;);
  return openSync(path, ...options);
};
syncBuiltinESMExports();

export { runTask } from '../src/worker/worker.ts';
