import fs from 'node:fs';

/** A process and all its descendants, from /proc; the process first. */
export function groupOf(pid: number): number[] {
  const children = fs
    .readdirSync('/proc')
    .map(Number)
    .filter((one) => one > 0 && parentOf(one) === pid);
  return [pid, ...children.flatMap(groupOf)];
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
