import { randomUUID } from 'node:crypto';
import type { Data, Layout } from 'plotly.js';
import { escapeHtml, jsonForScript } from './escape.ts';
import { figureRows } from './figure-rows.ts';
import type { Axis, FigureSpec } from './figure-spec.ts';
import { themeLayout } from './palette.ts';
import { type Bundle, show } from './show.ts';
import { tableHtml, tableText } from './table.ts';

const HEIGHT = 360;

export type Plot = { data: readonly Data[]; layout: Partial<Layout> };

const plotAxis = ({ label, unit, ...rest }: Axis): Partial<Layout['xaxis']> => ({
  automargin: true,
  ...rest,
  title: { text: escapeHtml(unit === null ? label : `${label} (${unit})`), standoff: 12 },
});

/** Returns what Plotly draws: the traces, and a layout with the finding as title and units on the axes. */
export const plotOf = (spec: FigureSpec): Plot => ({
  data: spec.data,
  layout: {
    height: HEIGHT,
    margin: { l: 60, r: 20, t: 20, b: 50 },
    ...spec.layout,
    title: { text: escapeHtml(spec.title) },
    xaxis: plotAxis(spec.x),
    yaxis: plotAxis(spec.y),
    template: { layout: themeLayout('light') },
  },
});

// Everything before the scripts reads on its own, where scripts do not run; the drawing replaces
// the visible text alternative and keeps it as its label.
const figureHtml = (spec: FigureSpec, plot: Plot): string => {
  const height = plot.layout.height ?? HEIGHT;
  const { caption: _, ...rows } = figureRows(spec);
  const data = tableHtml({ caption: 'The values drawn', ...rows });
  return [
    `<figure class="workshop-figure" id="figure-${randomUUID()}" style="margin:.5em 0">`,
    `<figcaption><strong>${escapeHtml(spec.title)}</strong></figcaption>`,
    `<div class="workshop-plot" style="width:100%" data-height="${height}"><p>${escapeHtml(spec.alt)}</p></div>`,
    spec.note === undefined ? '' : `<p><small>${escapeHtml(spec.note)}</small></p>`,
    `<details><summary>Description and data</summary><p>${escapeHtml(spec.alt)}</p>${data}</details>`,
    `<script type="application/json">${jsonForScript(plot)}</script>`,
    '<script>(window.workshopFigures ??= []).push(document.currentScript.parentElement);</script>',
    '</figure>',
  ].join('\n');
};

const figureText = (spec: FigureSpec): string =>
  [
    spec.title,
    spec.alt,
    '',
    tableText({ ...figureRows(spec), caption: 'The values drawn' }),
    ...(spec.note === undefined ? [] : ['', spec.note]),
  ].join('\n');

/** Returns the figure as one output: HTML that draws itself, Plotly's own JSON, and text. */
export const figureBundle = (spec: FigureSpec): Bundle => {
  const plot = plotOf(spec);
  return {
    data: {
      'text/html': figureHtml(spec, plot),
      'application/vnd.plotly.v1+json': { ...plot, config: { responsive: true } },
      'text/plain': figureText(spec),
    },
  };
};

/** Shows a figure: interactive once the notebook's `setUpFigures()` has run, readable before and without. */
export const figure = (spec: FigureSpec): void => show(figureBundle(spec));
