// The rule on actors who are described in ways that exclude each other. Which descriptions belong to whom is found with the
// actors; here only what cannot be true of one person at one time is told.

import { t } from '@vscode/l10n';
import type { Actor, ProseRef } from '../actors/actor.ts';
import { foldName, Sense, sensesOf } from '../actors/lexicon.ts';
import type { AnalysedDocument } from '../document.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import { remembering } from '../text/remembering.ts';
import { searchAgain } from '../text/searchAgain.ts';
import type { Problem } from './problem.ts';
import { problemAtProse, RELATED_AT_MOST } from './proseProblem.ts';
import type { Rule } from './rule.ts';

/** One actor is described in ways that exclude each other. */
export const roleConflict: Rule = {
  code: 'role-conflict',
  severity: 'warning',
  title: 'A person is described in ways that exclude each other.',
  documentation: `
Reported are descriptions and titles of one person, by the full name, that cannot both be right: an office and its deputy
(“Minister Dana Holt”, “Deputy Minister Dana Holt”), two ranks (“Colonel”, “Major”), two of a pair (“spokesman”,
“spokeswoman”), two rival parties (“Democrat”, “Republican”).

Left alone is whatever time may explain: a description with a word like “former”, “then” or “retired”, and every document
that speaks of a promotion, an appointment or an election of somebody. A surname alone proves nothing.

**To cure it**, correct the description that is wrong, or say when each was true.
`.trim(),
  examples: {
    fires: [
      `
# Ferries

Deputy Minister Dana Holt opened the port.
^^^^^^^^^^^^^^^ role-conflict

## Reactions

“It is late,” said Minister Dana Holt.
                   ^^^^^^^^ role-conflict
`.trim(),
      'Colonel Pavel Hruby gave the order.\n\nAccording to Major Pavel Hruby, nobody was hurt.',
      'Spokesman Kim Larkin denied it.\n\nThe report names the agency’s spokeswoman Kim Larkin.',
      'The company’s chairman Robin Ashby spoke.\n\nLater the chairwoman Robin Ashby left the room.',
      'Luis Varela, a Democrat, voted for it.\n\nThe bill was written by Luis Varela, a Republican.',
      'General Ivo Hanak was there.\n\n“We won,” said Captain Ivo Hanak.',
      'Deputy Director Ines Roth signed it.\n\nThe letter is signed by Director Ines Roth.',
      'Vice President Martin Oduya arrived on Monday.\n\nOn Tuesday President Martin Oduya met the press.',
      'Businessman Alex Moreau bought the club.\n\nThe club belongs to businesswoman Alex Moreau.',
      'Deputy Mayor Nora Blum opened the fair.\n\nThe fair was a success, said Mayor Nora Blum.',
      'Sergeant Tom Pruitt found the car.\n\nLieutenant Tom Pruitt would not say where.',
      'Congressman Jamie Doyle asked for a vote.\n\nA letter by Congresswoman Jamie Doyle was read.',
    ],
    silent: [
      'Minister Dana Holt opened the port.\n\n“It is late,” said the minister, Dana Holt.',
      'Deputy Minister Dana Holt opened the port.\n\nMinister Peter Holt was late.',
      'Colonel Pavel Hruby gave the order.\n\nFormer Major Pavel Hruby is retired.',
      'Major Pavel Hruby was promoted in May.\n\nColonel Pavel Hruby gave the order.',
      'Colonel Pavel Hruby gave the order.\n\nMajor Hruby was hurt.',
      'Spokesman Kim Larkin denied it.\n\nAnother spokeswoman, Ann Weir, agreed with Kim Larkin.',
      'Actor Robin Ashby spoke.\n\nDirector Robin Ashby has made two films.',
      'Analyst Ivo Hanak warned of it.\n\nEconomist Ivo Hanak warned again.',
      'Luis Varela, a Democrat, voted for it.\n\nAna Varela, a Republican, voted against it.',
      'Lieutenant General Ivo Hanak was there.\n\n“We won,” said General Ivo Hanak.',
      'The then Deputy Director Ines Roth signed it.\n\nDirector Ines Roth has read it.',
      'Vice President Martin Oduya was sworn in as president on Monday.\n\nOn Tuesday President Martin Oduya met the press.',
      'Deputy Mayor Nora Blum opened the fair. She was elected mayor in June.\n\nMayor Nora Blum opened it again.',
      'Captain Tom Pruitt scored twice.\n\nCoach Tom Pruitt trains the girls.',
      'The chairman of the board, Robin Ashby, thanked chairwoman Ellen Ross.',
      'Dr. Elena Kovac leads the clinic.\n\nProfessor Elena Kovac wrote the book.',
      'Engineer Sam Ortiz built it.\n\nHis wife, the engineer Ana Ortiz, drew it.',
    ],
  },
  check(document) {
    const contested = findContested(document, document.actors);
    if (contested.length === 0 || findChanges(document, document.blocks).length > 0) return [];
    return contested
      .flatMap(({ item, finding }) => conflictsOf(document, item, finding))
      .sort((a, b) => a.span.start - b.span.start);
  },
};

/** Words for what turns one office into another: with them, two offices of one person are no conflict. */
const CHANGES =
  /\b(?:promot(?:ed|ion)|appoint(?:ed|ment)|sworn in|took office|inaugurat|elected|resign(?:ed|ation)|succeed(?:ed|s)|became|was named|rose to|demoted|career|biography)\b/i;

/** Finds the blocks with words for such a change. Two of them never stand in two blocks, which a line break parts. */
const findChanges = searchAgain(({ block }: LaidOutBlock) => (CHANGES.test(block.source) ? block : undefined));

