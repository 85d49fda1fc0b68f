/** @typedef {(signal: NodeJS.Signals) => void} Handler */

/** @type {Handler} */
let current = () => {};

/** Sends Ctrl-C, a request to end and a closed terminal to whoever is in charge at that moment. @param {Handler} first */
export function listen(first) {
  current = first;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => current(signal));
}

/** From now on `handler` is told of interrupts, in place of whoever was before. @param {Handler} handler */
export function whenInterrupted(handler) {
  current = handler;
}
