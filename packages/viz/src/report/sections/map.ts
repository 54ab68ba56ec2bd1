import { visibleText } from '@sprout/core';
import type { MapPoint } from '../../plots/feature-map.ts';
import { counted, wholeNumber } from '../../text/format.ts';
import type { MapSection, PlacedImage } from '../data/labels-section.ts';
import type { ReportData } from '../data/report-data.ts';
import { html, type Html } from '../parts/html.ts';
import { mapFigure } from './map-figure.ts';
import { mapPictureId, mapPictures } from './map-pictures.ts';

/** The images of the data set as points in feature space. Points with a picture lead to it. */
export async function map({ map: found }: Pick<ReportData, 'map'>): Promise<Html | undefined> {
  if (found === undefined) return undefined;
  const { classes, points, images, base } = found;
  const some = points.length < images ? ` Drawn: ${wholeNumber(points.length)} of them.` : '';
  const drawn = points.map((point, at): MapPoint => {
    const { x, y, label, image } = point;
    if (image === undefined) return { x, y, label };
    return { x, y, label, href: `#${mapPictureId(at)}`, title: titleOf(point, classes) };
  });
  return html`<section id="map">
    <h2>Feature map</h2>
    <p>
      Each point is one of ${wholeNumber(images)} images. Images with similar features (${base}) are
      near one another. A class that forms several groups has several kinds of images. Classes that
      overlap are hard to tell apart.${some}
    </p>
    ${await mapFigure(drawn, {
      id: 'feature-map',
      method: 'UMAP',
      classes,
      caption: `UMAP. Near points are similar images; distances between groups mean little.${linkNote(found)}`,
    })}
    ${mapPictures(found)}
  </section>`;
}

function titleOf({ path, label, subset }: PlacedImage, classes: readonly string[]): string {
  return visibleText(
    [path, classes[label], subset].filter((part) => part !== undefined).join(', '),
  );
}

/** Which points lead to a picture. */
function linkNote({ points }: MapSection): string {
  const linked = points.filter(({ image }) => image !== undefined);
  if (linked.length === 0) return '';
  if (linked.length === points.length) return ' Each point is a link to its picture.';
  const validation = linked.filter(({ subset }) => subset === 'validation').length;
  const others = linked.length - validation;
  const kinds = [
    ...(validation > 0 ? [`${wholeNumber(validation)} of validation images`] : []),
    ...(others > 0 ? [`${wholeNumber(others)} of other images`] : []),
  ];
  return ` The points in full colour are links to ${counted(linked.length, 'picture')}: ${kinds.join(' and ')}.`;
}
