import { featureMap } from '../../plots/feature-map.ts';
import { wholeNumber } from '../../text/format.ts';
import type { ReportData } from '../data/report-data.ts';
import { figure } from '../parts/figure.ts';
import { html, type Html } from '../parts/html.ts';

/** The images of the data set as points in feature space. */
export async function map({ map: found }: Pick<ReportData, 'map'>): Promise<Html | undefined> {
  if (found === undefined) return undefined;
  const { classes, points, images, base } = found;
  const some = points.length < images ? ` Drawn: ${wholeNumber(points.length)} of them.` : '';
  return html`<section id="map">
    <h2>Feature map</h2>
    <p>
      Each point is one of ${wholeNumber(images)} images; images that ${base} finds alike are near
      one another. A class in several groups has several looks, and classes that overlap are hard to
      tell apart.${some}
    </p>
    ${await figure(featureMap(points, { classes }), {
      id: 'feature-map',
      alt: `UMAP: ${points.length} images of ${classes.length} classes as points`,
      narrow: featureMap(points, { classes, narrow: true }),
      caption: 'UMAP. Near points are alike; distances between groups mean little.',
    })}
  </section>`;
}
