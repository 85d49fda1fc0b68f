const LONGEST = 24;

/** Two values as they are shown; `text` is there for a string, and is the string itself. */
interface Shown {
  readonly shown: string;
  readonly text?: string | undefined;
}

/**
 * The lines in which two values differ, with one line around them: "- " was got, "+ " was expected, "  " is the same.
 * Empty where a diff would only repeat both: of texts when neither has a second line, of other values when one has none.
 */
export function difference(got: Shown, expected: Shown): string[] {
  const texts = got.text !== undefined && expected.text !== undefined;
  const left = texts ? linesOf(got.text) : got.shown.split('\n');
  const right = texts ? linesOf(expected.text) : expected.shown.split('\n');
  const enough = texts ? Math.max : Math.min;
  if (enough(left.length, right.length) < 2) return [];

  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let [leftEnd, rightEnd] = [left.length, right.length];
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  if (start === leftEnd && start === rightEnd) return [];
  return [
    ...left.slice(Math.max(0, start - 1), start).map((line) => `  ${line}`),
    ...shortened(left.slice(start, leftEnd).map((line) => `- ${line}`)),
    ...shortened(right.slice(start, rightEnd).map((line) => `+ ${line}`)),
    ...left.slice(leftEnd, leftEnd + 1).map((line) => `  ${line}`),
  ];
}

/** Lines with their ends made visible: a blank line at the end of a text is a difference one must see. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      const visible = line.replaceAll('\r', '␍').replaceAll('\t', '␉');
      return index < lines.length - 1 ? `${visible}⏎` : visible;
    })
    .filter((line, index) => line !== '' || index === 0);
}

function shortened(lines: string[]): string[] {
  if (lines.length <= LONGEST) return lines;
  return [
    ...lines.slice(0, LONGEST),
    `${lines[0]?.slice(0, 2)}… ${lines.length - LONGEST} more lines`,
  ];
}
