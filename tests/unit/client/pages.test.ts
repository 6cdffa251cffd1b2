import { describe, expect, it } from 'vitest';
import { csvText } from '../../../client/src/web/copies.ts';
import { pageHtml } from '../../../client/src/web/pageHtml.ts';

describe('the frame of a web page', () => {
  const html = pageHtml({
    title: 'Overview of <a> & "b"',
    language: 'de',
    script: 'https://pages.example/page.js',
    style: 'https://pages.example/page.css',
    source: 'https://pages.example',
    nonce: '0123456789abcdef',
  });

  it('allows one script and one style sheet, and makes no exception', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
    expect(policy).toBe("default-src 'none'; style-src https://pages.example; script-src 'nonce-0123456789abcdef'");
    expect(html).not.toMatch(/unsafe|<style|style="|<script>| on\w+=/);
  });

  it('says what it is and in which language', () => {
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<title>Overview of &lt;a&gt; &amp; &quot;b&quot;</title>');
  });
});

it('a copy as CSV keeps cells apart and starts no formula', () => {
  expect(
    csvText([
      ['a, b', 'say "no"', 7],
      ['=1+1', '-5 %', '−5 %'],
    ]),
  ).toBe('"a, b","say ""no""",7\r\n\'=1+1,\'-5 %,−5 %\r\n');
});
