// Run by write-atomic.test.ts under `ulimit -f`: writes a file that is too large and prints the error.
import { writeAtomic } from '../src/node/write/write-atomic.ts';

const [file = '', bytes = '0'] = process.argv.slice(2);
try {
  await writeAtomic(file, new Uint8Array(Number(bytes)));
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
