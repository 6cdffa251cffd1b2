// concordance/findings and concordance/report: what a check found, as a list to show, or as a text to print or to give to
// another program. The same reports as on the command line.

import { type CancellationToken, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Problem } from '../core/index.ts';
import { adviceFor } from '../reports/advice.ts';
import { csvReport } from '../reports/csv.ts';
import { type Finding, findingsOf } from '../reports/findings.ts';
import { htmlReport } from '../reports/html.ts';
import { markdownReport } from '../reports/markdown.ts';
import { compared } from '../reports/reason.ts';
import { type DocumentReport, placedDocument, type ReportFormat, reportProblem } from '../reports/report.ts';
import { sarifReport } from '../reports/sarif.ts';
import { findAcross } from './acrossDocuments.ts';
import { cancelled, nextTurn } from './answer.ts';
import type { Snapshot } from './documents.ts';
import { rangeOf } from './positions.ts';
import type { FindingEntry, FindingsParams, ReportFormatName, ReportParams, ReportResult } from './protocol.ts';
import { problemsOf } from './publisher.ts';
import { findSnapshot, loadWorkspace, type Session, snapshotsWith } from './session.ts';
import { relativePath } from './uri.ts';

const formats: Readonly<Record<ReportFormatName, ReportFormat>> = {
  markdown: markdownReport,
  html: htmlReport,
  csv: csvReport,
  sarif: sarifReport,
};

export async function report(session: Session, params: ReportParams, token: CancellationToken): Promise<ReportResult> {
  const print = formats[params?.format];
  if (!print) {
    const names = Object.keys(formats).join(', ');
    throw new ResponseError(ErrorCodes.InvalidParams, `There is no report format “${params?.format}”: ${names}.`);
  }
  const { documents } = await checked(session, params, token);
  const pieces = print({ documents, omitted: 0, known: 0, failures: 0 }, { isColourWanted: false });
  return { text: [...pieces].join('') };
}

export async function findings(
  session: Session,
  params: FindingsParams,
  token: CancellationToken,
): Promise<readonly FindingEntry[]> {
  const { documents, byPath } = await checked(session, params ?? {}, token);
  return findingsOf(documents).map((finding) => toEntry(finding, byPath));
}

interface Checked {
  readonly documents: readonly DocumentReport[];
  readonly byPath: ReadonlyMap<string, Snapshot>;
}

/** The problems of one open document, or of all with each other; each document by its path below its workspace folder. */
async function checked(session: Session, { uri }: FindingsParams, token: CancellationToken): Promise<Checked> {
  await session.readiness.wait;
  if (uri === undefined) await loadWorkspace(session, token);
  const snapshots =
    uri === undefined ? await snapshotsWith(session, () => true, token) : [session.documents.find(uri) ?? []].flat();
  const across = findAcross(session, snapshots);
  const byPath = new Map<string, Snapshot>();
  const documents: DocumentReport[] = [];
  let turn = Date.now();
  for (const snapshot of snapshots) {
    documents.push(documentReport(session, snapshot, across.get(snapshot) ?? [], byPath));
    if (Date.now() - turn < 20) continue;
    await nextTurn();
    if (token.isCancellationRequested) throw cancelled();
    turn = Date.now();
  }
  return { documents, byPath };
}

function documentReport(
  session: Session,
  snapshot: Snapshot,
  across: readonly Problem[],
  byPath: Map<string, Snapshot>,
): DocumentReport {
  const place = (found: Snapshot) => {
    const path = relativePath(found.uri, session.folders);
    byPath.set(path, found);
    return placedDocument(path, found.document);
  };
  const own = place(snapshot);
  const problems = problemsOf(session, snapshot, across).map((problem) =>
    reportProblem(problem, own, (key) => {
      const other = findSnapshot(session, key);
      return other && place(other);
    }),
  );
  return { path: own.path, problems };
}

function toEntry({ problem, severity, others }: Finding, byPath: ReadonlyMap<string, Snapshot>): FindingEntry {
  const because = compared(problem);
  return {
    code: problem.code,
    severity,
    message: problem.message,
    ...(others.length > 0 && typeof problem.reason.measure === 'string' && { measure: problem.reason.measure }),
    ...(because !== undefined && { because }),
    advice: adviceFor(problem.code),
    sites: [problem, ...others].flatMap(({ path, span, text, section, excerpt }) => {
      const snapshot = byPath.get(path);
      if (!snapshot) return [];
      const place = { uri: snapshot.uri, range: rangeOf(snapshot.text, span) };
      return [{ text, section, excerpt: excerpt.text, mark: [excerpt.mark.start, excerpt.mark.end], path, place }];
    }),
  };
}
