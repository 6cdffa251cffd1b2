// The marks of a drawing by mouse and keyboard: one stop of the Tab key for all of them, arrow keys from one to the next,
// Enter or a click to go to the text.

export function makeMarksUsable(marks: readonly SVGElement[], go: (index: number) => void): void {
  marks.forEach((mark, index) => {
    mark.setAttribute('tabindex', index === 0 ? '0' : '-1');
    mark.setAttribute('role', 'button');
    mark.addEventListener('click', () => go(index));
    mark.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') go(index);
      else if (!move(marks, index, event.key)) return;
      event.preventDefault();
    });
  });
}

function move(marks: readonly SVGElement[], from: number, key: string): boolean {
  const last = marks.length - 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: Math.min(last, from + 1),
    ArrowDown: Math.min(last, from + 1),
    ArrowLeft: Math.max(0, from - 1),
    ArrowUp: Math.max(0, from - 1),
    Home: 0,
    End: last,
  };
  const to = targets[key];
  if (to === undefined) return false;
  marks[from]!.setAttribute('tabindex', '-1');
  marks[to]!.setAttribute('tabindex', '0');
  marks[to]!.focus();
  return true;
}
