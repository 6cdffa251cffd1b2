// The page of documentation that is made from a rule's own file.

import type { Rule } from '../server/src/core/rules/rule.ts';

const SEVERITIES = { error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' };

/** The Markdown of `docs/rules/CODE.md`. */
export function rulePage(rule: Rule): string {
  return `<!-- Made from the rule's own file by \`npm run docs\`; edit it there. -->

# ${rule.code}

${rule.title} *${SEVERITIES[rule.severity]}, unless \`rules\` in \`concordance.yaml\` says otherwise.*

${rule.documentation}

${rule.examples.project === undefined ? '' : `## The project file of the examples\n\n\`\`\`yaml\n${rule.examples.project}\n\`\`\`\n\n`}## Reported

${rule.examples.fires.map(fenced).join('\n\n')}

## Left alone

${rule.examples.silent.map(fenced).join('\n\n')}
`;
}

/** The Markdown of `docs/rules/README.md`. */
export function ruleIndex(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => `| [${rule.code}](${rule.code}.md) | ${rule.title} |`);
  return `<!-- Made from the rules by \`npm run docs\`. -->

# Rules

| code | reports |
|---|---|
${rows.join('\n')}

Every rule can be switched off or given another severity in [the project file](../project-file.md), and silenced in the text:
\`<!-- concordance-disable-next-line figure-conflict -->\`.
`;
}

/** A Markdown example in a fence that nothing in it can close. */
function fenced(example: string): string {
  const longest = Math.max(2, ...[...example.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${example}\n${fence}`;
}
