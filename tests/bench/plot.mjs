// @ts-check
// Plots with logarithmic axes, as SVG: a line with slope one is linear growth.

/** @typedef {{ name: string, points: readonly (readonly [number, number])[] }} Series */

const width = 420;
const height = 320;
const margin = { left: 60, top: 40, right: 20, bottom: 50 };
const colours = ['#1d3557', '#c1121f', '#2a9d8f'];

/** Plots side by side. @param {readonly { title: string, series: readonly Series[] }[]} plots */
export function drawPlot(plots) {
  const parts = plots.map(({ title, series }, index) => drawOne(title, series, index * width));
  const size = `width="${plots.length * width}" height="${height}"`;
  const style = 'font-family="sans-serif" font-size="11" fill="none"';
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${style}>\n<rect width="100%" height="100%" fill="white"/>\n${parts.join('\n')}\n</svg>\n`;
}

/** @param {string} title @param {readonly Series[]} series @param {number} left */
function drawOne(title, series, left) {
  const all = series.flatMap(({ points }) => points);
  const x = createScale(
    all.map(([size]) => size),
    left + margin.left,
    left + width - margin.right,
  );
  const y = createScale(
    all.map(([, value]) => Math.max(0.1, value)),
    height - margin.bottom,
    margin.top,
  );
  const label = (/** @type {string} */ text, /** @type {number} */ at, /** @type {number} */ top, anchor = 'middle') =>
    `<text x="${at}" y="${top}" text-anchor="${anchor}" fill="black">${text}</text>`;
  const lines = [label(title, left + width / 2, 20)];
  for (const decade of x.decades) {
    const at = x.place(decade).toFixed(1);
    lines.push(`<path d="M${at} ${margin.top}V${height - margin.bottom}" stroke="#ddd"/>`);
    lines.push(label(printNumber(decade), Number(at), height - margin.bottom + 16));
  }
  for (const decade of y.decades) {
    const at = y.place(decade).toFixed(1);
    lines.push(`<path d="M${left + margin.left} ${at}H${left + width - margin.right}" stroke="#ddd"/>`);
    lines.push(label(printNumber(decade), left + margin.left - 6, Number(at) + 4, 'end'));
  }
  series.forEach(({ name, points }, index) => {
    const colour = colours[index] ?? 'black';
    const path = points.map(
      ([size, value]) => `${x.place(size).toFixed(1)} ${y.place(Math.max(0.1, value)).toFixed(1)}`,
    );
    lines.push(`<path d="M${path.join('L')}" stroke="${colour}" stroke-width="2"/>`);
    const from = left + margin.left + index * 115;
    lines.push(`<path d="M${from} ${height - 18}h16" stroke="${colour}" stroke-width="2"/>`);
    lines.push(label(name, from + 20, height - 14, 'start'));
  });
  return lines.join('\n');
}

/** @param {readonly number[]} values @param {number} start @param {number} end */
function createScale(values, start, end) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const decades = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return {
    decades,
    /** @param {number} value */
    place: (value) => start + ((Math.log10(value) - low) / (high - low)) * (end - start),
  };
}

/** @param {number} value */
function printNumber(value) {
  return value >= 1e6 ? `${value / 1e6} M` : value >= 1e3 ? `${value / 1e3} k` : `${value}`;
}
