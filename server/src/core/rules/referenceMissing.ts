// The rule on references to tables, figures, sections and footnotes that the document does not have.

import { t } from '@vscode/l10n';
import { textAt } from '../document.ts';
import type { Prose } from '../markdown/block.ts';
import { normalizeLabel } from '../markdown/labels.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import { searchAgain, searchAlike } from '../text/searchAgain.ts';
import { contains, type Span, sliceSpan, spanOf } from '../text/span.ts';
import type { Problem } from './problem.ts';
import { depthOf, findTargets, type ReferenceTargets, type TargetKind, targetKindOf } from './referenceTargets.ts';
import type { Rule } from './rule.ts';

interface Reference {
  readonly span: Span;
  readonly kind: TargetKind | 'footnote';
  readonly number: string;
}

/** What a text that refers to something has in it: looked for first, since most texts have nothing of it. */
const MAY_REFER = /[Tt]able|[Ff]ig|[Ss]ection|\[\^/;
const NUMBERED =
  /\b(Tables?|Figures?|Figs?\.?|Sections?|section)\s(\d{1,3}(?:\.\d{1,3}){0,4})(?!\d|\.\d|\(|\s?%|[-–—]\p{L}?\d|\p{L}{2})/gu;
/** What follows a number of another work: "Table 3 of Lund 2020", "Section 4 of the Act". */
const ELSEWHERE_AFTER =
  /^\p{L}?[)\]]?,? (?:of|in|from|to|under) (?!this (?:report|document|paper|article|page|text|post)\b)/u;
/** What stands before it: "Lund's Table 3", "their Table 3", "(Lund 2020, Table 3)", "Annex Table 3". */
const ELSEWHERE_BEFORE =
  /(?:['’]s?|\b(?:their|its|his|her|annex|appendix|supplementary|supplemental|online|code|act|law|statute|title|chapter|part|volume|article|usc|u\.s\.c\.|al\.|ibid\.?|under|and|or)|(?:19|20)\d\d[a-z]?[,:;)]?) $/i;
const WORK_NAMED = /\b(?:19|20)\d\d[a-z]?\b|\bet al\b|\bibid\b/i;
const LAW =
  /\b(?:act|law|code|statute|treaty|constitution|bill|regulation|voucher|tax|irs|court|amendment|housing|permit)s?\b/i;
const FOOTNOTE = /\[\^([\w-]{1,40})\]/g;
/** A class of characters in a regular expression: "[^a-z]". */
const CHARACTER_CLASS = /^(?:.-.)+$/;

/** Whether the words around it say that the number is one of another work. */
function isElsewhere(text: string, { start, end }: Span, isSection: boolean): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 60);
  if (ELSEWHERE_AFTER.test(after) || ELSEWHERE_BEFORE.test(before)) return true;
  if (isSection && LAW.test(before + after)) return true;
  const opens = before.lastIndexOf('(');
  const bracket = opens > before.lastIndexOf(')') ? before.slice(opens) + (/^[^)]{0,60}/.exec(after)?.[0] ?? '') : '';
  return WORK_NAMED.test(bracket);
}

/** What may refer to a number of the document. */
function findNumbered({ text, marks }: Prose): Reference[] {
  return [...text.matchAll(NUMBERED)].flatMap((match): Reference[] => {
    const [print, word = '', number = ''] = match;
    const kind = targetKindOf(word);
    const span = spanOf(match.index, match.index + print.length);
    if (marks.some((mark) => mark.kind === 'link' && contains(mark.span, span))) return [];
    return isElsewhere(text, span, kind === 'section') ? [] : [{ span, kind, number }];
  });
}

/** Footnote references without a definition: Markdown leaves them in the text as they are. */
function findFootnotes({ text }: Prose): Reference[] {
  return [...text.matchAll(FOOTNOTE)].flatMap((match): Reference[] => {
    const [print, label = ''] = match;
    if (CHARACTER_CLASS.test(label)) return [];
    return [{ span: spanOf(match.index, match.index + print.length), kind: 'footnote', number: label }];
  });
}

/** A reference, and which piece of its block's prose it stands in. */
interface PlacedReference extends Reference {
  readonly prose: number;
}

const findReferences = searchAgain(({ prose }: LaidOutBlock): PlacedReference[] | undefined => {
  const found = searchPieces(prose).flatMap(({ index, finding }) =>
    finding.map((reference) => ({ ...reference, prose: index })),
  );
  return found.length > 0 ? found : undefined;
});

const searchPieces = searchAlike(
  (piece: Prose): Reference[] | undefined => {
    if (!MAY_REFER.test(piece.text)) return undefined;
    const own = [...findNumbered(piece), ...findFootnotes(piece)].sort((a, b) => a.span.start - b.span.start);
    return own.length > 0 ? own : undefined;
  },
  (one, other) => one.text === other.text && one.marks === other.marks,
);

