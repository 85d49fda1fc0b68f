import { createRequire } from 'node:module';
import { constants } from 'node:os';
import type * as Koffi from 'koffi';

const koffi: typeof Koffi = createRequire(import.meta.url)('koffi');
const UV_SIGNAL = 16;
const UV_RUN_NOWAIT = 2;

/**
 * Watches signals from this thread, where Node gives them to the first thread alone: it may be in a
 * loop or in C and deaf to them. libuv serves any number of loops, so this thread keeps one of its
 * own for signals. Returns a function that calls `onSignal` for each that came since the last call.
 */
export function watchSignals(
  names: readonly NodeJS.Signals[],
  onSignal: (name: NodeJS.Signals) => void,
): () => void {
  const node = koffi.load(null);
  const call = (declaration: string) => node.func(declaration) as (...args: unknown[]) => number;
  const loop = koffi.alloc('uint8_t', Number(call('size_t uv_loop_size()')()));
  const size = Number(call('size_t uv_handle_size(int type)')(UV_SIGNAL));
  const callback = koffi.register(
    (_handle: bigint, number: number) => {
      const name = names.find((each) => constants.signals[each] === number);
      if (name) onSignal(name);
    },
    koffi.pointer(koffi.proto('void (void *handle, int number)')),
  );
  const init = call('int uv_signal_init(void *loop, void *handle)');
  const start = call('int uv_signal_start(void *handle, void *callback, int number)');
  const run = call('int uv_run(void *loop, int mode)');
  call('int uv_loop_init(void *loop)')(loop);
  for (const name of names) {
    const handle = koffi.alloc('uint8_t', size);
    init(loop, handle);
    start(handle, callback, constants.signals[name]);
  }
  return () => run(loop, UV_RUN_NOWAIT);
}
