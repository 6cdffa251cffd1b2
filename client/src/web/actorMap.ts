// The map of actors: who is mentioned together with whom (lines), and who is quoted as speaking of whom (dashed lines that
// end in an arrow). The forces are run to their rest before anything is drawn, so that nothing moves.

import * as l10n from '@vscode/l10n';
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { create } from 'd3-selection';
import type { Overview, Place } from '../../../server/src/features/protocol.ts';
import { makeMarksUsable } from './marks.ts';

const width = 900;
const height = 460;
const margin = 40;

interface Node {
  readonly index: number;
  readonly radius: number;
  x: number;
  y: number;
}

export function drawActorMap({ actors, ties }: Overview, go: (place: Place) => void): SVGSVGElement {
  const nodes = layOut(actors, ties);
  const svg = create('svg')
    .attr('viewBox', `0 0 ${width} ${height}`)
    .attr('role', 'group')
    .attr('aria-label', l10n.t('Map of actors: {0}. Arrow keys move, Enter goes to the text.', actors.length));
  const lines = svg
    .selectAll('.tie')
    .data(ties)
    .join('path')
    .attr('class', ({ kind }) => `tie ${kind}`)
    .attr('stroke-width', ({ count }) => Math.min(5, 0.75 + count * 0.5))
    .attr('d', ({ from, to, kind }) => linePath(nodes[from]!, nodes[to]!, kind === 'quotes'));
  lines.append('title').text((tie) => describeTie(actors, tie));
  lines.on('click', (_: unknown, { place }) => go(place));
  const groups = svg
    .selectAll('.actor')
    .data(actors)
    .join('g')
    .attr('class', ({ kind }) => `actor ${kind}`)
    .attr('transform', (_, index) => `translate(${nodes[index]!.x},${nodes[index]!.y})`);
  const tiesOf = (index: number) => ties.filter(({ from, to }) => from === index || to === index).length;
  groups.append('title').text((actor, index) => describeActor(actor, tiesOf(index)));
  groups.append('circle').attr('r', (_, index) => nodes[index]!.radius);
  groups
    .append('text')
    .attr('text-anchor', 'middle')
    .attr('y', (_, index) => nodes[index]!.radius + 13)
    .text(({ name }) => (name.length > 26 ? `${name.slice(0, 25)}…` : name));
  makeMarksUsable(groups.nodes() as SVGElement[], (index) => go(actors[index]!.place));
  return svg.node() as SVGSVGElement;
}

function layOut(actors: Overview['actors'], ties: Overview['ties']): Node[] {
  const nodes = actors.map(({ mentions }, index): Node => {
    const angle = index * 2.4;
    const distance = 18 * Math.sqrt(index);
    return {
      index,
      radius: Math.min(22, 6 + 2.5 * Math.sqrt(mentions)),
      x: width / 2 + distance * Math.cos(angle),
      y: height / 2 + distance * Math.sin(angle),
    };
  });
  const links = ties.map(({ from, to }) => ({ source: from, target: to }));
  forceSimulation(nodes)
    .force('link', forceLink(links).distance(110).strength(0.25))
    .force('charge', forceManyBody().strength(-260))
    .force(
      'collide',
      forceCollide<Node>(({ radius }) => radius + 22),
    )
    .force('x', forceX(width / 2).strength(0.04))
    .force('y', forceY(height / 2).strength(0.09))
    .force('center', forceCenter(width / 2, height / 2))
    .stop()
    .tick(300);
  for (const node of nodes) {
    node.x = Math.min(width - margin * 2, Math.max(margin * 2, node.x));
    node.y = Math.min(height - margin, Math.max(margin, node.y));
  }
  return nodes;
}

/** From the edge of one circle to the edge of the other; an arrow is drawn with the line, so that every copy has it. */
function linePath(from: Node, to: Node, isArrow: boolean): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const start = [from.x + ux * from.radius, from.y + uy * from.radius];
  const end = [to.x - ux * (to.radius + 2), to.y - uy * (to.radius + 2)];
  const line = `M${start.join(' ')}L${end.join(' ')}`;
  if (!isArrow) return line;
  const wing = (side: number) => `${end[0]! - ux * 8 - uy * 5 * side} ${end[1]! - uy * 8 + ux * 5 * side}`;
  return `${line}M${wing(1)}L${end.join(' ')}L${wing(-1)}`;
}

function describeActor({ name, mentions }: Overview['actors'][number], ties: number): string {
  return l10n.t('{0}: mentions: {1}, ties: {2}', name, mentions, ties);
}

export function describeTie(actors: Overview['actors'], { from, to, kind, count }: Overview['ties'][number]): string {
  const [a, b] = [actors[from]!.name, actors[to]!.name];
  return kind === 'quotes'
    ? l10n.t('{0} is quoted on {1}: {2}', a, b, count)
    : l10n.t('{0} and {1} together: {2}', a, b, count);
}
