// Words for what the analysis names by a key: the kind of an actor, how a claim is stated.

import { t } from '@vscode/l10n';
import type { ActorKind } from '../actors/actor.ts';
import type { Stance } from '../claims/claim.ts';

/** "person", in the reader's language; empty for what is none of the kinds. */
export function kindText(kind: ActorKind): string {
  if (kind === 'person') return t('person');
  if (kind === 'organization') return t('organization');
  return kind === 'place' ? t('place') : '';
}

/** "forecast", in the reader's language. */
export function stanceText(stance: Stance): string {
  const words: Readonly<Record<Stance, string>> = {
    stated: t('stated'),
    forecast: t('forecast'),
    target: t('target'),
    negated: t('negated'),
    hypothetical: t('hypothetical'),
    quoted: t('quoted'),
  };
  return words[stance];
}
