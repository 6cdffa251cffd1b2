// What a fuzzer tries: the analysis as every door runs it. A test of the fuzzer itself puts a faulty one in its place.

import {
  type AnalysedDocument,
  analyse,
  type CheckedInProject,
  checkAcross,
  checkInProject,
  emptyProject,
  reanalyse,
} from '../../server/src/core/index.ts';

export interface Analysis {
  readonly analyse: typeof analyse;
  readonly reanalyse: typeof reanalyse;
  readonly checkAcross: typeof checkAcross;
  check(document: AnalysedDocument, baseline?: AnalysedDocument): CheckedInProject;
}

export const realAnalysis: Analysis = {
  analyse,
  reanalyse,
  checkAcross,
  check: (document, baseline) =>
    checkInProject(document, {
      project: emptyProject,
      path: 'report.md',
      sensitivity: 'exhaustive',
      ...(baseline && { baseline }),
    }),
};
