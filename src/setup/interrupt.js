/** @typedef {(signal: NodeJS.Signals) => void} Handler */

/** @type {Handler} */
let current = () => {};

/**
 * Sends Ctrl-C, a request to end, a closed terminal and the death of the npm that called us to whoever
 * is in charge at that moment.
 * @param {Handler} first
 */
export function listen(first) {
  current = first;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => current(signal));
  if (process.env.npm_lifecycle_event) watchParent();
  // A terminal that was closed cannot be written to, and what is running must still be ended well.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/** From now on `handler` is told of interrupts, in place of whoever was before. @param {Handler} handler */
export function whenInterrupted(handler) {
  current = handler;
}

// npm passes a request to end to its shell only, which dies without telling us.
function watchParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    current('SIGTERM');
  }, 500);
  watch.unref();
}
