// How the parts of a Web Annotation stand in its JSON: texts, ids and selectors, read from whatever is there.

import { type JsonNode, memberNamed } from './jsonTree.ts';
import type { Selectors } from './selectors.ts';

/** The selectors as plain values, in the order that the files of this program have. */
export function selectorValues({ quote, position }: Selectors): object[] {
  return [
    ...(quote ? [{ type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix }] : []),
    ...(position ? [{ type: 'TextPositionSelector', start: position.start, end: position.end }] : []),
  ];
}

/** The quotation and position among selectors, those that refine another one included. */
export function selectorsOf(node: JsonNode | undefined): Selectors {
  let quote: Selectors['quote'];
  let position: Selectors['position'];
  const waiting = listOf(node);
  for (let i = 0; i < waiting.length && i < 100; i++) {
    const selector = waiting[i]!;
    if (typeOf(selector) === 'TextQuoteSelector') {
      const exact = textOf(memberNamed(selector, 'exact'));
      const prefix = textOf(memberNamed(selector, 'prefix')) ?? '';
      const suffix = textOf(memberNamed(selector, 'suffix')) ?? '';
      if (exact !== undefined) quote ??= { exact, prefix, suffix };
    } else if (typeOf(selector) === 'TextPositionSelector') {
      const start = countOf(memberNamed(selector, 'start'));
      const end = countOf(memberNamed(selector, 'end'));
      if (start !== undefined && end !== undefined && end >= start) position ??= { start, end };
    }
    waiting.push(...listOf(memberNamed(selector, 'refinedBy')), ...listOf(memberNamed(selector, 'items')));
  }
  return { ...(quote && { quote }), ...(position && { position }) };
}

export function idOf(node: JsonNode | undefined): string | undefined {
  return textOf(memberNamed(node, 'id')) ?? textOf(memberNamed(node, '@id'));
}

export function typeOf(node: JsonNode): string | undefined {
  return textOf(listOf(memberNamed(node, 'type') ?? memberNamed(node, '@type'))[0]);
}

/** The items of a list; one value counts as a list of one. */
export function listOf(node: JsonNode | undefined): JsonNode[] {
  if (!node) return [];
  return node.kind === 'array' ? [...node.items] : [node];
}

export function textOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

function countOf(node: JsonNode | undefined): number | undefined {
  return node?.kind === 'scalar' && Number.isSafeInteger(node.value) && Number(node.value) >= 0
    ? Number(node.value)
    : undefined;
}
