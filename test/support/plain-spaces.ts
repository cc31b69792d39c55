/** Text with every narrow and unbreakable space as a plain one, each run of them as one. */
export function plainSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ');
}
