import { z } from 'zod';
import { freeMemory } from '../../proc/index.ts';
import { limited, type Question, works } from '../finding.ts';
import { probe, why } from '../probe.ts';

/** May a child touch 256 MiB, and how much does the control group leave? */
export const memory: Question = {
  id: 'memory',
  title: 'memory',
  neededFor: 'lessons 05, 06 and 12',
  async ask() {
    const free = Math.floor(freeMemory() / 1024 ** 2);
    const seen = `${free} MiB free to this process`;
    const smaller =
      'Give the machine or the container at least 1 GiB (docker run --memory 1g), or close other notebooks. The ballast shrinks to what is there.';
    if (free < 384) return limited(seen, smaller);
    const touched = await probe('memory', z.object({ touched: z.number() }));
    if ('value' in touched) return works(`${seen}; a child touched ${touched.value.touched} MiB`);
    return limited(`${seen}, but a child was refused 256: ${why(touched.failed)}`, smaller);
  },
};

/** Are huge pages there to be turned on and off, which changes what fork costs? */
export const hugePages: Question = {
  id: 'huge-pages',
  title: 'huge pages',
  neededFor: 'one axis of lesson 06',
  async ask() {
    const found = await probe(
      'huge-pages',
      z.object({ asked: z.number(), forbidden: z.number(), forbids: z.boolean() }),
    );
    const one = 'Lesson 06 then draws one curve instead of two.';
    if ('failed' in found) return limited(`could not be asked: ${why(found.failed)}`, one);
    const { asked, forbidden, forbids } = found.value;
    if (asked === 0) {
      return limited(
        'a child asked for huge pages and got none',
        `Run: echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled (on the host). ${one}`,
      );
    }
    if (!forbids || forbidden > 0) {
      return limited('a child got huge pages, and cannot do without them', one);
    }
    return works(`a child got ${asked / 1024} MiB of them, and none once it forbade them`);
  },
};
