/**
 * Checks of shape for what is read before every verdict. zod takes longer to load than many a test to run, so it is
 * left to the manifest, the published schemas and the commands that are in no hurry.
 */
export type Shape = (value: unknown) => boolean;

export const text: Shape = (value) => typeof value === 'string';
export const flag: Shape = (value) => typeof value === 'boolean';
export const count: Shape = (value) => Number.isInteger(value) && Number(value) >= 0;
export const whole: Shape = Number.isInteger;

/** One of these values and no other. */
export function oneOf(...values: readonly unknown[]): Shape {
  return (value) => values.includes(value);
}

/** What may be missing. */
export function optional(shape: Shape): Shape {
  return (value) => value === undefined || shape(value);
}

/** An object with these fields and, when `strict`, with no others. */
export function fields(shapes: Readonly<Record<string, Shape>>, strict = true): Shape {
  return (value) =>
    isObject(value) &&
    Object.entries(shapes).every(([name, shape]) => shape(value[name])) &&
    (!strict || Object.keys(value).every((name) => Object.hasOwn(shapes, name)));
}

/** An object whose every value has this shape, whatever its keys. */
export function valuesOf(shape: Shape): Shape {
  return (value) => isObject(value) && Object.values(value).every(shape);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
