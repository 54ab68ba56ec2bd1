// Writes the models of `exportedModels` in the formats that `scripts/fixtures/exports.py` checks, see there.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toOnnx } from '../src/export/to-onnx.ts';
import { CARD, exportedModels, IMAGES } from './exported-models.ts';

const out = process.argv[2]!; // the only argument
await mkdir(out, { recursive: true });
await writeFile(join(out, 'images.bin'), IMAGES);
for (const [name, definition] of Object.entries(exportedModels())) {
  await writeFile(join(out, `${name}.onnx`), toOnnx(definition, CARD));
}
