// Blocks with the maps of their prose counted from the block's start, whether or not they were read in pieces.

import { type Block, mapStart } from '../../server/src/core/markdown/block.ts';
import { createSourceMap } from '../../server/src/core/text/sourceMap.ts';

export function withMapsFromStart({ pieces, ...block }: Block): Block {
  const prose = block.prose.map((own, index) => {
    const by = mapStart({ ...(pieces && { pieces }) }, index);
    const segments = own.map.segments.map((number, at) => (at % 3 === 1 ? number + by : number));
    return { ...own, map: createSourceMap(segments, own.map.length) };
  });
  return { ...block, prose };
}
