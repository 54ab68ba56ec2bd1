import { wholeNumber } from '../../text/format.ts';
import type { ReportData } from '../data/report-data.ts';
import { html, type Html } from '../parts/html.ts';
import { mapFigure } from './map-figure.ts';

/** The images of the data set as points in feature space. */
export async function map({ map: found }: Pick<ReportData, 'map'>): Promise<Html | undefined> {
  if (found === undefined) return undefined;
  const { classes, points, images, base } = found;
  const some = points.length < images ? ` Drawn: ${wholeNumber(points.length)} of them.` : '';
  return html`<section id="map">
    <h2>Feature map</h2>
    <p>
      Each point is one of ${wholeNumber(images)} images. Images with similar features (${base}) are
      near one another. A class that forms several groups has several kinds of images. Classes that
      overlap are hard to tell apart.${some}
    </p>
    ${await mapFigure(points, {
      id: 'feature-map',
      method: 'UMAP',
      classes,
      caption: 'UMAP. Near points are similar images; distances between groups mean little.',
    })}
  </section>`;
}
