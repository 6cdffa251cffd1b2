// The frame of a web page of the extension. Its content-security policy allows one script, one style sheet, and nothing
// else: no image, no font, no connection, no style or script in the page itself.

export interface PageFrame {
  readonly title: string;
  readonly language: string;
  readonly script: string;
  readonly style: string;
  /** Where the style sheet comes from. */
  readonly source: string;
  readonly nonce: string;
}

export function pageHtml({ title, language, script, style, source, nonce }: PageFrame): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(style)}">
</head>
<body>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
