import type { Complaint } from './complaints.ts';

type Words = (parts: readonly string[]) => string;

/** For the complaints learners meet most: what the quoted parts of the message mean. */
const WORDS: Readonly<Record<string, Words>> = {
  TS2304: ([name]) => `Nothing here is called ${name}: it is not declared and not imported.`,
  TS2552: ([name, other]) => `Nothing here is called ${name}. Did you mean ${other}?`,
  TS2305: ([module, name]) => `${bare(module)} has nothing called ${name} to import.`,
  TS2724: ([module, name, other]) => `${bare(module)} has nothing called ${name}; it has ${other}.`,
  TS2307: ([module]) =>
    `There is no module ${module}: look at its spelling, and at the .ts at its end.`,
  TS2322: ([from, to]) => `This is ${a(from)}, and ${a(to)} is needed here.`,
  TS2345: ([from, to]) => `The argument is ${a(from)}, and the function takes ${a(to)}.`,
  TS2339: ([name, type]) => `${capital(a(type))} has no ${name}.`,
  TS2551: ([name, type, other]) => `${capital(a(type))} has no ${name}. Did you mean ${other}?`,
  TS2355: () => 'The function promises a value and returns none.',
  TS2366: () => 'The function promises a value, and one way through it returns none.',
  TS2531: () => 'This may be null here; look before you use it.',
  TS2532: () => 'This may be undefined here; look before you use it.',
  TS7006: ([name]) =>
    `The parameter ${name} has no type: write one after it, as in (${name}: string).`,
  TS18046: ([name]) => `What ${name} is, is not known here: look at its type before you use it.`,
  TS18047: ([name]) => `${name} may be null here; look before you use it.`,
  TS18048: ([name]) => `${name} may be undefined here; look before you use it.`,
  TS1294: () =>
    'Node runs TypeScript by leaving the types out, and this is more than a type: enums, namespaces and parameter properties cannot be left out.',
  TS1484: ([name]) => `${name} is a type: import it with \`import type\`.`,
  TS1308: () => 'await works only in an async function: write async before the function.',
};

/** Says what the compiler complains about in plain words; where none are known, in the compiler's own. */
export function plainWords({ code, message }: Complaint): string {
  const words = WORDS[code];
  if (words === undefined) return message;
  return words([...message.matchAll(/'"?([^']*?)"?'(?![a-z])/g)].map(([, part = '']) => part));
}

/** Says in plain words why the exports of an answer are not those of the stub. */
export function plainContract({ message, details }: Complaint): string {
  const missing =
    /^Property '(\w+)' is missing/.exec(message)?.[1] ?? /: ([\w, ]+)$/.exec(message)?.[1];
  if (missing !== undefined && details.length === 0) {
    return `The file does not export ${missing}: the test looks for it under this name.`;
  }
  const name =
    details.map((line) => /(?:returned by|of property) '(\w+)/.exec(line)?.[1]).find(Boolean) ??
    'An export';
  return `${name} does not have the type that the stub declares. ${details.at(-1) ?? message}`;
}

function bare(module = ''): string {
  return module.replaceAll('"', '');
}

function a(type = ''): string {
  return /^[a-z]+$/.test(type) && !['undefined', 'null', 'unknown', 'never', 'any'].includes(type)
    ? `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`
    : type;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
