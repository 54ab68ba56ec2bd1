import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedData } from '../../tools/shared-data.ts';
import { guideCode } from './support/guide-code.ts';
import { runShell } from './support/run-shell.ts';
import { sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const VGG16 = 'vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5';
const vgg16 = sharedData(`models/vgg16-notop-keras/${VGG16}`);
const lite0 = sharedData('models/efficientnet-lite0/efficientnet-lite0-57934424.pth');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let commands: string[];

beforeAll(async () => {
  folder = await temporaryFolder();
  commands = await guideCode('released-weights.md', 'sh');
  for (const [name, images, seed] of [
    ['photos', 8, 0],
    ['more-photos', 3, 1],
  ] as const) {
    const shape = ['--classes', '2', '--images', String(images), '--size', '64'];
    await sproutJson(['sample', join(folder.path, name), ...shape, '--seed', String(seed)]);
  }
}, 240_000);
afterAll(() => folder[Symbol.asyncDispose]());

describe('the five commands of the guide, as they are written (need ../shared/data/models)', () => {
  test.skipIf(vgg16 === undefined)('VGG16', { timeout: 240_000 }, async () => {
    await symlink(vgg16!, join(folder.path, VGG16)); // skipped where it is missing
    expect(predictions(await runShell(commands[0]!, folder.path))).toHaveLength(6);
    expect(await readdir(join(folder.path, 'vgg16-onnx'))).toEqual(['model.onnx']);
  });

  test.skipIf(lite0 === undefined)('EfficientNet-Lite0', { timeout: 240_000 }, async () => {
    await symlink(lite0!, join(folder.path, 'efficientnet-lite0.pth')); // as above
    expect(predictions(await runShell(commands[1]!, folder.path))).toHaveLength(6);
    expect(await readdir(join(folder.path, 'lite0-web'))).toContain('model.json');
  });
});

test('each path has five commands', () => {
  expect(commands.map((block) => block.trim().split('\n').length)).toEqual([5, 5]);
});

/** The rows of `sprout predict`. */
function predictions(printed: string): string[] {
  return printed.split('\n').filter((line) => /^more-photos.*\.png,/.test(line));
}
