import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFormat } from '../../../../server/src/core/markdown/block.ts';
import { layOut } from '../../../../server/src/core/markdown/layout.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';
import { reparseBlocks, type SourceEdit } from '../../../../server/src/core/markdown/reparseBlocks.ts';
import { withMapsFromStart } from '../../../support/blockMaps.ts';
import { arbitraryMarkdown } from '../../../support/markdownArbitrary.ts';
import { arbitraryStep, editsOf } from '../../../support/undoArbitrary.ts';

function apply(source: string, { span, text }: SourceEdit): string {
  return source.slice(0, span.start) + text + source.slice(span.end);
}

describe('blocks that come back', () => {
  it('are those of the new text, whatever was taken out and undone before', () => {
    fc.assert(
      fc.property(
        arbitraryMarkdown(40),
        fc.array(arbitraryStep(), { minLength: 2, maxLength: 8 }),
        fc.constantFrom<SourceFormat>('markdown', 'text'),
        (start, steps, format) => {
          let layout = layOut(parseBlocks(start, format), format);
          for (const { edit, source } of editsOf(start, steps)) {
            const blocks = reparseBlocks(layout, edit, format);
            expect(blocks.map(withMapsFromStart)).toEqual(parseBlocks(source, format).map(withMapsFromStart));
            expect(new Set(blocks).size).toBe(blocks.length);
            layout = layOut(blocks, format, layout);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  /** Lines in place of one of a text, or of two. */
  const lines = fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    gone: fc.nat(2),
    text: fc.constantFrom(
      '',
      '\n',
      '|\n',
      '| a | 5 |\n',
      '- a\n',
      '\n\n',
      '| a | b |\n|---|---|\n',
      '- \n',
      'It grew.\n\n',
    ),
  });

  it.each([
    ['table', '| Port | Ships |\n|---|---|\n', (n: number) => `| Arden ${n % 90} | ${n % 7} |\n`],
    ['list', '', (n: number) => `- The port of Arden ${n % 90} has ${n % 7} ships.\n`],
  ])('are those of the new text where a long %s is parted and joined', (_, header, row) => {
    const long = `# Ports\n\n${header}${Array.from({ length: 200 }, (_, n) => row(n)).join('')}\nIt grew.\n`;
    const steps = fc.array(fc.record({ edit: lines, isUndone: fc.boolean() }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(steps, (all) => {
        let text = long;
        let layout = layOut(parseBlocks(text, 'markdown'), 'markdown');
        const applyAndCompare = (edit: SourceEdit): void => {
          text = apply(text, edit);
          const blocks = reparseBlocks(layout, edit, 'markdown');
          expect(blocks.map(withMapsFromStart)).toEqual(parseBlocks(text, 'markdown').map(withMapsFromStart));
          layout = layOut(blocks, 'markdown', layout);
        };
        for (const { edit, isUndone } of all) {
          const start = text.indexOf('\n', Math.floor(edit.at * text.length)) + 1;
          let end = start;
          for (let n = 0; n < edit.gone; n++) end = text.indexOf('\n', end) + 1 || text.length;
          const was = text.slice(start, end);
          applyAndCompare({ span: { start, end }, text: edit.text });
          if (isUndone) applyAndCompare({ span: { start, end: start + edit.text.length }, text: was });
        }
      }),
      { numRuns: 60 },
    );
  });

  const paragraphs = Array.from({ length: 40 }, (_, index) => `Paragraph ${index} of 40, by [notes].\n\n`);
  const source = `# Title\n\n${paragraphs.join('')}[notes]: #a\n`;

  /** The blocks before a text is put in, with it, and after it is taken out again. */
  function putInAndTakeOut(at: number, text: string) {
    const before = parseBlocks(source, 'markdown');
    const put = { span: { start: at, end: at }, text };
    const between = reparseBlocks(layOut(before, 'markdown'), put, 'markdown');
    const taken = { span: { start: at, end: at + text.length }, text: '' };
    return { before, between, after: reparseBlocks(layOut(between, 'markdown'), taken, 'markdown') };
  }

  it('are the same objects when code is closed again', () => {
    const { before, between, after } = putInAndTakeOut(source.indexOf('Paragraph 10'), '```\n');
    expect(between.at(-1)!.kind).toBe('code');
    expect(after).toEqual(before);
    expect(after.filter((block, index) => block !== before[index]).length).toBeLessThan(3);
  });

  it('are the same objects behind code and HTML that are closed', () => {
    const text = Array.from(
      { length: 20 },
      (_, index) => `Paragraph ${index}.\n\n<div>\n\n\`\`\`\ncode ${index}\n\`\`\`\n\n</div>\n\n`,
    ).join('');
    const before = parseBlocks(text, 'markdown');
    const start = text.indexOf('Paragraph 5');
    const cut = { span: { start, end: text.indexOf('Paragraph 15') }, text: '' };
    const between = reparseBlocks(layOut(before, 'markdown'), cut, 'markdown');
    const paste = { span: { start, end: start }, text: text.slice(start, cut.span.end) };
    const after = reparseBlocks(layOut(between, 'markdown'), paste, 'markdown');
    expect(after).toEqual(before);
    expect(after.filter((block, index) => block !== before[index]).length).toBeLessThan(10);
  });

  it('are the same objects when a label is defined again', () => {
    const { before, between, after } = putInAndTakeOut(source.indexOf('[notes]:') + 1, 'x');
    expect(between[5]!.prose[0]!.text).toContain('[notes]');
    expect(after).toEqual(before);
    expect(after.filter((block, index) => block !== before[index]).length).toBeLessThan(3);
  });

  it('are there once, however often they are pasted', () => {
    const [from, to] = [source.indexOf('Paragraph 10'), source.indexOf('Paragraph 30')];
    const cut = source.slice(from, to);
    const before = parseBlocks(source, 'markdown');
    let text = source;
    let layout = layOut(before, 'markdown');
    for (const edit of [
      { span: { start: from, end: to }, text: '' },
      { span: { start: 9, end: 9 }, text: cut },
      { span: { start: from, end: from }, text: cut },
    ]) {
      text = apply(text, edit);
      layout = layOut(reparseBlocks(layout, edit, 'markdown'), 'markdown', layout);
    }
    expect(layout.blocks).toEqual(parseBlocks(text, 'markdown'));
    expect(new Set(layout.blocks).size).toBe(layout.blocks.length);
    expect(layout.blocks.filter((block) => before.includes(block)).length).toBeGreaterThan(35);
  });

  it('are not what a longer line begins with', () => {
    const definition = '[alpha]:\n  http://b.example\n  "title\n  goes on"\n\n';
    let text = `# Title of 5\n\n# Title of 5\n\n[^long]: note\nlazy note\n${definition}#`;
    let layout = layOut(parseBlocks(text, 'markdown'), 'markdown');
    for (const edit of [
      { span: { start: 15, end: 15 }, text: `---\ntitle: 5\n---\n${definition}` },
      { span: { start: 167, end: 168 }, text: '# Title of 5\n\n' },
      { span: { start: 15, end: 17 }, text: '\ufeff---\n\n* a\n\n' },
    ]) {
      text = apply(text, edit);
      layout = layOut(reparseBlocks(layout, edit, 'markdown'), 'markdown', layout);
      expect(layout.blocks).toEqual(parseBlocks(text, 'markdown'));
    }
  });

  it('are read anew where a label means something else now', () => {
    const at = source.indexOf('Paragraph 10');
    const cut = source.indexOf('[notes]: #a');
    let layout = layOut(parseBlocks(source, 'markdown'), 'markdown');
    let text = source;
    for (const edit of [
      { span: { start: at, end: at }, text: '```\n' },
      { span: { start: cut + 4, end: text.length + 4 }, text: 'The end.\n' },
      { span: { start: at, end: at + 4 }, text: '' },
    ]) {
      text = apply(text, edit);
      layout = layOut(reparseBlocks(layout, edit, 'markdown'), 'markdown', layout);
    }
    expect(layout.blocks).toEqual(parseBlocks(text, 'markdown'));
    expect(layout.blocks.some((block) => block.prose[0]?.text.includes('[notes]'))).toBe(true);
  });
});
