/** What to say when a word names no exercise, or more than one. */
export function unknownExercise(typed: string, suggestions: readonly string[]): string {
  const [first, ...more] = suggestions;
  if (first === undefined) {
    return `There is no exercise "${typed}". \`./workshop lessons\` lists them all.`;
  }
  const names =
    more.length === 0 ? first : `${[first, ...more.slice(0, -1)].join(', ')} or ${more.at(-1)}`;
  return `There is no exercise "${typed}". Did you mean ${names}?`;
}
