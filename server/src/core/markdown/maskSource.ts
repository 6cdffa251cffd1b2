// What the Markdown parser is given to read in place of the source: the same length and lines, with other characters
// where the source has something that Markdown does not know (template code, pasted bullets, a stray byte order mark) or
// that would cost it more than linear time (deep nesting, thousands of brackets or delimiters in one paragraph). Masks
// depend on the lines between two blank lines only, so that they are the same wherever reading starts.

import type { Span } from '../text/span.ts';
import type { Mask } from './excessMarkup.ts';
import { maskExcess } from './excessMarkup.ts';
import { isBlankLine, isSpaceOrTab, nextLineStart } from './lines.ts';

/** Stands for each character of template code. */
export const templateMask = '\ue000';

/** How far from its start template code may end. */
const maximumTemplate = 4000;

export interface MaskedSource {
  readonly text: string;
  /** Stretches whose markup was masked because it exceeds the bounds. */
  readonly refused: readonly Span[];
}

/** A bullet that a line begins with, a byte order mark, and what template code begins with. */
const FOREIGN = /^ {0,4}[•–·▪◦]|\ufeff|\{[{%]/m;

/** Whether a source may have something that Markdown does not know; what it is, what stands around it decides. */
export function mayHaveForeign(source: string): boolean {
  return FOREIGN.test(source);
}

/** Masks a source that begins at the start of a line. */
export function maskSource(source: string): MaskedSource {
  const masks: Mask[] = [];
  const refused: Span[] = [];
  const hasForeign = mayHaveForeign(source);
  let line = 0;
  while (line < source.length) {
    if (isBlankLine(source, line)) {
      line = nextLineStart(source, line);
      continue;
    }
    const start = line;
    while (line < source.length && !isBlankLine(source, line)) line = nextLineStart(source, line);
    const lines = { start, end: line };
    const excess = maskExcess(source, lines);
    if (excess.length > 0) {
      refused.push(lines);
      for (const mask of excess) masks.push(mask);
    } else if (hasForeign) {
      maskForeign(source, lines, masks);
    }
  }
  return { text: masks.length === 0 ? source : applyMasks(source, masks), refused };
}

function applyMasks(source: string, masks: readonly Mask[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const mask of masks) {
    parts.push(source.slice(end, mask.start), mask.fill);
    end = mask.end;
  }
  parts.push(source.slice(end));
  return parts.join('');
}

/** Masks for template code, bullets and byte order marks, in order. */
function maskForeign(source: string, lines: Span, masks: Mask[]): void {
  const closedFrom = { '}}': 0, '%}': 0 };
  let bullet = '';
  let isInList = false;
  for (let line = lines.start; line < lines.end; line = nextLineStart(source, line)) {
    const previous = bullet;
    bullet = '';
    const mark = firstAfterSpaces(source, line);
    const character = source[mark]!;
    if (isBullet(source, line, mark) && (!/[–·]/.test(character) || line === lines.start || previous === character)) {
      bullet = character;
      masks.push(bulletMask(line, mark, character, isInList));
      isInList = true;
    }
    const end = nextLineStart(source, line);
    for (let offset = Math.max(line, masks.at(-1)?.end ?? 0); offset < end; offset++) {
      const unit = source.charCodeAt(offset);
      if (unit === 0xfeff) masks.push({ start: offset, end: offset + 1, fill: '\u00a0' });
      if (unit !== 0x7b) continue;
      const closing = source[offset + 1] === '{' ? '}}' : source[offset + 1] === '%' ? '%}' : undefined;
      if (closing === undefined || closedFrom[closing] > offset) continue;
      const limit = Math.min(lines.end, offset + maximumTemplate);
      const close = source.slice(offset, limit).indexOf(closing, 2);
      if (close < 0) {
        closedFrom[closing] = limit;
      } else {
        masks.push(templateMaskOf(source, offset, offset + close + 2));
        offset += close + 1;
      }
    }
  }
}

function templateMaskOf(source: string, start: number, end: number): Mask {
  return { start, end, fill: source.slice(start, end).replace(/[^\r\n]/g, templateMask) };
}

function firstAfterSpaces(source: string, line: number): number {
  let offset = line;
  while (source.charCodeAt(offset) === 0x20) offset++;
  return offset;
}

function isBullet(source: string, line: number, mark: number): boolean {
  if (mark - line > 4 || !/[•–·▪◦]/.test(source[mark] ?? '')) return false;
  return isSpaceOrTab(source.charCodeAt(mark + 1)) && !isBlankLine(source, mark + 1);
}

/** The marker that a bullet is read as. */
export function markerOfBullet(bullet: string): '*' | '+' | '-' {
  return bullet === '•' ? '*' : bullet === '◦' ? '+' : '-';
}

/** A list marker in place of a bullet; four spaces before the first one would make it code, so one goes behind it. */
function bulletMask(line: number, mark: number, character: string, isInList: boolean): Mask {
  const marker = markerOfBullet(character);
  if (mark - line < 4 || isInList) return { start: mark, end: mark + 1, fill: marker };
  return { start: mark - 1, end: mark + 1, fill: `${marker} ` };
}
