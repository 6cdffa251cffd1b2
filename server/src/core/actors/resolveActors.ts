// Makes the actors of a document out of what its pieces of prose show: which candidates are names, which names are one
// actor, its kind, fullest form, descriptions and quotations. What the project file declares overrules the text.

import { remembering } from '../text/remembering.ts';
import { NOTHING_SHARED, replaceBetween, type SharedEnds, sharedEnds } from '../text/sharedEnds.ts';
import { sliceSpan } from '../text/span.ts';
import type {
  Actor,
  ActorKind,
  DeclaredActor,
  Description,
  Mention,
  NameCandidate,
  NameEvidence,
  Quotation,
} from './actor.ts';
import { type ChosenName, chooseNames, type NamedPiece } from './chooseNames.ts';
import { type Declarations, readDeclarations } from './declarations.ts';
import { KINDS } from './kinds.ts';
import { foldName, Sense, sensesOf } from './lexicon.ts';
import { type LinkedNames, linkNames } from './linkNames.ts';
import type { NameCluster } from './nameClusters.ts';

/**
 * The actors of a document, in the order of their first mentions. Cheap enough to run after every edit: it looks at
 * candidates, not at the text. `declared` are the entries of the project file; an actor's `declared` is the index there.
 */
export function resolveActors(evidence: readonly NameEvidence[], declared: readonly DeclaredActor[] = []): Actor[] {
  return makeActors(chooseNames(evidence, readDeclarations(declared).never), declared).actors;
}

/** The actors that names are of, and how the names were linked; `before` is how those of an earlier state were. */
export function makeActors(
  pieces: readonly NamedPiece[],
  declared: readonly DeclaredActor[],
  before?: LinkedNames,
): { readonly actors: Actor[]; readonly linked: LinkedNames } {
  const declarations = readDeclarations(declared);
  const linked = linkNames(pieces, declarations.same, before);
  const slugs = new Map<string, number>();
  return { actors: linked.clusters.all.map((cluster) => makeActor(cluster, declarations, declared, slugs)), linked };
}

/** An actor but for its id, which depends on the others. */
type Unnumbered = Omit<Actor, 'id'>;

/** What an actor says of itself, and the words of its names, by name. */
interface DescribedActor {
  readonly unnumbered: Unnumbered;
  readonly texts: readonly string[];
}

interface MadeActor extends DescribedActor {
  cluster: NameCluster;
  readonly declarations: Declarations;
  actor: Actor | undefined;
}

/** By its first name, the actor that was last made of it. */
const made = new WeakMap<NameCandidate, MadeActor>();

/** Makes an actor of names; answers the same object where they are the same names as before, whatever they score. */
function makeActor(
  cluster: NameCluster,
  declarations: Declarations,
  declared: readonly DeclaredActor[],
  slugs: Map<string, number>,
): Actor {
  const first = cluster.names[0]!.candidate;
  let known = made.get(first);
  if (known?.cluster !== cluster || known.declarations !== declarations) {
    const ends = known ? sharedEnds(known.cluster.names, cluster.names, isSameName) : NOTHING_SHARED;
    if (known && ends.start === cluster.names.length && isTakenAlike(known, cluster, declarations)) {
      known.cluster = cluster;
    } else {
      const described = describeActor(cluster, declarations, declared, known, ends);
      known = { cluster, declarations, ...described, actor: undefined };
      made.set(first, known);
    }
  }
  const id = uniqueSlug(known.unnumbered.name, slugs);
  if (known.actor?.id !== id) known.actor = { id, ...known.unnumbered };
  return known.actor;
}

/** Whether there are as many names, of which the same is known, and declared. */
function isTakenAlike(known: MadeActor, { names, keys, kind }: NameCluster, declarations: Declarations): boolean {
  const was = known.cluster;
  return (
    was.names.length === names.length &&
    was.kind === kind &&
    known.declarations === declarations &&
    was.keys.length === keys.length &&
    keys.every((key) => was.keys.includes(key))
  );
}

function isSameName(one: ChosenName, other: ChosenName): boolean {
  return one === other || (one.candidate === other.candidate && one.evidence === other.evidence);
}

