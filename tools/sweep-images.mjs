/**
 * Decodes all files of a folder and compares their pixels with those of OpenCV.
 *
 *     node tools/sweep-images.mjs FOLDER [RESULTS.json]
 *
 * FOLDER is made by `scripts/fixtures/every_mode.py`. It prints how many files of each extension are equal, differ, are
 * refused, or are refused although OpenCV reads them, and each reason with an example. Any error other than a
 * `SproutError` is a failure, exit code 1. RESULTS.json receives the result for each file, to be compared with that of
 * another version. Needs `npm run build`.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isSproutError } from '@sprout/core';
import { decode } from '@sprout/imgproc';

const [folder, results] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: sweep-images FOLDER [RESULTS.json]');
const expected = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8'));

const byFile = {};
for (const [file, reference] of Object.entries(expected))
  byFile[file] = await compare(file, reference);
if (results !== undefined) await writeFile(results, JSON.stringify(byFile, null, 1));
const failures = print(byFile);
process.exitCode = failures === 0 ? 0 : 1;

async function compare(file, reference) {
  try {
    const { height, width, data } = await decode(await readFile(join(folder, file)), file);
    if (reference === null) return { kind: 'only here' };
    const sha256 = createHash('sha256').update(data).digest('hex');
    const isEqual =
      height === reference.height && width === reference.width && sha256 === reference.sha256;
    return { kind: isEqual ? 'equal' : 'differs' };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(file, 'FILE') : String(error);
    if (!isSproutError(error)) return { kind: 'failed', reason };
    return { kind: reference === null ? 'refused' : 'refused here', reason };
  }
}

function print(outcomes) {
  const kinds = {};
  const reasons = new Map();
  for (const [file, { kind, reason }] of Object.entries(outcomes)) {
    const row = (kinds[extname(file)] ??= {});
    row[kind] = (row[kind] ?? 0) + 1;
    if (reason === undefined) continue;
    const known = reasons.get(`${kind}: ${reason}`) ?? { files: 0, example: file };
    reasons.set(`${kind}: ${reason}`, { ...known, files: known.files + 1 });
  }
  console.table(kinds);
  for (const [reason, { files, example }] of reasons)
    console.log(`${files} ${reason} (${example})`);
  return Object.values(outcomes).filter(({ kind }) => kind === 'failed').length;
}
