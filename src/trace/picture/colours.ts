import { palette } from '../../display/index.ts';
import type { Family } from '../story/families.ts';

/** The colour of each family of calls; `other` shares its grey with `sync` and is hatched. */
export const FAMILY_COLOURS: Readonly<Record<Family, string>> = {
  process: palette.vermillion,
  file: palette.blue,
  memory: palette.green,
  network: palette.purple,
  signal: palette.orange,
  time: palette.sky,
  sync: palette.grey,
  other: palette.grey,
};
