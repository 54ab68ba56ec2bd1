import { expect, test } from 'vitest';
import { evaluation, names, textOf } from '../../../test/report.ts';
import type { CalibrationFigures } from '../data/evaluation-section.ts';
import { calibrationPart } from './calibration-part.ts';

/** A hundred answers of one probability; `right` of every ten are right. */
const hundred = (probability: number, right: number) =>
  Array.from({ length: 100 }, (_, at) => ({ probability, correct: at % 10 < right }));

async function textFor(probability: number, right: number): Promise<string> {
  const answers = hundred(probability, right);
  const part = await calibrationPart({ ...evaluation(names(2)), answers }, 'm');
  return textOf(part?.markup ?? '');
}

test('compares the mean probability with the accuracy', async () => {
  expect(await textFor(0.9, 5)).toContain(
    'The mean probability of the predicted classes is 90.0 %, the accuracy 50.0 %: the probabilities are too high.',
  );
  expect(await textFor(0.5, 9)).toContain('the probabilities are too low');
  expect(await textFor(0.7, 7)).toContain(
    'on the whole, the probabilities agree with the accuracy',
  );
});

async function textWith(calibration: CalibrationFigures): Promise<string> {
  const answers = hundred(0.7, 7);
  const part = await calibrationPart({ ...evaluation(names(2)), answers, calibration }, 'm');
  return textOf(part?.markup ?? '');
}

test('tells the expected calibration error and the temperature', async () => {
  const text = await textWith({ error: 0.082, temperature: 1.437, scaledError: 0.031 });
  expect(text).toContain('a probability is 8.2 % away from the accuracy');
  expect(text).toContain(
    'a temperature of 1.44 makes the probabilities smaller and better calibrated: fitted on one half of the images and measured on the other, the error is 3.1 %.',
  );
});

test.each([0.1143, 0.1121])(
  'no temperature is recommended if the error is not smaller on other images (%d)',
  async (scaledError) => {
    const text = await textWith({ error: 0.1123, temperature: 0.65, scaledError });
    expect(text).toContain('A temperature would not help: fitted on one half of the images');
    expect(text).not.toContain('0.65');
  },
);

test('says when there are too few images, and then gives no error', async () => {
  const calibration = { error: 0.082, temperature: 1.437, scaledError: 0.031 };
  const answers = hundred(0.9, 5).slice(0, 99);
  const part = await calibrationPart({ ...evaluation(names(2)), answers, calibration }, 'm');
  const text = textOf(part?.markup ?? '');
  expect(text).toContain('There are only 99 images');
  expect(text).not.toMatch(/probabilities are too high|expected calibration error/);
});

test('without answers there is no part', async () => {
  const { answers: _, ...rest } = evaluation(names(2));
  expect(await calibrationPart(rest, 'm')).toBeUndefined();
});
