// Writes the models of `exportedModels` in the formats that `scripts/fixtures/exports.py` checks, see there.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toOnnx } from '../src/export/to-onnx.ts';
import { toKerasWeights } from '../src/export/to-keras-weights.ts';
import { encodeHdf5 } from '../src/weights/hdf5/write/encode-hdf5.ts';
import { CARD, exportedModels, IMAGES } from './exported-models.ts';
import { manyGroups } from './many-groups.ts';

const out = process.argv[2]!; // the only argument
await mkdir(out, { recursive: true });
await writeFile(join(out, 'images.bin'), IMAGES);
await writeFile(join(out, 'many.h5'), encodeHdf5(manyGroups()));
for (const [name, definition] of Object.entries(exportedModels())) {
  await writeFile(join(out, `${name}.onnx`), toOnnx(definition, CARD));
  await writeFile(join(out, `${name}.h5`), toKerasWeights(definition, CARD));
}
