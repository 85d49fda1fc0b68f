// Touches 256 MiB, as the first volunteer for the out-of-memory killer.
import { writeFileSync } from 'node:fs';

writeFileSync('/proc/self/oom_score_adj', '1000');
const ballast = Buffer.alloc(256 * 1024 * 1024, 1);
console.log(JSON.stringify({ touched: ballast.length / 1024 / 1024 }));
