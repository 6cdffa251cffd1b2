// `concordance check`: the consistency check, its report and its exit status.

import type { Sensitivity, Severity } from '../core/index.ts';
import { findingsOf } from '../reports/findings.ts';
import { type DocumentReport, isAtLeast, type ProblemReport, severities } from '../reports/report.ts';
import { choiceOption, numberOption } from './arguments.ts';
import { readBaseline, withoutKnown, writeBaseline } from './baseline.ts';
import { checkDocuments } from './checkDocuments.ts';
import type { Arguments, Command } from './command.ts';
import { reportFormatNames, reportFormats } from './reports/formats.ts';
import { CommandError, type ExitStatus, type Terminal } from './terminal.ts';

const sensitivities: readonly Sensitivity[] = ['strict', 'balanced', 'exhaustive'];

const scopes = ['document', 'workspace'] as const;

export const check: Command = {
  name: 'check',
  operands: '[PATH…]',
  summary: 'Report figures, dates and names that disagree',
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: reportFormatNames,
      description: 'how to print the report (default: text)',
    },
    {
      name: 'scope',
      value: 'SCOPE',
      choices: scopes,
      description: 'where statements are compared (default: document); workspace compares across documents too',
    },
    {
      name: 'sensitivity',
      value: 'LEVEL',
      choices: sensitivities,
      description: 'how sure a problem must be (default: what the project file says, or balanced)',
    },
    {
      name: 'fail-on',
      value: 'SEVERITY',
      choices: severities,
      description: 'least severity for exit status 1 (default: warning)',
    },
    { name: 'since', value: 'REV', description: 'report figures that edits since this git revision left behind' },
    { name: 'max-problems', value: 'N', description: 'print at most N problems; a conflict counts once' },
    { name: 'baseline', value: 'FILE', description: 'problems that are known and not reported again' },
    { name: 'update-baseline', description: 'write the problems there are now to the baseline' },
  ],
  notes: [
    'Information and hints are printed with --sensitivity exhaustive, or when --fail-on names them.',
    'The nearest concordance.yaml above a document applies.',
  ],
  run: runCheck,
};

async function runCheck(given: Arguments, terminal: Terminal): Promise<ExitStatus> {
  const format = choiceOption(given, 'format', reportFormatNames) ?? 'text';
  const sensitivity = choiceOption(given, 'sensitivity', sensitivities);
  const failOn = choiceOption(given, 'fail-on', severities) ?? 'warning';
  const most = numberOption(given, 'max-problems', 0);
  const baselineFile = given.options.get('baseline');
  const since = given.options.get('since');
  const isUpdate = given.options.has('update-baseline');
  if (isUpdate && baselineFile === undefined) {
    throw new CommandError('--update-baseline needs to know the file: --baseline FILE --update-baseline');
  }
  const baseline = baselineFile !== undefined && !isUpdate ? await readBaseline(baselineFile) : undefined;

  const checked = await checkDocuments(given.operands, terminal, {
    scope: choiceOption(given, 'scope', scopes) ?? 'document',
    ...(sensitivity && { sensitivity }),
    ...(since !== undefined && { since }),
  });
  const listed = listedDocuments(checked.documents, sensitivity, failOn);
  if (baselineFile !== undefined && isUpdate) {
    if (checked.failures > 0)
      throw new CommandError(`${baselineFile}: left as it is, since not every document could be read`);
    const count = await writeBaseline(baselineFile, listed);
    await terminal.print(`${baselineFile}: ${count} ${count === 1 ? 'problem is' : 'problems are'} known now\n`);
    return 0;
  }
  const { documents, known } =
    baseline && baselineFile !== undefined
      ? withoutKnown(listed, baseline, baselineFile)
      : { documents: listed, known: 0 };
  const { shown, omitted } = firstFindings(documents, most);
  const report = { documents: shown, omitted, known, failures: checked.failures };
  for (const piece of reportFormats[format](report, { isColourWanted: terminal.isColourWanted })) {
    if (!(await terminal.print(piece))) break;
  }
  if (checked.failures > 0) return 2;
  return documents.some(({ problems }) => problems.some(({ severity }) => isAtLeast(severity, failOn))) ? 1 : 0;
}

/** Without information and hints, unless they were asked for. */
function listedDocuments(
  documents: readonly DocumentReport[],
  sensitivity: Sensitivity | undefined,
  failOn: Severity,
): readonly DocumentReport[] {
  if (sensitivity === 'exhaustive') return documents;
  const least: Severity = isAtLeast(failOn, 'warning') ? 'warning' : failOn;
  return documents.map(({ path, problems }) => ({
    path,
    problems: problems.filter(({ severity }) => isAtLeast(severity, least)),
  }));
}

/** The problems of the first findings; a finding is printed with all its sites or not at all. */
function firstFindings(
  documents: readonly DocumentReport[],
  most: number | undefined,
): { readonly shown: readonly DocumentReport[]; readonly omitted: number } {
  if (most === undefined) return { shown: documents, omitted: 0 };
  const findings = findingsOf(documents);
  const kept = new Set<ProblemReport>(findings.slice(0, most).flatMap(({ problems }) => problems));
  const shown = documents.map(({ path, problems }) => ({ path, problems: problems.filter((each) => kept.has(each)) }));
  return { shown, omitted: Math.max(0, findings.length - most) };
}
