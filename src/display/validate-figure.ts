import { JSDOM, VirtualConsole } from 'jsdom';
import { z } from 'zod';
import { readPlotly } from './set-up-figures.ts';
import type { Bundle } from './show.ts';

// For tests only: jsdom is a development dependency, and nothing that a lesson imports reaches it.

const Figure = z.object({ data: z.array(z.looseObject({})), layout: z.looseObject({}) });
const Problems = z.array(z.object({ msg: z.string() })).optional();

type Validate = (data: unknown, layout: unknown) => unknown;

const isValidate = (value: unknown): value is Validate => typeof value === 'function';

const validator = (): Validate => {
  // A console of its own: jsdom would report there that it has no canvas, which validating never needs.
  const quiet = { runScripts: 'outside-only', virtualConsole: new VirtualConsole() } as const;
  const { window } = new JSDOM('<!doctype html>', quiet);
  window.URL.createObjectURL = () => '';
  window.eval(readPlotly().toString('utf8'));
  const validate: unknown = window.eval('(data, layout) => Plotly.validate(data, layout)');
  if (!isValidate(validate)) throw new Error('The cartesian bundle of Plotly has no validate.');
  return validate;
};

let validate: Validate | undefined;

/** Returns what Plotly itself objects to in a figure, one sentence each: unknown attributes, wrong values. */
export const figureProblems = (bundle: Bundle): string[] => {
  validate ??= validator();
  const { data, layout } = Figure.parse(bundle.data['application/vnd.plotly.v1+json']);
  // Through JSON, as on its way to the page; `undefined` is not an attribute.
  const plain = JSON.parse(JSON.stringify({ data, layout }));
  return (Problems.parse(validate(plain.data, plain.layout)) ?? []).map(({ msg }) => msg);
};
