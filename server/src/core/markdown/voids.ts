// Stretches of running text that are not prose: addresses of pages and of mail boxes, and template code.

import { compareSpans, type Span } from '../text/span.ts';
import { templateMask } from './maskSource.ts';

const address = /(?:\bhttps?:\/\/|\bftp:\/\/|\bmailto:|\bwww\.)[^\s<>"“”\ue000]+/gi;

/** The voids of a source between `start` and `end`, in order; `masked` is what the parser was given at the same place. */
export function findVoids(source: string, masked: string): Span[] {
  const voids: Span[] = masked.includes(templateMask) ? findTemplates(source, masked) : [];
  if (masked.includes('://') || /www\.|mailto:/i.test(masked)) {
    for (const match of masked.matchAll(address)) {
      voids.push({ start: match.index, end: match.index + trimAddress(match[0]) });
    }
  }
  if (masked.includes('@')) for (const mail of findMailAddresses(masked)) voids.push(mail);
  return voids.length < 2 ? voids : withoutOverlaps(voids);
}

function findTemplates(source: string, masked: string): Span[] {
  const spans: Span[] = [];
  for (let start = masked.indexOf(templateMask); start >= 0; ) {
    let end = start;
    while (masked[end] === templateMask && source[end] !== templateMask) end++;
    if (end > start) spans.push({ start, end });
    start = masked.indexOf(templateMask, end === start ? start + 1 : end);
  }
  return spans;
}

/** Length of an address without the punctuation of the sentence around it. */
function trimAddress(address: string): number {
  let end = address.length;
  let unmatched = 0;
  for (const character of address) unmatched += character === '(' ? -1 : character === ')' ? 1 : 0;
  for (; end > 0; end--) {
    const last = address[end - 1]!;
    if (last === ')' && unmatched > 0) unmatched--;
    else if (!/[.,;:!?'’”\]*_…]/.test(last)) break;
  }
  return end;
}

function findMailAddresses(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const from = Math.max(spans.at(-1)?.end ?? 0, at - 64);
    const name = /[\w.+-]{1,64}$/.exec(text.slice(from, at))?.[0];
    const host = /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/.exec(text.slice(at + 1, at + 256))?.[0];
    if (name && host) spans.push({ start: at - name.length, end: at + 1 + host.length });
  }
  return spans;
}

function withoutOverlaps(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.sort(compareSpans)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}
