import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../../server/src/core/actors/actor.ts';
import { renameMention, splitName } from '../../../../server/src/core/queries/nameForm.ts';
import { spanOf } from '../../../../server/src/core/text/span.ts';

function renamed(form: Mention['form'], text: string, oldName: string, newName: string): string | undefined {
  return renameMention({ block: 0, prose: 0, span: spanOf(0, text.length), text, form }, oldName, newName);
}

describe('a renamed mention', () => {
  it('takes the form of the new name that fits', () => {
    expect(renamed('full', 'Anna Lindqvist', 'Anna Lindqvist', 'Berta Holm')).toBe('Berta Holm');
    expect(renamed('surname', 'Lindqvist', 'Anna Lindqvist', 'Berta Holm')).toBe('Holm');
    expect(renamed('given', 'Anna', 'Anna Lindqvist', 'Berta Holm')).toBe('Berta');
    expect(renamed('acronym', 'NFA', 'Northern Fisheries Agency', 'Coastal Waters Authority')).toBe('CWA');
    expect(renamed('short', 'the Agency', 'the Agency', 'the Authority')).toBe('the Authority');
    expect(renamed('short', 'Fisheries Agency', 'Northern Fisheries Agency', 'Coastal Waters Authority')).toBe(
      'Waters Authority',
    );
  });

  it('keeps titles, possessives and capitals', () => {
    expect(renamed('surname', 'Dr Lindqvist', 'Anna Lindqvist', 'Berta Holm')).toBe('Dr Holm');
    expect(renamed('surname', 'Lindqvist’s', 'Anna Lindqvist', 'Berta Holm')).toBe('Holm’s');
    expect(renamed('surname', "Rees'", 'Owen Rees', 'Berta Holm')).toBe("Holm's");
    expect(renamed('surname', "Rees'", 'Owen Rees', 'Berta Jones')).toBe("Jones'");
    expect(renamed('full', 'ANNA LINDQVIST', 'Anna Lindqvist', 'Berta Holm')).toBe('BERTA HOLM');
    expect(renamed('full', 'Anna\nLindqvist', 'Anna Lindqvist', 'Berta Holm')).toBe('Berta Holm');
  });

  it('is left alone where no form of the new name fits', () => {
    expect(renamed('adjective', 'Norwegian', 'Norway', 'Iceland')).toBeUndefined();
    expect(renamed('acronym', 'NATO', 'Atlantic Alliance', 'Northern Pact')).toBeUndefined();
    expect(renamed('short', 'the Ministry', 'Northern Fisheries Agency', 'Coastal Waters Authority')).toBeUndefined();
  });

  it('knows which words belong to a surname', () => {
    expect(splitName('Pieter van der Berg')).toEqual({ given: 'Pieter', surname: 'van der Berg' });
    expect(splitName('Maria Elena Costa')).toEqual({ given: 'Maria', surname: 'Costa' });
    expect(splitName('Halla')).toEqual({ given: 'Halla', surname: 'Halla' });
    expect(renamed('surname', 'Berg', 'Pieter van der Berg', 'Anna de Wit')).toBe('de Wit');
  });
});
