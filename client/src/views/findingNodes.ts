// The nodes of the view of problems: each conflict once, under it every place that has a part in it.

import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { FindingEntry } from '../../../server/src/features/protocol.ts';
import { lineOf } from './actorNodes.ts';
import { sectionLabel, type ViewNode } from './viewNode.ts';

const icons: Readonly<Record<FindingEntry['severity'], ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  information: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
  hint: new ThemeIcon('lightbulb'),
};

export function findingNodes(findings: readonly FindingEntry[]): ViewNode[] {
  return findings.map(({ code, severity, message, measure, advice, sites }) => {
    const values = [...new Set(sites.map(({ text }) => text))].join(' ≠ ');
    return {
      label: measure || message,
      description: measure ? values : code,
      tooltip: `${message} [${code}]\n${advice}`,
      spoken: l10n.t('{0}: {1}', code, message),
      icon: icons[severity],
      isOpen: true,
      ...(sites[0] && { place: sites[0].place }),
      children: sites.length > 1 ? sites.map(siteNode) : [],
    };
  });
}

function siteNode({ text, section, excerpt, place }: FindingEntry['sites'][number]): ViewNode {
  return {
    label: text,
    description: `${sectionLabel(section)}, ${lineOf(place)}`,
    tooltip: excerpt,
    icon: new ThemeIcon('quote'),
    place,
    children: [],
  };
}
