// What a cross-reference leads to, as it stands in the body of a Web Annotation: a document, a passage of one, or an actor.

import { idOf, selectorsOf, selectorValues, textOf } from './annotationJson.ts';
import { type JsonNode, jsonOf, memberNamed, withMember } from './jsonTree.ts';
import type { Selectors } from './selectors.ts';

export interface LinkTarget {
  /** The document, relative to the file; or an address of another kind, `urn:concordance:actor:jane-roe`. */
  readonly source: string;
  /** The passage; absent for a whole document and for an actor. */
  readonly selectors?: Selectors;
  /** The body as it was read, with what other programs wrote there. */
  readonly json?: JsonNode;
}

const ACTOR = 'urn:concordance:actor:';

/** The address of an actor in any document, by its id. */
export function actorAddress(id: string): string {
  return ACTOR + encodeURIComponent(id);
}

/** The id of the actor that the address means; undefined for any other address. */
export function actorOfAddress(address: string): string | undefined {
  if (!address.startsWith(ACTOR)) return undefined;
  try {
    return decodeURIComponent(address.slice(ACTOR.length));
  } catch {
    return address.slice(ACTOR.length);
  }
}

/** Reads a body; undefined for one that leads nowhere. */
export function linkTargetOf(body: JsonNode): LinkTarget | undefined {
  const resource = memberNamed(body, 'source');
  const source = textOf(resource) ?? idOf(resource) ?? idOf(body) ?? textOf(body) ?? textOf(memberNamed(body, 'value'));
  if (source === undefined) return undefined;
  const selectors = selectorsOf(memberNamed(body, 'selector'));
  return { source, ...((selectors.quote || selectors.position) && { selectors }), json: body };
}

/** The body of a target: as it was read, if it was. */
export function linkBody({ source, selectors, json }: LinkTarget): JsonNode {
  if (json) return json;
  const selector = selectors && selectorValues(selectors);
  return jsonOf({ type: 'SpecificResource', purpose: 'linking', source, selector });
}

/** The target in a document that was renamed or moved; what else its body says stays. */
export function withTargetSource(target: LinkTarget, source: string): LinkTarget {
  const { json } = target;
  return { ...target, source, ...(json?.kind === 'object' && { json: withMember(json, 'source', jsonOf(source)) }) };
}
