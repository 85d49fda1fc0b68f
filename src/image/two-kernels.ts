/**
 * Runs inside the container: asks the running Jupyter server for two kernels, loads the workshop's five packages
 * in both through the same websocket that JupyterLab uses, and prints the bytes of the cgroup in use.
 */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const CELL = `import { execa } from 'execa';
import koffi from 'koffi';
import { z } from 'zod';
import { traceSelf } from 'workshop/trace';
import type { Data } from 'plotly.js';
const { stdout } = await execa('true');
console.log('loaded', typeof koffi.load, typeof z.object, typeof traceSelf, stdout.length);`;

const [token = ''] = process.argv.slice(2);
const base = 'http://127.0.0.1:8888';
const headers = { authorization: `token ${token}`, 'content-type': 'application/json' };
const Kernel = z.object({ id: z.string() });
const Message = z.object({
  msg_type: z.string(),
  content: z.object({ text: z.string().optional(), execution_state: z.string().optional() }),
});

for (let index = 0; index < 2; index++) await startAndLoad();
// What the start itself needed is returned to the system within moments.
await sleep(2000);
console.log(inUse());

async function startAndLoad(): Promise<void> {
  const body = JSON.stringify({ name: 'tslab', path: 'notebooks' });
  const answer = await fetch(`${base}/api/kernels`, { method: 'POST', headers, body });
  const { id } = Kernel.parse(await answer.json());
  const socket = new WebSocket(
    `${base.replace('http', 'ws')}/api/kernels/${id}/channels?token=${token}`,
  );
  await new Promise((resolve) => {
    socket.onopen = resolve;
  });
  const loaded = new Promise<void>((resolve, reject) => {
    socket.onmessage = ({ data }) => {
      const message = Message.safeParse(JSON.parse(String(data)));
      if (!message.success) return;
      if (message.data.msg_type === 'error') reject(new Error(String(data)));
      if (message.data.content.text?.startsWith('loaded')) resolve();
    };
  });
  socket.send(JSON.stringify(request(CELL)));
  await loaded;
  socket.close();
}

function request(code: string): object {
  const header = {
    ...{ msg_id: crypto.randomUUID(), session: crypto.randomUUID(), username: 'learner' },
    ...{ date: new Date().toISOString(), msg_type: 'execute_request', version: '5.3' },
  };
  const content = { code, silent: false, store_history: true, allow_stdin: false };
  return { channel: 'shell', header, parent_header: {}, metadata: {}, content };
}

/** Memory that cannot be given back at once: what the cgroup uses less its inactive file cache, as `docker stats` counts. */
function inUse(): number {
  const v2 = '/sys/fs/cgroup/memory.current';
  const [use, stat, key] = existsSync(v2)
    ? [v2, '/sys/fs/cgroup/memory.stat', 'inactive_file']
    : [
        '/sys/fs/cgroup/memory/memory.usage_in_bytes',
        '/sys/fs/cgroup/memory/memory.stat',
        'total_inactive_file',
      ];
  const inactive = readFileSync(stat, 'utf8').match(new RegExp(`^${key} (\\d+)$`, 'm'))?.[1] ?? '0';
  return Number(readFileSync(use, 'utf8')) - Number(inactive);
}
