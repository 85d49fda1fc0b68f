import { z } from 'zod';
import type { Message } from './message.ts';

const Bundle = z.record(z.string(), z.unknown());
const Transient = z.object({ display_id: z.string().optional() }).optional();
const Stream = z.object({ name: z.enum(['stdout', 'stderr']), text: z.string() });
const Display = z.object({ data: Bundle, metadata: Bundle.default({}), transient: Transient });
const ErrorContent = z.object({
  ename: z.string(),
  evalue: z.string(),
  traceback: z.array(z.string()),
});

/** One thing a cell shows, in the words of the Jupyter protocol. */
export type Output =
  | { type: 'stream'; name: 'stdout' | 'stderr'; text: string }
  | {
      type: 'display_data' | 'update_display_data' | 'execute_result';
      data: Record<string, unknown>;
      metadata: Record<string, unknown>;
      displayId?: string;
    }
  | { type: 'error'; ename: string; evalue: string; traceback: string[] };

/** The output that a broadcast message carries; undefined when it carries none (a status, an echo). */
export function outputOf(message: Message): Output | undefined {
  switch (message.type) {
    case 'stream':
      return { type: 'stream', ...Stream.parse(message.content) };
    case 'display_data':
    case 'update_display_data':
    case 'execute_result': {
      const { data, metadata, transient } = Display.parse(message.content);
      const displayId = transient?.display_id;
      return { type: message.type, data, metadata, ...(displayId ? { displayId } : {}) };
    }
    case 'error':
      return { type: 'error', ...ErrorContent.parse(message.content) };
    default:
      return undefined;
  }
}

/** Adds an output to those of a cell; text that continues the same stream joins the text before it. */
export function append(outputs: Output[], output: Output): void {
  const last = outputs.at(-1);
  if (output.type === 'stream' && last?.type === 'stream' && last.name === output.name) {
    last.text += output.text;
  } else {
    outputs.push(output.type === 'stream' ? { ...output } : output);
  }
}

/** All that went to one stream of a cell, whatever stood between its pieces. */
export function textOf(outputs: readonly Output[], name: 'stdout' | 'stderr'): string {
  return outputs.map((o) => (o.type === 'stream' && o.name === name ? o.text : '')).join('');
}
