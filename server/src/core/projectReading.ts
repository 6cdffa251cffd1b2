// What the project file says of how a document is read before its statements are compared: in which language, and which
// wordings are one measure.

import { uniteMeasures } from './claims/uniteMeasures.ts';
import type { AnalysedDocument } from './document.ts';
import type { Project } from './project/project.ts';

/** Whether the rules know the words of a language, given as a BCP 47 tag: "en", "en-GB"; a project that names none is read. */
export function isLanguageRead(language = 'en'): boolean {
  return /^en(?:-|$)/i.test(language);
}

/** The document with the wordings made one that the project file says are one measure. */
export function uniteWordings(document: AnalysedDocument, sameClaims: Project['sameClaims']): AnalysedDocument {
  const known = united.get(document);
  if (known?.sameClaims === sameClaims) return known.document;
  const claims = uniteMeasures(document.claims, sameClaims);
  const answer = claims === document.claims ? document : { ...document, claims };
  united.set(document, { sameClaims, document: answer });
  return answer;
}

/** So that what is kept by a document is kept by the one that it is read as. */
const united = new WeakMap<
  AnalysedDocument,
  { readonly sameClaims: Project['sameClaims']; readonly document: AnalysedDocument }
>();
