import type { Layout } from 'plotly.js';

/**
 * Seven colours after Okabe and Ito, told apart with any colour vision. Each has a shade for a
 * light page and one for a dark page, so that both keep a contrast of 3 to 1 with the background.
 * Figures use the light shade; the page swaps it when its theme is dark.
 */
export const SHADES = {
  blue: { light: '#0072b2', dark: '#4aa3df' },
  orange: { light: '#c77f00', dark: '#e69f00' },
  green: { light: '#00926a', dark: '#1fc598' },
  vermillion: { light: '#c94f00', dark: '#f0763a' },
  purple: { light: '#b5588c', dark: '#d68ab4' },
  sky: { light: '#3f97cf', dark: '#8ccdf2' },
  grey: { light: '#6b6b6b', dark: '#a8a8a8' },
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

export const BACKGROUND = { light: '#ffffff', dark: '#111418' } as const;

const INK = { light: '#1f1f1f', dark: '#e6e6e6' } as const;
const GRID = { light: '#dcdcdc', dark: '#363b42' } as const;

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
  };
};