/** What names say of their actor; `before` is what an actor was described as that has the same names at the `ends`. */
function describeActor(
  cluster: NameCluster,
  declarations: Declarations,
  declared: readonly DeclaredActor[],
  before: DescribedActor | undefined,
  ends: SharedEnds,
): DescribedActor {
  const { names } = cluster;
  const index = declaredIndex(cluster, declarations);
  const entry = index === undefined ? undefined : declared[index];
  const kind = entry?.kind ?? KINDS[cluster.kind]!;
  const kept = before?.unnumbered.kind === kind ? ends : NOTHING_SHARED;
  const between = names.slice(kept.start, names.length - kept.end);
  const texts = replaceBetween(
    before?.texts ?? [],
    kept,
    between.map((one) => nameText(one, kind)),
  );
  const name = entry?.name ?? fullestForm(texts);
  // Of aliases that differ in capitals the first stands for all.
  const others = [...new Set(texts)].filter((text) => text !== name);
  const forms = new Map<string, Mention['form']>();
  for (const text of [name, ...others]) forms.set(text, formOf(text, name, kind));
  const aliases = [...new Map(others.reverse().map((text) => [text.toLowerCase(), text])).values()].reverse();
  const mention = ({ evidence, candidate: { span } }: ChosenName, at: number): Mention => {
    const { block, prose, text } = evidence;
    return { block, prose, span, text: sliceSpan(text, span), form: forms.get(texts[at]!)! };
  };
  const known = before?.unnumbered.name === name ? kept : NOTHING_SHARED;
  const anew = names.slice(known.start, names.length - known.end);
  const mentions = replaceBetween(
    before?.unnumbered.mentions ?? [],
    known,
    anew.map((one, at) => mention(one, known.start + at)),
  );
  const unnumbered = { name, kind, aliases, mentions, ...whatIsSaid(names) };
  return { texts, unnumbered: index === undefined ? unnumbered : { ...unnumbered, declared: index } };
}

/** What descriptions and quotations stand beside names; of equal descriptions the first. */
function whatIsSaid(names: readonly ChosenName[]): Pick<Actor, 'descriptions' | 'quotations'> {
  const descriptions: Description[] = [];
  const quotations: Quotation[] = [];
  for (const { evidence, candidate } of names) {
    const { block, prose, text } = evidence;
    for (const span of candidate.descriptions ?? []) {
      const said = sliceSpan(text, span).replace(/\s+/g, ' ');
      const folded = foldName(said);
      if (!descriptions.some((known) => foldName(known.text) === folded))
        descriptions.push({ block, prose, span, text: said });
    }
    for (const span of candidate.quotations ?? []) quotations.push({ block, prose, span, text: sliceSpan(text, span) });
  }
  return { descriptions, quotations };
}

function declaredIndex(cluster: NameCluster, { same, indices }: Declarations): number | undefined {
  for (const key of cluster.keys) {
    const index = indices.get(same.get(key) ?? key);
    if (index !== undefined) return index;
  }
  return undefined;
}

/** By candidate: its words on one line, with and without the title before a person's name. */
const printed = new WeakMap<NameCandidate, { readonly whole: string; readonly untitled: string }>();

/** A mention's words on one line, without the title before a person's name. */
function nameText({ evidence, candidate }: ChosenName, kind: ActorKind): string {
  let known = printed.get(candidate);
  if (known === undefined) {
    const { span, titled } = candidate;
    const whole = evidence.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    const untitled = titled ? evidence.text.slice(span.start + titled, span.end).replace(/\s+/g, ' ') : whole;
    known = { whole, untitled };
    printed.set(candidate, known);
  }
  return kind === 'person' ? known.untitled : known.whole;
}

/** The form with the most words; of equals, the most frequent, then the earliest. */
function fullestForm(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best = texts[0]!;
  let bestRank = -1;
  for (const [text, count] of counts) {
    const shouted = text.length > 5 && text === text.toUpperCase();
    const rank = (shouted ? 0 : 1e6) + text.split(' ').length * 1e4 + Math.min(count, 9999);
    if (rank > bestRank) {
      best = text;
      bestRank = rank;
    }
  }
  return best;
}

function formOf(text: string, name: string, kind: ActorKind): Mention['form'] {
  if (foldName(text) === foldName(name)) return 'full';
  const words = text.split(' ');
  if (words.length === 1 && text.length > 1 && text === text.toUpperCase() && name.includes(' ')) return 'acronym';
  if (kind !== 'person') return 'short';
  const whole = foldName(name).split(' ');
  const folded = foldName(text);
  if (words.length === 1 && !whole.includes(folded) && (sensesOf(folded) & Sense.role) !== 0) return 'title';
  if (folded === whole[0] && whole.length > 1) return 'given';
  if (whole.at(-1) === folded || foldName(name).endsWith(` ${folded}`)) return 'surname';
  return words.length === 1 && (sensesOf(folded) & Sense.given) !== 0 ? 'given' : 'short';
}

const MOST_SLUGS = 50_000;

const slugOf = remembering(
  MOST_SLUGS,
  (name) =>
    foldName(name)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'actor',
);

/** "Ana Ruiz" gives "ana-ruiz", and "ana-ruiz-2" if that is taken. */
function uniqueSlug(name: string, taken: Map<string, number>): string {
  const slug = slugOf(name);
  let candidate = slug;
  for (let count = (taken.get(slug) ?? 1) + 1; taken.has(candidate); count++) candidate = `${slug}-${count}`;
  taken.set(candidate, 1);
  if (candidate !== slug) taken.set(slug, (taken.get(slug) ?? 1) + 1);
  return candidate;
}