/** Whether nothing in the document has a number, where it numbers things of the kind at all. */
function isMissing({ kind, number }: Reference, { numbers, depths, lasts, footnotes }: ReferenceTargets): boolean {
  if (kind === 'footnote') {
    if (footnotes.has(normalizeLabel(`^${number}`))) return false;
    return footnotes.size > 0 || /^\d{1,3}$/.test(number);
  }
  if (numbers[kind].has(number) || !depths[kind].has(depthOf(number))) return false;
  // A number far beyond the last is hardly one of this document.
  return Number.parseInt(number, 10) <= lasts[kind] + 5;
}

function messageFor(kind: Reference['kind'], number: string): string {
  if (kind === 'table') return t('there is no table {0} in this document', number);
  if (kind === 'figure') return t('there is no figure {0} in this document', number);
  if (kind === 'section') return t('there is no section {0} in this document', number);
  return t('there is no footnote {0} in this document', number);
}

/** A table, figure, section or footnote that is referred to is not there. */
export const referenceMissing: Rule = {
  code: 'reference-missing',
  severity: 'warning',
  title: 'A table, figure, section or footnote that is referred to is not there.',
  documentation: `
Where a document numbers its tables (“Table 3: Rainfall”), its figures or its sections (“4.1 Method”), a reference to a number that
none of them has is reported, and so is a footnote reference that no definition belongs to. A number of another work (“Table 3 of Lund
2020”, “Section 4 of the Act”) and a reference that is a link are left alone.

**To cure it**, correct the number, or bring back what was lost.
`.trim(),
  examples: {
    fires: [
      'Table 1: Rain\n\nTable 2: Snow\n\nAs Table 3 shows, it rains.\n   ^^^^^^^ reference-missing',
      'Figure 1. The old mill\n\nThe mill was rebuilt (see Figure 2).',
      '![Figure 1: The mill](mill.png)\n\nCompare Fig. 4 with it.',
      '## 1 Aims\n\nText.\n\n## 2 Method\n\nText.\n\n## 3 Results\n\nSee Section 4 for more.',
      '# 1. Aims\n\n## 1.1 Scope\n\n# 2. Method\n\nSection 1.2 gives the scope.',
      'It rained for a week.[^1]',
      'It rained for a week.[^rain]\n\nThen it snowed.[^snow]\n\n[^snow]: By the mill.',
      'It rained.[^2]\n\nIt snowed.[^1]\n\n[^1]: By the mill.',
      '- It rained.[^3]\n- It snowed.',
      '**Table 1:** Rain\n\n| a | b |\n|---|---|\n| x | see Table 2 |',
      '<figcaption>Figure 1: The mill</figcaption>\n\nIn Figure 3 the mill burns.',
    ],
    silent: [
      'Table 1: Rain\n\nTable 2: Snow\n\nAs Table 2 shows, it snows.',
      'As Table 3 shows, it rains.',
      'Table 1: Rain\n\nTable 3 of Lund (2020) shows more.',
      'Table 1: Rain\n\nAs shown before (Lund 2020, Table 3), it rains.',
      'Table 1: Rain\n\nLund’s Table 3 shows more.',
      'Table 1: Rain\n\n[Table 4](https://example.org/4) has the years.',
      'Table 1: Rain\n\nAnnex Table 4 has the years.',
      '## 1 Aims\n\n## 2 Method\n\n## 3 Results\n\nSection 4 of the Harbour Act forbids it.',
      '## 1 Aims\n\n## 2 Method\n\n## 3 Results\n\nThe Harbour Act forbids it in section 5.',
      '## 1 Aims\n\n## 2 Method\n\n## 3 Results\n\nA Section 230 case was heard.',
      '## 1 Aims\n\n## 2 Method\n\n## 3 Results\n\nSection 2.4 has more.',
      '## Aims\n\n## Method\n\nSection 4 has more.',
      '## 1 Aims\n\n## 2 Method\n\n## 3 Results\n\nSection 3 has more.',
      'It rained.[^1]\n\n[^1]: By the mill.',
      'The pattern `[^1]` matches all but a one.',
      'The pattern [^a-z] matches all but letters.',
      'Write \\[^1] to print it.',
      'Figure 1: The mill\n\nSkaters did a figure 8 on the ice.',
      'Figure 1a: The mill\n\nFigure 1b: The pond\n\nFigure 1 has two parts.',
      'Table 1.1: Rain\n\nTable 2 has more.',
    ],
  },
  check(document) {
    const referring = findReferences(document, document.blocks);
    if (referring.length === 0) return [];
    const targets = findTargets(document);
    return referring.flatMap(({ index: block, item, finding }) =>
      finding
        .filter((reference) => isMissing(reference, targets))
        .flatMap(({ prose, span, kind, number }): Problem[] => {
          const place = document.spanOf({ block, prose, span });
          const text = textAt(document, place);
          const isEscaped =
            text !== sliceSpan(item.prose[prose]!.text, span) ||
            textAt(document, spanOf(place.start - 1, place.start)) === '\\';
          // An escaped bracket is printed as it is and refers to nothing.
          if (kind === 'footnote' && isEscaped) return [];
          return [
            {
              code: 'reference-missing',
              severity: 'warning',
              message: messageFor(kind, number),
              span: place,
              text,
              related: [],
              relatedCount: 0,
              confidence: 0.85,
              reason: { reference: `${kind} ${number}` },
            },
          ];
        }),
    );
  },
};
