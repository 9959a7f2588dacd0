import fs from 'node:fs';

/** A process and all its descendants, from /proc; the process first. */
export function groupOf(pid: number): number[] {
  const children = fs
    .readdirSync('/proc')
    .map(Number)
    .filter((one) => one > 0 && parentOf(one) === pid);
  return [pid, ...children.flatMap(groupOf)];
}

/** Sends a signal to each process; answers how many of them still were there to get it. */
export function signal(pids: number[], name: NodeJS.Signals): number {
  return pids.filter((pid) => {
    try {
      return process.kill(pid, name);
    } catch (error) {
      // a worker of PostgreSQL ends when it will, also between the list and the signal
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
      throw error;
    }
  }).length;
}

function parentOf(pid: number): number {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name, in parentheses, may hold anything
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}
