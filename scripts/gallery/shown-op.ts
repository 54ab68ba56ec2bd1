import { type OpInfo, opInfos } from '@sprout/imgproc';

const infos = new Map(
  opInfos()
    .filter(({ kind }) => kind === 'augmentation')
    .map((info) => [info.name, info]),
);

/** The texts and the example of an op of an augmentation. @throws {Error} If there is no such op. */
export function shownOp(name: string): OpInfo {
  const info = infos.get(name);
  if (info === undefined) throw new Error(`there is no op ${name}`);
  return info;
}
