import { parseRecipe, recipeHash } from '@sprout/imgproc';
import { loadModel, toByteInput } from '@sprout/train';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveColourModel } from '../../test/colour-model.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { exportModel } from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let run: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  run = join(folder.path, 'run');
  await saveColourModel(join(run, 'model'));
});

afterAll(() => folder[Symbol.asyncDispose]());

const FILES = ['model.json', 'weights.bin', 'sprout.json'];

test('the model of a run is written with its card; it takes pixels from 0 to 255', async () => {
  const out = join(folder.path, 'deep', 'web-model');
  const result = await exportModel({ run, out, page: false });
  expect(result).toEqual({ format: 'tfjs', files: FILES.map((name) => join(out, name)) });
  expect((await readdir(out)).toSorted()).toEqual(FILES.toSorted());
  const own = await loadModel(join(run, 'model'));
  const exported = await loadModel(out);
  expect(exported.card).toEqual(own.card);
  expect(exported.definition).toEqual(toByteInput(own.definition));
  expect(exported.definition.input.normalisation).toEqual({
    mean: [0, 0, 0],
    deviation: [1, 1, 1],
  });
});

test('a page that uses the model is written beside it, with TensorFlow.js', async () => {
  const out = join(folder.path, 'with-page');
  const { files, pageFault } = await exportModel({ run, out });
  expect(pageFault).toBeUndefined();
  expect((await readdir(out)).toSorted()).toEqual(files.map((file) => basename(file)).toSorted());
  const page = await readFile(join(out, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/src="([^"]+)"/g)].map(([, name = '']) => name);
  expect(scripts).toHaveLength(4);
  for (const name of scripts) expect(await readdir(out)).toContain(name);
  await exportModel({ run, out }); // the same files
});

test('a recipe that only runs in Node is told', async () => {
  const recipe = parseRecipe([{ op: 'resize', height: 4, width: 4, resampler: 'cv2-area' }]);
  const model = join(folder.path, 'area');
  await saveColourModel(model, { recipe, recipeHash: recipeHash(recipe) });
  const { pageFault } = await exportModel({ run: model, out: join(folder.path, 'area-out') });
  expect(pageFault).toBe(
    'the resampler cv2-area runs only in Node; cv2-linear and the resamplers of Pillow, such as pil-bilinear, run in a web page too',
  );
});

test('an exported model can be loaded and exported again', async () => {
  const first = join(folder.path, 'first');
  const second = join(folder.path, 'second');
  await exportModel({ run, out: first });
  await exportModel({ run: first, out: second, format: 'tfjs' });
  expect(await loadModel(second)).toEqual(await loadModel(first));
});

test('another model is not overwritten, and nothing is written beside it', async () => {
  const out = join(folder.path, 'taken');
  await mkdir(out);
  await writeFile(join(out, 'model.json'), '{}');
  await expect(exportModel({ run, out })).rejects.toMatchObject({
    code: 'file-exists',
    context: { file: join(out, 'model.json') },
  });
  expect(await readdir(out)).toEqual(['model.json']);
});

test('a folder with photographs is refused, and nothing is written into it', async () => {
  const out = join(folder.path, 'photos');
  await mkdir(join(out, 'Charlock'), { recursive: true });
  await expect(exportModel({ run, out })).rejects.toMatchObject({
    code: 'folder-occupied',
    message: `${out} holds files that are not of an export, such as Charlock; name a folder that is new or empty`,
  });
  expect(await readdir(out)).toEqual(['Charlock']);
});

test('a second format goes beside the first one', async () => {
  const out = join(folder.path, 'two');
  await exportModel({ run, out, page: false });
  await exportModel({ run, out, format: 'onnx' });
  expect((await readdir(out)).toSorted()).toEqual([...FILES, 'model.onnx'].toSorted());
});

test('a page of the same name is kept', async () => {
  const out = join(folder.path, 'site');
  await mkdir(out);
  await writeFile(join(out, 'index.html'), '<html>');
  await expect(exportModel({ run, out })).rejects.toMatchObject({ code: 'file-exists' });
  await exportModel({ run, out, page: false });
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('<html>');
  expect((await readdir(out)).toSorted()).toEqual(['index.html', ...FILES].toSorted());
});

test.each(FILES.flatMap((name) => [[name], FILES.filter((other) => other !== name)]))(
  'a second call finishes an export that lacks %s',
  async (...missing) => {
    const out = join(folder.path, `half-${missing.join('-')}`);
    await exportModel({ run, out, page: false });
    const before = await loadModel(out);
    for (const name of missing) await rm(join(out, name));
    await exportModel({ run, out, page: false });
    expect(await loadModel(out)).toEqual(before);
  },
);

test.each([
  ['onnx', 'model.onnx'],
  ['safetensors', 'model.safetensors'],
  ['keras-weights', 'keras-weights.h5'],
] as const)(
  'the format %s is one file, and writing it again changes nothing',
  async (format, name) => {
    const out = join(folder.path, `as-${format}`);
    expect(await exportModel({ run, out, format })).toEqual({ format, files: [join(out, name)] });
    expect(await readdir(out)).toEqual([name]);
    const bytes = await readFile(join(out, name));
    for (const label of ['blue', 'red']) expect(bytes.includes(label)).toBe(true);
    await exportModel({ run, out, format });
    expect(await readFile(join(out, name))).toEqual(bytes);
  },
);

test('an unknown format is refused', async () => {
  const out = join(folder.path, 'unknown');
  const given = { run, out, format: 'pickle' as 'tfjs' };
  await expect(exportModel(given)).rejects.toMatchObject({
    code: 'option-invalid',
    context: {
      option: 'format',
      value: 'pickle',
      rule: expect.stringContaining('tfjs, onnx') as string,
    },
  });
  expect(await readdir(folder.path)).not.toContain('unknown');
});

test('a run without a model is an error, and nothing is written', async () => {
  const out = join(folder.path, 'none');
  await expect(exportModel({ run: join(folder.path, 'no-run'), out })).rejects.toMatchObject({
    code: 'run-missing',
    context: { run: join(folder.path, 'no-run') },
  });
  expect(await readdir(folder.path)).not.toContain('none');
});
