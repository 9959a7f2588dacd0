/**
 * Calls back once when the process that started this one is gone. A signal sent to npm or to a killed
 * launcher never reaches its descendants; the changed parent number does.
 * @param {() => void} onGone
 */
export function watchParent(onGone) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 400);
  timer.unref();
}
