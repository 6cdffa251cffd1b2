// When a word that is being typed may be a name, and how far it goes: that decides when names are asked for, and nothing else.

/** Whether a text ends in the second letter of a word with a capital: "met Li", but neither "met L" nor "Lin". */
export function endsInNameBeginning(text: string): boolean {
  return /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}’']$/u.test(text);
}

/** How many characters the word has with which a text begins: 4 in "Lind, who", 0 where there is none. */
export function lengthOfWord(text: string): number {
  return /^[\p{L}\p{M}\p{N}’'&-]*/u.exec(text)![0].length;
}
