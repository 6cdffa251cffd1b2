// When a word that is being typed may be a name: that decides when names are asked for, and nothing else.

/** Whether a text ends in the second letter of a word with a capital: "met Li", but neither "met L" nor "Lin". */
export function endsInNameBeginning(text: string): boolean {
  return /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}’']$/u.test(text);
}
