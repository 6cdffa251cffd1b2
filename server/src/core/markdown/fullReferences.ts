// References that tell their label beside their words: "[the method][notes]". Nobody writes that and means the brackets, so it reads as a
// link wherever the label is defined: in this document, in one that it is put into, or not yet. Where a definition is written or
// renamed, no sentence reads otherwise. What has only brackets ("[notes]", "[1][2]") is for the parser and the labels that there are.

import type { Span } from '../text/span.ts';

/**
 * Words and a label, each with a letter, without marks that could make it anything else: in an address, in code, behind a bracket.
 */
const FULL_REFERENCE =
  /(?<![\w!\]\\/=&?#%:.-])\[(?!\^)(?=[^[\]]*\p{L})[^[\]\\\r\n`<|\ue000\ue001]+\]\[(?!\^)(?=[^[\]]*\p{L})([^[\]\\\r\n`<|\ue000\ue001]{1,999})\](?![[(:])/gu;

/** A reference, with where its label stands within its brackets. */
export interface FullReference extends Span {
  readonly label: Span;
}

/** The full references of a source, in order. */
export function findFullReferences(source: string): readonly FullReference[] {
  if (!source.includes('][')) return [];
  return Array.from(source.matchAll(FULL_REFERENCE), ({ index: start, 0: whole, 1: label }) => {
    const end = start + whole.length;
    return { start, end, label: { start: end - 1 - label!.length, end: end - 1 } };
  });
}

const FULL_REFERENCE_HERE = new RegExp(FULL_REFERENCE.source, 'uy');

/** Whether a full reference begins at a place. */
export function isFullReference(source: string, start: number): boolean {
  FULL_REFERENCE_HERE.lastIndex = start;
  return FULL_REFERENCE_HERE.test(source);
}

/** Stands for the first letter of such a label, so that it is another one than all that a document has. */
const MEANT = '\ue001';

/** What the parser is to read in place of a source. */
export interface MeantSource {
  /** As long as the source. */
  readonly text: string;
  /** Labels that are to be defined for it. */
  readonly labels: readonly string[];
}

/** A source in which each full reference has a label that is defined for it alone, whatever the document defines. */
export function withFullReferences(source: string): MeantSource {
  const own = source.includes(MEANT) ? source.replaceAll(MEANT, '\ufffd') : source;
  const labels = new Set<string>();
  let text = '';
  let end = 0;
  for (const { label: span } of findFullReferences(own)) {
    const label = MEANT + own.slice(span.start + 1, span.end);
    labels.add(label);
    text += own.slice(end, span.start) + label;
    end = span.end;
  }
  return { text: text + own.slice(end), labels: [...labels] };
}
