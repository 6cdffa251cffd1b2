// Measures the actors that the analysis finds in labelled documents: which mentions, of which kind, which of them are one.

import { spanKey } from './candidates.mjs';

export const newTally = () => ({
  found: 0,
  gold: 0,
  right: 0,
  rightKind: 0,
  pairsFound: 0,
  pairsGold: 0,
  pairsRight: 0,
  introduced: 0,
  introducedRight: 0,
});

/** Pairs of mentions that are one actor. */
function pairsOf(clusters) {
  const pairs = new Set();
  for (const cluster of clusters) {
    const ids = [...new Set(cluster)].sort();
    for (let i = 0; i < ids.length; i++) for (let j = i + 1; j < ids.length; j++) pairs.add(`${ids[i]}|${ids[j]}`);
  }
  return pairs;
}

/** Adds what the analysis finds in one document to a tally. */
export function measureDocument(analysis, { text, mentions }, tally) {
  const document = analysis.analyse(text);
  const goldAt = new Map();
  mentions.forEach(({ spans }, index) => {
    for (const [start, end] of spans) goldAt.set(spanKey(text, start, end), index);
  });
  const actorOf = new Map();
  const clusters = document.actors.map((actor) => {
    const ids = [];
    for (const mention of actor.mentions) {
      const { start, end } = document.spanOf(mention);
      const index = goldAt.get(spanKey(text, start, end));
      if (index === undefined && actor.kind === 'other') continue;
      tally.found++;
      ids.push(index === undefined ? `x${start}-${end}` : `g${index}`);
      if (index === undefined || actorOf.has(index)) continue;
      actorOf.set(index, ids);
      tally.right++;
      if (mentions[index].type === actor.kind) tally.rightKind++;
    }
    return ids;
  });
  tally.gold += mentions.length;
  const goldClusters = new Map();
  mentions.forEach(({ cluster }, index) => {
    goldClusters.set(cluster, [...(goldClusters.get(cluster) ?? []), index]);
  });
  const gold = pairsOf([...goldClusters.values()].map((list) => list.map((index) => `g${index}`)));
  const found = pairsOf(clusters);
  tally.pairsGold += gold.size;
  tally.pairsFound += found.size;
  for (const pair of found) if (gold.has(pair)) tally.pairsRight++;
  for (const list of goldClusters.values()) {
    if (list.length < 2) continue;
    const ordered = [...list].sort((a, b) => mentions[a].start - mentions[b].start);
    tally.introduced++;
    if (actorOf.get(ordered.at(-1))?.[0] === `g${ordered[0]}`) tally.introducedRight++;
  }
}

const f1 = (right, found, gold) => (100 * 2 * right) / Math.max(1, found + gold);

/** A tally in one line. */
export function summarize(t) {
  const figures = {
    precision: (100 * t.right) / Math.max(1, t.found),
    recall: (100 * t.right) / Math.max(1, t.gold),
    mentions: f1(t.right, t.found, t.gold),
    'with kind': f1(t.rightKind, t.found, t.gold),
    'same actor': f1(t.pairsRight, t.pairsFound, t.pairsGold),
    definition: (100 * t.introducedRight) / Math.max(1, t.introduced),
  };
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value.toFixed(1)}`)
    .join(', ');
}
