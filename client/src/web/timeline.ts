// The line of time: each dated claim a bar from its first day to its last with its words above it, stacked where they
// would overlap.

import * as l10n from '@vscode/l10n';
import { axisBottom } from 'd3-axis';
import { scaleUtc } from 'd3-scale';
import { create } from 'd3-selection';
import type { Overview, Place } from '../../../server/src/features/protocol.ts';
import { makeMarksUsable } from './marks.ts';

const day = 86_400_000;
const width = 900;
const rowHeight = 25;
const barHeight = 6;
const margin = { top: 10, side: 24, bottom: 28 };
/** The narrowest bar, the distance that marks of one row keep, and how wide a letter is at most. */
const least = 8;
const gap = 10;
const letter = 7;
const mostLetters = 34;

export function drawTimeline(timeline: Overview['timeline'], go: (place: Place) => void): SVGSVGElement {
  const first = Math.min(...timeline.map((claim) => claim.first));
  const last = Math.max(...timeline.map((claim) => claim.last + 1));
  const scale = scaleUtc()
    .domain([new Date(first * day), new Date(last * day)])
    .range([margin.side, width - margin.side])
    .nice();
  const ends: number[] = [];
  const placed = timeline.map((claim) => {
    const from = scale(new Date(claim.first * day));
    const size = Math.max(least, scale(new Date((claim.last + 1) * day)) - from - 2);
    const words = claim.text.length > mostLetters ? `${claim.text.slice(0, mostLetters - 1)}…` : claim.text;
    const label = claim.differs ? `≠ ${words}` : words;
    const labelWidth = label.length * letter;
    // Words that would leave the drawing at its right end there.
    const labelFrom = Math.max(0, Math.min(from, width - margin.side - labelWidth));
    const left = Math.min(from, labelFrom);
    let row = ends.findIndex((end) => end + gap <= left);
    if (row < 0) row = ends.length;
    ends[row] = Math.max(from + size, labelFrom + labelWidth);
    return { claim, from, size, label, labelFrom, top: margin.top + row * rowHeight };
  });
  const height = margin.top + ends.length * rowHeight + margin.bottom;
  const svg = create('svg')
    .attr('viewBox', `0 0 ${width} ${height}`)
    .attr('role', 'group')
    .attr('aria-label', l10n.t('Dated claims: {0}. Arrow keys move, Enter goes to the text.', timeline.length));
  svg
    .append('g')
    .attr('class', 'axis')
    .attr('aria-hidden', 'true')
    .attr('transform', `translate(0,${height - margin.bottom})`)
    .call(axisBottom(scale).ticks(8) as never);
  const marks = svg
    .selectAll('.mark')
    .data(placed)
    .join('g')
    .attr('class', ({ claim }) => (claim.differs ? 'mark differs' : 'mark'));
  marks.append('title').text(({ claim }) => describe(claim));
  marks
    .append('text')
    .attr('x', ({ labelFrom }) => labelFrom)
    .attr('y', ({ top }) => top + 10)
    .text(({ label }) => label);
  marks
    .append('rect')
    .attr('x', ({ from }) => from)
    .attr('y', ({ top }) => top + 13)
    .attr('width', ({ size }) => size)
    .attr('height', barHeight)
    .attr('rx', 2);
  makeMarksUsable(marks.nodes() as SVGElement[], (index) => go(timeline[index]!.place));
  return svg.node() as SVGSVGElement;
}

function describe({ text, subject, period, differs }: Overview['timeline'][number]): string {
  const parts = [`${period}: ${text}`, subject, differs ? l10n.t('in conflict') : undefined];
  return parts.filter((part) => part).join(', ');
}
