// What the claims know about English words: which carry no content, which say the same, which exclude each other, which
// way a verb points, and how firmly a sentence is stated. Small lists by hand; the keys are stems.

import { stemOf } from './stem.ts';

const listed = (words: string): string[] => words.split(/\s+/).filter(Boolean);
const stems = (words: string): Set<string> => new Set(listed(words).map(stemOf));

/** Words that bind a sentence together and say nothing of what is measured. */
const FUNCTION_WORDS = new Set(
  listed(`a an the this that these those it its itself they them their theirs he him his she her hers we us our ours you
    your yours i me my mine one ones who whom whose which what when where why how and or nor but so yet if then than as at
    by for from in into of off on onto to toward towards up upon with within without over under out about above across
    after again against all almost along already also although always am among an any are around be became because
    become becomes been before behind being below between both can cannot could did do does doing done down during each
    either else even ever every few further had has have having here however is just least less lot made make makes
    making many may maybe might more most much must near nearly neither never no not now often once only other others
    otherwise ought out own per perhaps quite rather really same shall should since some still such there thereby
    therefore though through throughout thus too until very via was well were while whether will would yes via versus vs x
    etc eg ie s t re ve ll d m don didn isn aren wasn weren hasn haven doesn`),
);

/** Content words that so many sentences with figures share that they tell little. */
const LIGHT_WORDS =
  stems(`about approximately around roughly nearly almost some estimated estimate total overall average
  year month week day time number amount figure percent percentage per cent point million billion trillion thousand
  hundred say tell report show find see expect go get come take give use include new first last next current currently
  today company people according respectively compared approximately result key`);

/** Nouns that only say in which way something is measured that is named behind them: the number of "the number of boats". */
const ONLY_MEASURED = new Set(
  listed(`number numbers amount total share shares percentage proportion majority level sum rate rates ratio ratios value volume most half
    part group groups series set sets kind type types`),
);

/** Whether a noun only says in which way something is measured: "number", "share", "rate". */
export function isOnlyMeasured(word: string): boolean {
  return ONLY_MEASURED.has(word);
}

/** Groups of words that name the same thing where a figure stands beside them. The first is the name of the group. */
const SYNONYMS: readonly string[] = [
  'increase rise grow climb gain up raise jump surge uptick boost expand higher accelerate hasten',
  'decrease fall reduce drop decline lower down cut shrink slip plunge diminish lessen lower',
  'revenue turnover takings receipts',
  'cost expense price',
  'employ employee worker staff workforce job',
  'kill die fatality dead',
  'injure wound hurt',
  'buy purchase acquire',
  'begin start launch commence',
  'end finish conclude close',
  'people resident inhabitant citizen individual population',
  'home house household dwell residence',
  'child kid',
  'share stock',
  'help aid assist',
  'company firm corporation',
  'profit earn income',
  'pay wage salary',
  'budget spend outlay',
  'vote ballot',
  'area size extent cover',
  'build construct',
  'obtain get receive',
  'respond participant survey',
  'big large great',
  'student pupil',
  'car vehicle automobile',
  'trial pilot',
  'soldier troop',
  'young youth',
  'old elder senior',
  'yearly annual annually',
  'quarter quarterly',
  'month monthly',
  'week weekly',
  'day daily',
  'capacity volume',
  'maximum max cap limit ceiling',
  'minimum min',
  'mean average',
  'apartment flat',
  'film movie',
  'road highway',
  'boost enhance improve',
  'need require',
  'show reveal',
  'plan intend aim',
  'satisfied satisfaction satisfy',
  'agree agreement',
  'prefer preference',
  'choose choice',
  'sell sale',
  'lose loss',
  'unemploy jobless',
  'effective efficacy effectiveness',
  'visit visitor tourist guest',
  'passenger rider',
  'protest protester demonstrate demonstrator demonstration',
  'arrest detain',
  'jail prison imprison',
  'fine penalty',
  'rain rainfall precipitation',
  'doctor physician',
  'teach educator',
  'harvest crop',
  'country nation',
  'found establish create',
  'open inaugurate',
  'donate donation contribute',
  'weigh weight',
  'electricity power energy',
  'speed pace',
  'flee displace',
  'invest investment',
  'collide crash',
  'attend attendance',
];

