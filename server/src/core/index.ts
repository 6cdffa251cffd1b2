// The only door to the analysis for everything outside core.

export type { Actor, ActorKind, DeclaredActor } from './actors/actor.ts';
export { type ComparedDocument, checkAcross, checkAcrossInSteps } from './checkAcross.ts';
export {
  type CheckedInProject,
  type CheckInProjectOptions,
  checkInProject,
  checkInProjectInSteps,
} from './checkInProject.ts';
export type { Claim } from './claims/claim.ts';
export {
  type DigestedActor,
  type DocumentDigest,
  digestKey,
  digestOf,
  findSameMentions,
  type KeyedDigest,
  mentionCount,
  mentionSpans,
} from './digest.ts';
export {
  createSharedParts,
  decodeDigests,
  encodeDigests,
  encodeDigestsInSteps,
  type SharedParts,
} from './digestTable.ts';
export {
  type AnalysedDocument,
  type AnalysisOptions,
  analyse,
  analyseInSteps,
  type Edit,
  reanalyse,
  reanalyseInSteps,
} from './document.ts';
export { findSizeProblem, longestDocument } from './documentSize.ts';
export type { SourceFormat } from './markdown/block.ts';
export type { Section } from './markdown/section.ts';
export { type ActorDeclaration, type ActorExclusion, editActors } from './project/editActors.ts';
export { uniteWordings } from './project/editProject.ts';
export { matchesGlobs } from './project/glob.ts';
export { parseProject } from './project/parseProject.ts';
export type { AcceptedDifference, DeclaredFact } from './project/project.ts';
export { emptyProject, type Project, projectFileName } from './project/project.ts';
export { type ProjectRecord, projectNotices } from './project/projectNotices.ts';
export { type ActorCard, actorCardOf } from './queries/actorCard.ts';
export { actorIndexOf, type IndexedActor, type IndexedSection } from './queries/actorIndex.ts';
export { type FoundActor, findActors } from './queries/actorSearch.ts';
export { type ActorTie, type ActorTies, actorTiesOf, type TiedActor } from './queries/actorTies.ts';
export { findCertainFix } from './queries/certainFix.ts';
export { claimLedgerOf, type LedgerEntry, type LedgerStatement } from './queries/claimLedger.ts';
export { completeFigure, type FigureCompletion, soughtMeasures } from './queries/completeFigure.ts';
export { completeName, type NameCompletion } from './queries/completeName.ts';
export { completeProject, type ProjectCompletion } from './queries/completeProject.ts';
export { createDisjointSets } from './queries/disjointSets.ts';
export { type FigureCard, figureCardOf } from './queries/figureCard.ts';
export { type FigureNote, findFigureNotes } from './queries/figureNotes.ts';
export { type Fix, type FixOptions, findFixes } from './queries/fixes.ts';
export { kindText, stanceText } from './queries/kindText.ts';
export { findMarks, type Mark } from './queries/markedNames.ts';
export { type OutlineEntry, outlineOf } from './queries/outline.ts';
export {
  type FactSite,
  findFactOf,
  findFactSites,
  findProjectEntry,
  type ProjectEntry,
} from './queries/projectEntry.ts';
export { findQuotedMentions, type QuotedMention } from './queries/quotedMentions.ts';
export {
  type Definition,
  findDefinition,
  findReferences,
  findSameActor,
  type ReferenceOptions,
} from './queries/references.ts';
export {
  findNameProblem,
  findRenameable,
  findRenameEdits,
  type Renameable,
  type RenameDoubt,
  type RenameEdit,
} from './queries/rename.ts';
export { findSameClaims, type SameClaim } from './queries/sameClaims.ts';
export { sectionTitleAt } from './queries/sectionAt.ts';
export { countSections, type SectionCounts } from './queries/sectionCounts.ts';
export { findSimilarActors } from './queries/similarActors.ts';
export type { KeyedDocument, Site } from './queries/site.ts';
export { type DocumentSymbol, findSymbol } from './queries/symbol.ts';
export { type DatedClaim, timelineOf } from './queries/timeline.ts';
export { rules } from './rules/index.ts';
export type { NoticeCode, Problem, ProblemCode, RelatedSite, Sensitivity, Severity } from './rules/problem.ts';
export type { Rule } from './rules/rule.ts';
export { createLineIndex, type LineIndex, type LinePosition } from './text/lineIndex.ts';
export type { Span } from './text/span.ts';
export { spanOf } from './text/span.ts';
export type { Steps } from './text/steps.ts';
