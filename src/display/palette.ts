import type { Layout } from 'plotly.js';

/**
 * Seven colours with the hues of Okabe and Ito, their shades moved apart by a search until any two
 * differ with normal, protanope and deuteranope vision. Each has a shade for a light page and one
 * for a dark page, both at a contrast of 3 to 1 or more with the background. Figures use the light
 * shade; the page swaps it when its theme is dark.
 */
export const SHADES = {
  blue: { light: '#005fda', dark: '#5185ec' },
  orange: { light: '#fc5b00', dark: '#ff8800' },
  green: { light: '#02a783', dark: '#45c097' },
  vermillion: { light: '#b33900', dark: '#cb5824' },
  purple: { light: '#983784', dark: '#b25693' },
  sky: { light: '#3199de', dark: '#7cb7ff' },
  grey: { light: '#353535', dark: '#dfdfdf' },
} as const;

export type ColourName = keyof typeof SHADES;

/** The colours a figure names, by name. */
export const palette: Readonly<Record<ColourName, string>> = {
  blue: SHADES.blue.light,
  orange: SHADES.orange.light,
  green: SHADES.green.light,
  vermillion: SHADES.vermillion.light,
  purple: SHADES.purple.light,
  sky: SHADES.sky.light,
  grey: SHADES.grey.light,
};

export const BACKGROUND = { light: '#ffffff', dark: '#111111' } as const;

const INK = { light: '#1f1f1f', dark: '#e6e6e6' } as const;
const GRID = { light: '#dcdcdc', dark: '#363b42' } as const;

/** What is written on a coloured bar, in the colour of the page; the page swaps it as it does the shades. */
export const ON_COLOUR = BACKGROUND.light;

/** The part of a figure's layout that depends on the theme of the page it stands on. */
export const themeLayout = (theme: 'light' | 'dark'): Partial<Layout> => {
  const axis = {
    gridcolor: GRID[theme],
    linecolor: INK[theme],
    zerolinecolor: GRID[theme],
    tickcolor: INK[theme],
  };
  return {
    paper_bgcolor: BACKGROUND[theme],
    plot_bgcolor: BACKGROUND[theme],
    font: { color: INK[theme] },
    colorway: Object.values(SHADES).map((shade) => shade[theme]),
    xaxis: axis,
    yaxis: axis,
    // Here rather than in the layout: Plotly.validate throws on a legend that is not drawn.
    legend: { orientation: 'h', y: 1.02, yanchor: 'bottom', x: 0, xanchor: 'left' },
  };
};
