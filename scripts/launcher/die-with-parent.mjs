import { isMainThread } from 'node:worker_threads';
import { watchParent } from './parent-watch.mjs';

/**
 * Preloaded (`node --import`) into every process the launcher starts: if the launcher is killed outright,
 * they close like on a SIGTERM, and by force if that takes too long.
 */
if (isMainThread) {
  watchParent(() => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 8000);
  });
}
