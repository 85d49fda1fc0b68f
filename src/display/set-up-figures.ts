import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { jsonForScript } from './escape.ts';
import { BACKGROUND, SHADES, themeLayout } from './palette.ts';
import { type Bundle, show } from './show.ts';

const require = createRequire(import.meta.url);

/** Reads the cartesian bundle of Plotly, the library that draws the figures. */
export const readPlotly = (): Buffer =>
  readFileSync(require.resolve('plotly.js-cartesian-dist-min/plotly-cartesian.min.js'));

const drawingCode = (): string => {
  const library = gzipSync(readPlotly(), { level: 9 }).toString('base64');
  const themes = {
    light: { layout: themeLayout('light') },
    dark: { layout: themeLayout('dark') },
    shades: [...Object.values(SHADES), BACKGROUND],
  };
  const code = readFileSync(new URL('./in-browser.js', import.meta.url), 'utf8');
  return `{\nconst PLOTLY = '${library}';\nconst THEMES = ${jsonForScript(themes)};\n${code}}`;
};

/** Returns the output that carries the drawing code, whole, so that a saved notebook needs no network. */
export const setUpBundle = (): Bundle => ({
  data: {
    'text/html': `<p>Figures in this notebook are interactive.</p><script>${drawingCode()}</script>`,
    'text/plain': 'Figures in this notebook are interactive where scripts run.',
  },
});

/** Puts the drawing code into the notebook. One call near its top serves every figure below. */
export const setUpFigures = (): void => show(setUpBundle());
