import { countOf } from '@sprout/core';
import { classCountBars } from '../../plots/class-count-bars.ts';
import { facts } from '../parts/facts.ts';
import { figure } from '../parts/figure.ts';
import { wholeNumber } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import type { ReportData } from '../data/report-data.ts';
import { examplesPart } from './examples-part.ts';

/** The data set: its split, examples, and the number of images of each class. */
export async function data({ dataset }: ReportData): Promise<Html> {
  const { classes, folder, split, examples } = dataset;
  const training = classes.reduce((sum, count) => sum + count.training, 0);
  const validation = classes.reduce((sum, count) => sum + count.validation, 0);
  const bars = await figure(classCountBars(classes), {
    id: 'counts',
    alt: classes
      .map(
        (count) =>
          `${count.name}: ${count.training} for training, ${count.validation} for validation${count.duplicates ? `, of them ${countOf(count.duplicates, 'duplicate')}` : ''}`,
      )
      .join('; '),
    caption: classes.some(({ duplicates = 0 }) => duplicates > 0)
      ? 'Images of each class. Duplicates: images that show the same as another one, or nearly.'
      : 'Images of each class.',
  });
  return html`<section id="data">
    <h2>The data</h2>
    ${facts([
      { name: 'Folder', value: folder },
      { name: 'Classes', value: String(classes.length) },
      { name: 'Training images', value: wholeNumber(training) },
      { name: 'Validation images', value: wholeNumber(validation) },
      { name: 'Split', value: split },
    ])}
    ${examplesPart(examples)} ${bars}
  </section>`;
}
