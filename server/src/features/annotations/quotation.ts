// concordance/annotations/quotation: words of a document with where they stand, to be pasted elsewhere.

import { t } from '@vscode/l10n';
import { sectionTitleAt } from '../../core/queries/sectionAt.ts';
import { positionAt, spanOfRange } from '../positions.ts';
import type { Quotation, QuotationParams } from '../protocol.ts';
import { findSnapshot, type Session } from '../session.ts';
import { nameOfUri } from '../uri.ts';
import { refusal } from './annotationFile.ts';

/** `> the port owned two tugs` and under it `— harbour.md, “Fleet”, line 12`. */
export function quotation(session: Session, { uri, range }: QuotationParams): Quotation {
  const text = session.documents.textOf(uri);
  if (!text) throw refusal(t('Open the document to copy from it.'));
  const span = spanOfRange(text, range);
  const words = text.source.slice(span.start, span.end).trim();
  if (words === '') throw refusal(t('Select the words to copy, or put the cursor on an annotation.'));
  const document = findSnapshot(session, uri)?.document;
  const section = document && sectionTitleAt(document, span.start);
  const place = [nameOfUri(uri), section ? `“${section}”` : '', t('line {0}', positionAt(text, span.start).line + 1)];
  const quoted = words.split(/\r\n|\r|\n/).map((line) => `> ${line}`.trimEnd());
  return { text: `${quoted.join('\n')}\n>\n> — ${place.filter((part) => part !== '').join(', ')}\n` };
}
