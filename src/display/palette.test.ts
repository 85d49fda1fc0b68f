import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BACKGROUND, SHADES } from './palette.ts';

type Rgb = [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

const linear = (hex: string): Rgb => {
  const channel = (at: number): number => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

const times = (m: Matrix, [r, g, b]: Rgb): Rgb => {
  const row = ([x, y, z]: Rgb): number => x * r + y * g + z * b;
  return [row(m[0]), row(m[1]), row(m[2])];
};

// WCAG 2: relative luminance and contrast.
const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (one: Rgb, other: Rgb): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

// Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
const VISION: Record<string, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

// Oklab, whose distances follow what the eye tells apart; 0.02 is about the smallest step it sees.
const oklab = (rgb: Rgb): Rgb => {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map((c) => Math.cbrt(Math.max(0, c))) as Rgb;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms,
  );
};

const distance = (one: Rgb, other: Rgb): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

for (const theme of ['light', 'dark'] as const) {
  const colours = Object.entries(SHADES).map(([name, shade]) => ({
    name,
    rgb: linear(shade[theme]),
  }));

  test(`every colour stands out from the ${theme} background by 3 to 1`, () => {
    for (const { name, rgb } of colours) {
      const ratio = contrast(rgb, linear(BACKGROUND[theme]));
      assert.ok(ratio >= 3, `${name}: ${ratio.toFixed(2)}`);
    }
  });

  test(`a number on a blue bar can be read in the ${theme} theme`, () => {
    const ratio = contrast(linear(SHADES.blue[theme]), linear(BACKGROUND[theme]));
    assert.ok(ratio >= 4.5, ratio.toFixed(2));
  });

  for (const [vision, matrix] of Object.entries(VISION)) {
    test(`no two colours look alike in the ${theme} theme with ${vision} vision`, () => {
      for (const [i, one] of colours.entries()) {
        for (const other of colours.slice(i + 1)) {
          const apart = distance(oklab(times(matrix, one.rgb)), oklab(times(matrix, other.rgb)));
          assert.ok(apart >= 0.1, `${one.name} and ${other.name}: ${apart.toFixed(3)}`);
        }
      }
    });
  }
}
