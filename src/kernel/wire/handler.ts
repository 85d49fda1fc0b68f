import type { Executor } from 'tslab/dist/executor.js';
import { jupyter } from '../tslab.ts';
import { kernelInfo } from './kernel-info.ts';

type Stock = InstanceType<typeof jupyter.JupyterHandlerImpl>;

/** tslab's answers about code, with Jupyter's cursor positions and without its exceptions. */
export class Handler extends jupyter.JupyterHandlerImpl {
  constructor(executor: Executor) {
    super(executor, false);
  }

  override handleKernel() {
    return kernelInfo;
  }

  override handleComplete(request: Parameters<Stock['handleComplete']>[0]) {
    const { code, cursor_pos: cursor } = request;
    try {
      const reply = super.handleComplete({ code, cursor_pos: toUtf16(code, cursor) });
      return {
        ...reply,
        cursor_start: toCodePoints(code, reply.cursor_start),
        cursor_end: toCodePoints(code, reply.cursor_end),
      };
    } catch {
      // The compiler gives up on some half-written code; no suggestion is the honest answer.
      return {
        matches: [],
        cursor_start: cursor,
        cursor_end: cursor,
        metadata: {},
        status: 'ok' as const,
      };
    }
  }

  override handleInspect(request: Parameters<Stock['handleInspect']>[0]) {
    const { code, cursor_pos: cursor } = request;
    try {
      return super.handleInspect({ ...request, cursor_pos: toUtf16(code, cursor) });
    } catch {
      return { status: 'ok' as const, found: false, data: {}, metadata: {} };
    }
  }
}

/** Jupyter counts code points, JavaScript counts UTF-16 units. */
function toUtf16(text: string, position: number): number {
  return Array.from(text).slice(0, position).join('').length;
}

function toCodePoints(text: string, position: number): number {
  return Array.from(text.slice(0, position)).length;
}