/** Words that say that a description is not of now. */
const PAST = new Set(
  'former formerly ex then retired late future new incoming outgoing next acting interim ousted onetime sometime previous designate elect honorary'.split(
    ' ',
  ),
);
const LOWER = new Set(['deputy', 'vice', 'assistant', 'associate', 'under', 'junior']);
const RANKS = new Set(
  'general colonel major captain lieutenant sergeant corporal admiral commodore commander brigadier marshal'.split(' '),
);
const RIVALS = [
  ['democrat', 'republican'],
  ['spokesman', 'spokeswoman'],
  ['chairman', 'chairwoman'],
  ['businessman', 'businesswoman'],
  ['congressman', 'congresswoman'],
  ['councilman', 'councilwoman'],
  ['king', 'queen'],
  ['prince', 'princess'],
  ['duke', 'duchess'],
  ['widow', 'widower'],
  ['policeman', 'policewoman'],
  ['sportsman', 'sportswoman'],
] as const;
const RIVAL_OF = new Map(RIVALS.flatMap(([a, b]) => [[a, b] as [string, string], [b, a] as [string, string]]));

/** A description or title of one actor, by its last word: "minister", held as a deputy or not. */
interface Role {
  readonly at: ProseRef;
  readonly text: string;
  readonly head: string;
  readonly isDeputy: boolean;
  readonly isTitle: boolean;
}

/** Finds the roles of people who have two that exclude each other. */
const findContested = searchAgain((actor: Actor): readonly Role[] | undefined => {
  if (actor.kind !== 'person' || actor.mentions.length < 2) return undefined;
  const roles = rolesOf(actor);
  return roles.some((role) => roles.some((other) => exclude(role, other))) ? roles : undefined;
});

function conflictsOf(document: AnalysedDocument, actor: Actor, contested: readonly Role[]): Problem[] {
  const roles = contested.filter(({ at }) => !isPast(document, at));
  const problems: Problem[] = [];
  for (const role of roles) {
    const others = roles.filter((other) => exclude(role, other));
    if (others.length === 0) continue;
    problems.push(
      problemAtProse(document, {
        code: 'role-conflict',
        message: t('{0} is “{1}” here and “{2}” elsewhere', actor.name, role.text, others[0]!.text),
        at: role.at,
        related: others
          .slice(0, RELATED_AT_MOST)
          .map((other) => ({ at: other.at, message: t('“{0}” here', other.text) })),
        relatedCount: others.length,
        confidence: 0.85,
        reason: { actor: actor.id, roles: [role.text, ...others.map(({ text }) => text)] },
      }),
    );
  }
  return problems;
}

/** Whether the word before says that it is not of now: "the then Deputy Director". */
function isPast(document: AnalysedDocument, { block, prose, span }: ProseRef): boolean {
  const before = document.blocks[block]!.prose[prose]!.text.slice(Math.max(0, span.start - 20), span.start);
  return PAST.has(foldName(before.trimEnd().split(/[\s-]/).at(-1) ?? ''));
}

function rolesOf({ mentions, descriptions }: Actor): Role[] {
  const roles: Role[] = [];
  for (const mention of mentions) {
    const title = recallTitle(mention.text);
    if (title === undefined) continue;
    const { start } = mention.span;
    const role = readRole({ ...mention, span: { start, end: start + title.length } }, title, true);
    if (role !== undefined) roles.push(role);
  }
  for (const { block, prose, span, text } of descriptions) {
    const at = { block, prose, span };
    const isTitle = mentions.some((mention) => isBefore(at, mention) && /\s/.test(mention.text));
    const role = readRole(at, text, isTitle);
    if (role !== undefined && !roles.some((other) => isSamePlace(other.at, at))) roles.push(role);
  }
  return roles;
}

/** Whether one thing stands right before another: "Colonel" before "Pavel Hruby". */
function isBefore(a: ProseRef, b: ProseRef): boolean {
  return a.block === b.block && a.prose === b.prose && b.span.start - a.span.end === 1;
}

function isSamePlace(a: ProseRef, b: ProseRef): boolean {
  return a.block === b.block && a.prose === b.prose && a.span.start < b.span.end && b.span.start < a.span.end;
}

const MOST_TITLES = 20_000;
const recallTitle = remembering(MOST_TITLES, titleBefore);

/** "Deputy Minister" of "Deputy Minister Dana Holt"; undefined unless two words of a name follow. */
function titleBefore(text: string): string | undefined {
  const words = [...text.matchAll(/\S+/g)];
  let count = 0;
  while (count < words.length && isTitleWord(words[count]![0])) count++;
  if (count === 0 || words.length - count < 2) return undefined;
  const last = words[count - 1]!;
  return text.slice(0, last.index + last[0].length);
}

const isTitleWord = (word: string) =>
  LOWER.has(foldName(word)) || (sensesOf(foldName(word)) & (Sense.role | Sense.given)) === Sense.role;

function readRole(at: ProseRef, text: string, isTitle: boolean): Role | undefined {
  const words = foldName(text).split(/[\s-]+/);
  if (words.some((word) => PAST.has(word))) return undefined;
  const of = words.findIndex((word) => word === 'of' || word === 'for' || word === 'at' || word === 'in');
  const own = of > 0 ? words.slice(0, of) : words;
  const head = own.at(-1);
  if (head === undefined) return undefined;
  return { at, text: text.replace(/\s+/g, ' '), head, isDeputy: own.some((word) => LOWER.has(word)), isTitle };
}

function exclude(a: Role, b: Role): boolean {
  if (RIVAL_OF.get(a.head) === b.head) return true;
  if (!a.isTitle || !b.isTitle) return false;
  if (a.head === b.head) return a.isDeputy !== b.isDeputy;
  return RANKS.has(a.head) && RANKS.has(b.head) && !a.isDeputy && !b.isDeputy;
}
