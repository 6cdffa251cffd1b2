// Copies of a drawing for other programs: as SVG that stands alone, as PNG, and of a table as CSV.

/** Properties that the style sheet gives and a drawing on its own would lack. */
const carried = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-family', 'text-anchor'];

/** The drawing with its style in itself, on the page's background. */
export function svgText(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = drawing.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((node, index) => {
    const style = getComputedStyle(originals[index]!);
    for (const name of carried) node.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'tabindex', 'role']) node.removeAttribute(name);
  });
  const background = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  background.setAttribute('width', '100%');
  background.setAttribute('height', '100%');
  background.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(background);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}

/**
 * The drawing as pixels. It is drawn anew, shape by shape, because a page that may load no image, not even its own, cannot
 * have the browser turn SVG into one.
 */
export async function pngBlob(drawing: SVGSVGElement): Promise<Blob> {
  const scale = 2;
  const { width, height } = drawing.viewBox.baseVal;
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas to draw on.');
  context.scale(scale, scale);
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, width, height);
  const origin = drawing.getScreenCTM()!.inverse();
  for (const shape of drawing.querySelectorAll<SVGGraphicsElement>('circle, rect, line, path, text')) {
    context.save();
    const matrix = origin.multiply(shape.getScreenCTM()!);
    context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
    drawShape(context, shape);
    context.restore();
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png'),
  );
}

function drawShape(context: CanvasRenderingContext2D, shape: SVGGraphicsElement): void {
  const style = getComputedStyle(shape);
  const number = (name: string) => Number(shape.getAttribute(name) ?? 0);
  context.fillStyle = style.fill;
  context.strokeStyle = style.stroke;
  context.lineWidth = Number.parseFloat(style.strokeWidth) || 0;
  const dashes = style.strokeDasharray.split(/[\s,]+/).map((each) => Number.parseFloat(each));
  context.setLineDash(dashes.every(Number.isFinite) ? dashes : []);
  if (shape instanceof SVGTextElement) {
    context.font = `${style.fontSize} ${style.fontFamily}`;
    context.textAlign = { start: 'left', middle: 'center', end: 'right' }[style.textAnchor] as CanvasTextAlign;
    const [x, y] = [shape.x.baseVal, shape.y.baseVal].map((list) =>
      list.numberOfItems > 0 ? list.getItem(0).value : 0,
    );
    const shift = shape.getAttribute('dy')?.endsWith('em') ? Number.parseFloat(shape.getAttribute('dy')!) : 0;
    context.fillText(shape.textContent ?? '', x!, y! + shift * Number.parseFloat(style.fontSize));
    return;
  }
  const path = new Path2D(shape instanceof SVGPathElement ? (shape.getAttribute('d') ?? '') : undefined);
  if (shape instanceof SVGCircleElement) path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
  if (shape instanceof SVGRectElement) path.rect(number('x'), number('y'), number('width'), number('height'));
  if (shape instanceof SVGLineElement) {
    path.moveTo(number('x1'), number('y1'));
    path.lineTo(number('x2'), number('y2'));
  }
  if (style.fill !== 'none') context.fill(path);
  if (style.stroke !== 'none') context.stroke(path);
}

/** Comma-separated values after RFC 4180; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => {
    if (typeof value === 'number') return String(value);
    const safe = /^\s*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
