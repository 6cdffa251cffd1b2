import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReportFormatName, reportFormats } from '../../../server/src/cli/reports/formats.ts';
import { analyse } from '../../../server/src/core/document.ts';
import { rules } from '../../../server/src/core/rules/index.ts';
import { createLineIndex } from '../../../server/src/core/text/lineIndex.ts';
import { adviceFor } from '../../../server/src/reports/advice.ts';
import { csvLine } from '../../../server/src/reports/csv.ts';
import { excerptAt } from '../../../server/src/reports/excerpt.ts';
import { type CheckReport, placedDocument, siteAt } from '../../../server/src/reports/report.ts';
import { checkReport, reportOf } from '../../support/checkReport.ts';

const print = (format: ReportFormatName, report: CheckReport, isColourWanted = false): string =>
  [...reportFormats[format](report, { isColourWanted })].join('');

const source = 'The port has 1,240 berths.\n\nOf its 1,180 berths, some are dry. Later: 1,300.\n';
const report = checkReport(
  reportOf('port.md', source, [['1,240', '1,180', '1,300']]),
  reportOf('quiet.md', 'Nothing here.', []),
);
/** Passages that would break a format that takes them for its own. */
const hostile = checkReport(
  reportOf('a & <b>"c".md', '=1+1 <script>alert(1)</script> and "2", \u001b[31m| `x` @you', [
    ['=1+1 <script>alert(1)</script>', '"2", \u001b[31m| `x` @you'],
  ]),
);

describe('the text report', () => {
  it('prints a conflict once, with its sites and why they were compared', () => {
    expect(print('text', report)).toBe(
      [
        'port.md:1:14: warning: 1,240 here, 1,180 and 1,300 elsewhere [figure-conflict]',
        '    │ The port has »1,240« berths.',
        '  port.md:3:8: 1,180 there',
        '    │ Of its »1,180« berths, some are dry. Later: 1,300.',
        '  port.md:3:43: 1,300 there',
        '    │ Of its 1,180 berths, some are dry. Later: »1,300«.',
        '  compared as: berths, Port of Vik',
        '',
        '1 warning in 1 of 2 documents',
        '',
      ].join('\n'),
    );
  });

  it('has colour only where it is wanted', () => {
    expect(print('text', report)).not.toContain('\u001b');
    expect(print('text', report, true)).toContain('\u001b[33mwarning\u001b[39m');
  });

  it('lets no document command the terminal', () => {
    expect(print('text', hostile)).not.toContain('\u001b');
  });

  it('closes with what was done and what is not shown', () => {
    const quiet = checkReport(reportOf('quiet.md', 'Nothing here.', []));
    expect(print('text', quiet)).toBe('No problems in 1 document\n');
    expect(print('text', { ...quiet, known: 3, failures: 1, omitted: 2 })).toBe(
      'No problems in 1 document; 2 more not shown (--max-problems); 3 known from the baseline; 1 path could not be read\n',
    );
    const mixed = checkReport(
      reportOf('a.md', '1 2 3 4', [['1', '2']]),
      reportOf('b.md', '1 2 3 4', [['1'], ['3']], { severity: 'hint', related: [], relatedCount: 0 }),
    );
    expect(print('text', mixed)).toMatch(/\n1 warning and 2 hints in 2 documents\n$/);
  });
});

describe('an excerpt', () => {
  it('is one line with the passage in it, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(400), fc.nat(400), (text, a, b) => {
        const start = Math.min(a, b, text.length);
        const span = { start, end: Math.min(Math.max(a, b), text.length) };
        const excerpt = excerptAt(text, createLineIndex(text), span);
        expect(excerpt.text).not.toMatch(/[\r\n]/);
        expect(excerpt.text.length).toBeLessThan(260);
        expect(excerpt.mark.end).toBeLessThanOrEqual(excerpt.text.length);
      }),
    );
  });

  it('is cut between words', () => {
    const text = `${'many words before '.repeat(20)}the 40 boats${' and many behind'.repeat(20)}`;
    const start = text.indexOf('40');
    const excerpt = excerptAt(text, createLineIndex(text), { start, end: start + 2 });
    expect(excerpt.text).toMatch(/^…\w+ .* the 40 boats and .* \w+…$/);
    expect(excerpt.text.slice(excerpt.mark.start, excerpt.mark.end)).toBe('40');
  });
});

describe('the JSON report', () => {
  it('has the documented fields, for every site', () => {
    const { version, documents } = JSON.parse(print('json', report));
    expect(version).toBe(1);
    expect(documents[1]).toEqual({ path: 'quiet.md', problems: [] });
    expect(documents[0].problems).toHaveLength(3);
    expect(documents[0].problems[0]).toEqual({
      code: 'figure-conflict',
      severity: 'warning',
      message: '1,240 here, 1,180 and 1,300 elsewhere',
      span: { start: 13, end: 18 },
      range: { start: { line: 0, character: 13 }, end: { line: 0, character: 18 } },
      text: '1,240',
      related: [
        {
          path: 'port.md',
          span: { start: 35, end: 40 },
          range: { start: { line: 2, character: 7 }, end: { line: 2, character: 12 } },
          text: '1,180',
          message: '1,180 there',
        },
        {
          path: 'port.md',
          span: { start: 70, end: 75 },
          range: { start: { line: 2, character: 42 }, end: { line: 2, character: 47 } },
          text: '1,300',
          message: '1,300 there',
        },
      ],
      relatedCount: 2,
      confidence: 0.875,
      reason: { measure: 'berths', subject: 'Port of Vik' },
    });
  });
});

