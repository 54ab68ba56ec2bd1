import { expect, test } from 'vitest';
import { inspect } from './inspect.ts';

test('labels without a network are an error that names the options as they are typed', async () => {
  await expect(inspect('photos', { labels: true })).rejects.toThrow(
    'inspect --labels must be used with a network: --model squeezenet-1.1 or --model vgg16, whose weights are downloaded, or --weights FILE with the released weights of efficientnet-lite0; received neither --model nor --weights',
  );
});
