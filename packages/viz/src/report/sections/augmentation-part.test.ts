import { expect, test } from 'vitest';
import { PNG } from '../../../test/report.ts';
import { augmentationPart } from './augmentation-part.ts';

test('the sheet is a picture with an alternative text, and scrolls', () => {
  const { markup } = augmentationPart(PNG)!;
  expect(markup).toMatch(/<img\s+class="sheet"\s+src="data:image\/png/);
  expect(markup).toContain('alt="Prepared images, each with its augmentations');
  expect(markup).toContain('tabindex="0"');
  expect(markup).toContain('Scroll sideways'); // wider than every narrow page, and no shade is seen behind it
});

test('without a sheet, or with one of another format, there is no part', () => {
  expect(augmentationPart(undefined)).toBeUndefined();
  expect(augmentationPart(new TextEncoder().encode('<svg/>'))).toBeUndefined();
});
