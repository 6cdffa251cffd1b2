// The protocol's symbol kinds are those of programming languages; these are the nearest.

import { SymbolKind } from 'vscode-languageserver';
import type { OutlineEntry } from '../core/index.ts';

export const symbolKinds: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  section: SymbolKind.Namespace,
  person: SymbolKind.Class,
  organization: SymbolKind.Module,
  place: SymbolKind.Package,
  other: SymbolKind.Object,
  figure: SymbolKind.Number,
  date: SymbolKind.Event,
};
