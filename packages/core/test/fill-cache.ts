// Run by record-cache.test.ts, which kills it: fills a record cache over and over, renewing the sources each time.
import { utimes } from 'node:fs/promises';
import { cachedSource } from '../src/node/cached-source.ts';
import { openRecordCache } from '../src/node/cache/record-cache.ts';
import { scanFolder } from '../src/node/scan/scan-folder.ts';
import { batches } from '../src/stream/batches.ts';
import { CHANNELS, fakeSource, HEIGHT, WIDTH } from './fake-source.ts';

const [photos = '', folder = '', firstVersion = '0'] = process.argv.slice(2);
const { samples } = await scanFolder(photos);
console.log('ready');
for (let version = Number(firstVersion); ; version++) {
  // the version of a file is its modification time in seconds
  for (const { path } of samples) await utimes(path, version, version);
  await using cache = await openRecordCache(folder, {
    key: 'test',
    height: HEIGHT,
    width: WIDTH,
    channels: CHANNELS,
  });
  const source = cachedSource(fakeSource({ version: () => version }), cache);
  for await (const _ of batches(source, {
    samples,
    recipe: [],
    batchSize: 8,
    seed: 0,
    epoch: version,
  }));
}
