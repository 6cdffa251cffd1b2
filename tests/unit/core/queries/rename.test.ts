import { describe, expect, it } from 'vitest';
import { analyse, findNameProblem, findRenameEdits } from '../../../../server/src/core/index.ts';
import { parseFixture } from '../../../support/fixture.ts';

/** The texts after a rename; edits that should be looked at are put in braces with their reason. */
function rename(source: string, newName: string): string[] {
  const { files, cursor } = parseFixture(source);
  const documents = files.map(({ path, text }) => ({ key: path, document: analyse(text) }));
  const edits = findRenameEdits(documents, cursor!.path, cursor!.offset, newName) ?? [];
  return documents.map(({ key, document }) => {
    let text = document.source;
    for (const { site, newText, doubt } of edits.toReversed()) {
      if (site.document !== key) continue;
      const inserted = doubt ? `{${doubt}: ${newText}}` : newText;
      text = text.slice(0, site.span.start) + inserted + text.slice(site.span.end);
    }
    return text.trim();
  });
}

describe('a rename', () => {
  it('changes every form to the form of the new name', () => {
    expect(rename('Anna Lind<|>qvist came. We met Anna Lindqvist and praised Lindqvist’s work.', 'Berta Holm')).toEqual(
      ['Berta Holm came. We met Berta Holm and praised Holm’s work.'],
    );
  });

  it('reaches every document that names the actor, and no other actor', () => {
    expect(
      rename('//- a.md\nAnna Lind<|>qvist came.\n//- b.md\nWe met Anna Lindqvist and Carl Rees.\n', 'Berta Holm'),
    ).toEqual(['Berta Holm came.', 'We met Berta Holm and Carl Rees.']);
  });

  it('asks about quotations', () => {
    expect(
      rename('Anna Lind<|>qvist came. “Ask Anna Lindqvist,” he said.\n\n> We met Anna Lindqvist.', 'Berta Holm'),
    ).toEqual(['Berta Holm came. “Ask {quotation: Berta Holm},” he said.\n\n> We met {quotation: Berta Holm}.']);
  });

  it('asks where markup stands within the name', () => {
    expect(rename('Anna Lindqvist came. We met **Anna** Lind<|>qvist.', 'Berta Holm')).toEqual([
      'Berta Holm came. We met **{form: Berta Holm}.',
    ]);
  });

  it('takes names apart by any white space', () => {
    expect(rename('We met Anna Lind<|>qvist.\nThen Anna\nLindqvist left.', '  Berta   Holm ')).toEqual([
      'We met Berta Holm.\nThen Berta Holm left.',
    ]);
  });

  it('is nothing where no actor stands', () => {
    expect(rename('There were 4<|>12 terns.', 'Berta Holm')).toEqual(['There were 412 terns.']);
  });
});

describe('a new name', () => {
  it.each(['Berta Holm', "O'Neill", 'Jean-Luc', 'Åsa', '李明', 'Acme & Sons', 'K2'])('may be %s', (name) => {
    expect(findNameProblem(name)).toBeUndefined();
  });

  it.each(['', ' ', '7', 'a\nb', '*', '[a](b)', 'a|b', '<b>'])('may not be %j', (name) => {
    expect(findNameProblem(name)).toMatch(/^A name /);
  });
});
