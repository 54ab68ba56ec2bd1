import { expect, test } from 'vitest';
import { badImages } from './bad-images.ts';

test('lists the bad images with their positions in the batch', () => {
  const images = [4, 7, 9].map((position) => ({
    position,
    id: `${position}`,
    path: `${position}.png`,
  }));
  const error = { code: 'image-unreadable', context: { file: '7.png', reason: 'gone' } } as const;
  const outcomes = [{ kind: 'written' }, { kind: 'bad', error }, { kind: 'written' }] as const;
  expect(badImages(images, outcomes)).toEqual([{ position: 7, id: '7', error }]);
});
