// A fingerprint of a text, by which what was read of it is found again. Not for secrets: it is quick, and the same everywhere.

/** Sixteen hexadecimal digits that differ for texts that differ, but for one chance in many billions. */
export function hashText(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const digits = (part: number) => (part >>> 0).toString(16).padStart(8, '0');
  return digits(high) + digits(low);
}