describe('the SARIF report', () => {
  const schemaFile = new URL(
    '../../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
    import.meta.url,
  );
  // The schema is of an older draft, from which what it uses differs in these two keys only.
  const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);

  it.each([
    ['problems', report],
    ['hostile passages', hostile],
    ['no documents', checkReport()],
    ['lone surrogates', checkReport(reportOf('\uD800.md', 'a \uD800 b', [['\uD800', 'b']]))],
    ['an absolute path', checkReport(reportOf('/a/b c.md', source, [['1,240', '1,180']]))],
  ])('with %s is valid SARIF 2.1.0', (_, given) => {
    const valid = validate(JSON.parse(print('sarif', given)));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('is refused by the schema when it is wrong', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });

  it('says where each site stands', () => {
    const [run] = JSON.parse(print('sarif', report)).runs;
    expect(run.results).toHaveLength(3);
    expect(run.results[1]).toMatchObject({
      ruleId: 'figure-conflict',
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'port.md' },
            region: { startLine: 3, startColumn: 8, endLine: 3, endColumn: 13, snippet: { text: '1,180' } },
          },
        },
      ],
    });
    expect(run.tool.driver.rules[run.results[0].ruleIndex].id).toBe('figure-conflict');
  });
});

describe('the CSV report', () => {
  it('has one record for each site', () => {
    const records = print('csv', report).split('\r\n');
    expect(records).toHaveLength(5);
    expect(records[0]).toMatch(/^path,line,column,severity,code,text,message,/);
    expect(records[1]).toBe(
      'port.md,1,14,warning,figure-conflict,"1,240","1,240 here, 1,180 and 1,300 elsewhere",port.md,3,8,"1,180",2,0.88',
    );
  });

  it('is read back as it was written, with nothing that a spreadsheet would run', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', '@x', '-2', '+3', '\t=1', ' =1', '"', '\r\n', ','));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const read = parseRecord(csvLine(cells));
        expect(read).toHaveLength(cells.length);
        for (const [index, value] of read.entries()) {
          expect(value).not.toMatch(/^\s*[=+\-@]/);
          expect(value === cells[index] || value === `'${cells[index]}`).toBe(true);
        }
      }),
    );
  });
});

describe('the Markdown and HTML reports', () => {
  it('show each finding once, with every site', () => {
    const markdown = print('markdown', report);
    expect(markdown).toContain('## port.md\n');
    expect(markdown).toContain('- line 3: Of its **1,180** berths, some are dry. Later: 1,300.');
    const html = print('html', report);
    expect(html.match(/<article /g)).toHaveLength(1);
    expect(html).toContain('The port has <mark>1,240</mark> berths.');
  });

  it('print what the document says, and nothing of it acts', () => {
    const html = print('html', hostile);
    expect(html).not.toMatch(/<script|<b>|\u001b/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/(src|href)=|url\(|@import/);
    const markdown = print('markdown', hostile);
    expect(markdown).not.toMatch(/(?<!\\)[<>`|]/);
    expect(markdown).not.toContain('@you');
  });
});

/** A record of RFC 4180, read by its letter. */
function parseRecord(line: string): string[] {
  const cells: string[] = [];
  let rest = line.slice(0, -2);
  for (;;) {
    const match = /^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/.exec(rest);
    if (!match) throw new Error(`no record: ${JSON.stringify(line)}`);
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') return cells;
    rest = rest.slice(match[0].length);
  }
}

describe('a report for people', () => {
  it('names the sections of its quotations and says what to do', () => {
    const source = '# Port\n\nIt has 1,240 berths.\n\n## Piers\n\nIts 1,180 berths are new.\n';
    const document = analyse(source);
    const problems = reportOf('port.md', source, [['1,240', '1,180']]).problems;
    const placed = placedDocument('port.md', document);
    const sites = problems.map(({ span, ...problem }) => ({ ...problem, ...siteAt(placed, span) }));
    expect(sites.map(({ section }) => section)).toEqual(['Port', 'Piers']);
    const named = checkReport({ path: 'port.md', problems: sites });
    for (const format of ['markdown', 'html'] as const) {
      expect(print(format, named)).toContain('“Port”');
      expect(print(format, named)).toContain('Look up which figure is right');
    }
  });

  it('has advice for every code that a rule reports', () => {
    for (const { code } of rules) expect(adviceFor(code), code).toMatch(/^[A-Z].{20,}\.$/);
  });
});
