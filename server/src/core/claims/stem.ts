// Stems of English words: inflection is taken off and a few derivations are led back to their verb or adjective, so that
// "reduces", "reduced" and "reduction" meet. Lighter than Porter's algorithm (1980), whose first step it follows,
// because a stem is also shown to readers and must not join words that differ in meaning.

import { remembering } from '../text/remembering.ts';

/** Words whose stem no suffix rule finds. */
const IRREGULAR = new Map(
  Object.entries({
    rose: 'rise',
    risen: 'rise',
    fell: 'fall',
    fallen: 'fall',
    grew: 'grow',
    grown: 'grow',
    growth: 'grow',
    spent: 'spend',
    spending: 'spend',
    made: 'make',
    making: 'make',
    paid: 'pay',
    payment: 'pay',
    said: 'say',
    sold: 'sell',
    sale: 'sell',
    sales: 'sell',
    bought: 'buy',
    cost: 'cost',
    costs: 'cost',
    went: 'go',
    gone: 'go',
    took: 'take',
    taken: 'take',
    gave: 'give',
    given: 'give',
    built: 'build',
    building: 'build',
    held: 'hold',
    won: 'win',
    lost: 'lose',
    loss: 'lose',
    losses: 'lose',
    left: 'leave',
    met: 'meet',
    ran: 'run',
    running: 'run',
    began: 'begin',
    begun: 'begin',
    shot: 'shoot',
    shooting: 'shoot',
    died: 'die',
    dying: 'die',
    death: 'die',
    deaths: 'die',
    dead: 'die',
    killed: 'kill',
    killing: 'kill',
    men: 'man',
    women: 'woman',
    children: 'child',
    people: 'people',
    persons: 'people',
    person: 'people',
    lives: 'life',
    wives: 'wife',
    feet: 'foot',
    teeth: 'tooth',
    mice: 'mouse',
    data: 'data',
    media: 'media',
    series: 'series',
    species: 'species',
    news: 'news',
    analysis: 'analysis',
    analyses: 'analysis',
    crisis: 'crisis',
    crises: 'crisis',
    tax: 'tax',
    taxes: 'tax',
    taxation: 'tax',
    earnings: 'earn',
    earning: 'earn',
    savings: 'save',
    saving: 'save',
    revenue: 'revenue',
    revenues: 'revenue',
    population: 'population',
    production: 'produce',
    reduction: 'reduce',
    reductions: 'reduce',
    sent: 'send',
    came: 'come',
    saw: 'see',
    seen: 'see',
    kept: 'keep',
    led: 'lead',
    drew: 'draw',
    drawn: 'draw',
    flew: 'fly',
    flown: 'fly',
    broke: 'break',
    broken: 'break',
    chose: 'choose',
    chosen: 'choose',
    spoke: 'speak',
    spoken: 'speak',
    fought: 'fight',
    brought: 'bring',
    sank: 'sink',
    sunk: 'sink',
    shrank: 'shrink',
    shrunk: 'shrink',
    stood: 'stand',
    caught: 'catch',
    stole: 'steal',
    stolen: 'steal',
    told: 'tell',
    lent: 'lend',
    fled: 'flee',
    struck: 'strike',
    laid: 'lay',
    slid: 'slide',
    rode: 'ride',
    ridden: 'ride',
    threw: 'throw',
    thrown: 'throw',
    taught: 'teach',
    thought: 'think',
    found: 'find',
    sought: 'seek',
    wrote: 'write',
    written: 'write',
    drove: 'drive',
    driven: 'drive',
    shown: 'show',
    known: 'know',
    knew: 'know',
    got: 'get',
    had: 'have',
    has: 'have',
    having: 'have',
    does: 'do',
    did: 'do',
    done: 'do',
    being: 'be',
    was: 'be',
    were: 'be',
    been: 'be',
    are: 'be',
    is: 'be',
    better: 'good',
    best: 'good',
    worse: 'bad',
    worst: 'bad',
    less: 'less',
    arrival: 'arrive',
    approval: 'approve',
    delivery: 'deliver',
    deliveries: 'deliver',
    expenditure: 'spend',
    expenditures: 'spend',
    expense: 'expense',
    mature: 'mature',
    poverty: 'poverty',
    length: 'long',
    width: 'wide',
    height: 'high',
    depth: 'deep',
    weight: 'weigh',
    married: 'marry',
    dwelling: 'dwell',
    during: 'during',
    nothing: 'nothing',
    something: 'something',
    morning: 'morning',
    evening: 'evening',
    speed: 'speed',
    need: 'need',
    seed: 'seed',
    feed: 'feed',
    hundred: 'hundred',
    red: 'red',
    united: 'united',
    based: 'base',
    used: 'use',
    using: 'use',
    user: 'user',
    business: 'business',
    bus: 'bus',
    gas: 'gas',
    us: 'us',
    this: 'this',
    his: 'his',
    its: 'its',
  }),
);

/** Derived forms: the ending, what replaces it, and how many letters must stay. */
const DERIVATIONS: readonly (readonly [string, string, number])[] = [
  ['ization', 'ize', 3],
  ['isation', 'ize', 3],
  ['ification', 'ify', 3],
  ['uction', 'uce', 3],
  ['ension', 'end', 3],
  ['ation', 'ate', 4],
  ['ition', 'it', 4],
  ['ption', 'pt', 3],
  ['ction', 'ct', 3],
  ['ement', 'e', 4],
  ['ment', '', 4],
  ['ness', '', 4],
  ['ly', '', 4],
];

const VOWEL = /[aeiouy]/;

function withoutInflection(word: string): string {
  const n = word.length;
  if (n > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (n > 4 && /(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (n > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  if (n > 4 && word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  for (const ending of ['ing', 'ed']) {
    if (!word.endsWith(ending) || n < ending.length + 3) continue;
    const base = word.slice(0, -ending.length);
    if (!VOWEL.test(base)) continue;
    const last = base.at(-1)!;
    if (last === base.at(-2) && !'lsze'.includes(last)) return base.slice(0, -1);
    return base;
  }
  return word;
}

const REMEMBERED_AT_MOST = 20_000;

/** The stem of an English word in lower case: "reductions" → "reduc", "sales" → "sell". Other words come back as they are. */
export const stemOf: (word: string) => string = remembering(REMEMBERED_AT_MOST, findStem);

function findStem(word: string): string {
  if (word.length < 3) return word;
  let stem = IRREGULAR.get(word);
  if (stem === undefined) {
    stem = withoutInflection(word);
    stem = IRREGULAR.get(stem) ?? stem;
    for (const [ending, replacement, stay] of DERIVATIONS) {
      if (stem.length >= ending.length + stay && stem.endsWith(ending)) {
        stem = stem.slice(0, -ending.length) + replacement;
        break;
      }
    }
  }
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}
