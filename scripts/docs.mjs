// @ts-check
// Writes docs/rules from the rules' own files. A test fails while a page is out of date.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs', 'rules');
const { outputFiles } = await build({
  stdin: {
    contents: `export { rules } from './server/src/core/rules/index.ts'; export * from './scripts/rulePage.ts';`,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  // What is bundled asks for Node's modules as CommonJS does.
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});`,
  },
});
const code = Buffer.from(/** @type {{ text: string }[]} */ (outputFiles)[0]?.text ?? '').toString('base64');
const { rules, rulePage, ruleIndex } = await import(`data:text/javascript;base64,${code}`);

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(join(folder, name));
writeFileSync(join(folder, 'README.md'), ruleIndex(rules));
for (const rule of rules) writeFileSync(join(folder, `${rule.code}.md`), rulePage(rule));