/** Sets of which a claim can only have one: a claim about men is not one about women. */
const CONTRASTS: readonly string[] = [
  'man woman',
  'male female',
  'boy girl',
  'adult child senior youth',
  'adult infant',
  'urban rural',
  'rich poor',
  'single joint',
  'married unmarried',
  'mobile desktop',
  'import export',
  'inflow outflow',
  'revenue spend profit',
  'asset debt',
  'gross net operating',
  'public private',
  'federal state local',
  'domestic foreign',
  'baseline reform',
  'minimum maximum',
  'lowest highest',
  'bottom top',
  'win lose draw',
  'birth die',
  'kill injure',
  'employ unemploy',
  'primary secondary tertiary',
  'military civilian',
  'land water',
  'internal external',
  'forecast actual',
  'first second third fourth fifth sixth seventh eighth ninth tenth',
  'north south east west',
  'northern southern eastern western',
  'nominal real',
  'static dynamic',
  'before after',
  'include exclude',
  'deep shallow',
  'long wide deep thick tall',
  'short long',
  'morning evening',
  'summer winter spring autumn',
  'low high',
  'upper lower',
  'small medium large',
  'direct indirect',
  'fixed variable',
  'buy sell',
  'supply demand',
  'ask give',
  'ask receive',
  'request grant',
  'apply grant',
  'agree disagree',
  'satisfied dissatisfied',
  'lend borrow',
  'infant maternal',
  'january february march april may june july august september october november december',
  'monday tuesday wednesday thursday friday saturday sunday',
  'current prior previous next last',
  'old new',
  'start end',
  'begin end',
  'annual monthly weekly daily quarterly',
  'legal illegal',
  'proven probable',
];

/** How something was once: "originally". */
const AT_FIRST = listed('previously formerly originally initially');

/** Whether a word tells how something was once. */
export function isAtFirst(word: string): boolean {
  return AT_FIRST.includes(word);
}

/** Words that narrow a claim to a part or to an earlier state, where the other claim speaks of the whole or of now. */
const NARROWING_WORDS = stems(
  `decile quintile quartile percentile lowest highest poorest richest individually separately ${AT_FIRST.join(' ')}`,
);

const DIRECTION_UP = stems(`increase rise grow climb gain raise jump surge boost up higher add expand more exceed`);
const DIRECTION_DOWN = stems(
  `decrease fall reduce drop decline lower cut shrink slip plunge down less fewer lose diminish`,
);

const CONCEPTS = new Map<string, string>();
for (const group of SYNONYMS) {
  const [name, ...others] = listed(group).map(stemOf);
  for (const word of [name!, ...others]) if (!CONCEPTS.has(word)) CONCEPTS.set(word, name!);
}

const CONTRAST_SETS = new Map<string, number[]>();
CONTRASTS.forEach((set, index) => {
  for (const word of listed(set).map(stemOf)) {
    const sets = CONTRAST_SETS.get(word);
    if (sets) sets.push(index);
    else CONTRAST_SETS.set(word, [index]);
  }
});

/** Whether the word, in lower case, only binds the sentence together. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** Whether a stem tells little of what is measured: "total", "year". */
export function isLightWord(stem: string): boolean {
  return LIGHT_WORDS.has(stem);
}

/** Whether a stem narrows a claim to a part of the whole or to an earlier state: "the lowest decile", "previously". */
export function isNarrowing(stem: string): boolean {
  return NARROWING_WORDS.has(stem);
}

/** The name of the group of synonyms that a stem belongs to, or the stem itself. */
export function conceptOf(stem: string): string {
  return CONCEPTS.get(stem) ?? stem;
}

/** The sets of mutually exclusive words that a stem belongs to. */
export function contrastSetsOf(stem: string): readonly number[] {
  return CONTRAST_SETS.get(stem) ?? [];
}

const DEGREES = new Set(
  `slightly sharply significantly modestly substantially marginally slowly quickly rapidly steadily somewhat strongly mostly
  completely largely`.split(/\s+/),
);

/** Whether a word says how much something is so, and not what: "slightly", "strongly". */
export function isDegree(word: string): boolean {
  return DEGREES.has(word);
}

/** Whether a stem says that something goes up or down. */
export function directionOf(stem: string): 'up' | 'down' | undefined {
  if (DIRECTION_UP.has(stem)) return 'up';
  return DIRECTION_DOWN.has(stem) ? 'down' : undefined;
}
