import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, parseSettings } from '../../../server/src/features/settings.ts';

describe('settings', () => {
  it('keep their defaults where the client says nothing', () => {
    expect(parseSettings(undefined)).toEqual({ settings: defaultSettings, problems: [] });
    expect(parseSettings(null)).toEqual({ settings: defaultSettings, problems: [] });
    expect(parseSettings({ diagnostics: null, hover: {} })).toEqual({ settings: defaultSettings, problems: [] });
  });

  it('take what is well-typed and name what is not', () => {
    const { settings, problems } = parseSettings({ diagnostics: { delay: 'soon', enabled: false }, hover: 3 });
    expect(settings).toEqual({ ...defaultSettings, diagnosticsEnabled: false });
    expect(problems).toEqual([
      'The setting "concordance.diagnostics.delay" must be a number from 0 to 10000, not "soon".',
      'The setting "concordance.hover" must be an object, not 3.',
    ]);
  });

  it('take a switch that stands in no group', () => {
    expect(parseSettings({ codeLens: true, inlayHints: true })).toEqual({
      settings: { ...defaultSettings, codeLens: true, inlayHints: true },
      problems: [],
    });
    expect(parseSettings({ codeLens: 'on' }).problems).toEqual([
      'The setting "concordance.codeLens" must be true or false, not "on".',
    ]);
  });

  it('read any value without failing', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (diagnostics, hover) => {
        const { settings } = parseSettings({ diagnostics, hover });
        expect(settings.diagnosticsDelay).toBeGreaterThanOrEqual(0);
        expect(typeof settings.diagnosticsEnabled).toBe('boolean');
      }),
    );
    expect(parseSettings([]).problems).toEqual(['The settings under "concordance" must be an object, not a list.']);
  });
});
