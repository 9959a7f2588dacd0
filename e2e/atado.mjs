import { spawn } from 'node:child_process';
import { watchParent } from '../scripts/launcher/parent-watch.mjs';

/**
 * `node e2e/atado.mjs program …`: runs a program that is no process of ours and cannot look after its parent by itself, as the
 * leader of the group that both make. When who started this is gone, however it went, the whole group is killed: no browser
 * stays behind a run that was itself killed. What kills the group kills both at once.
 */
const [program = '', ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: 'inherit' });
child.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.once('exit', (code) => process.exit(code ?? 1));
watchParent(() => process.kill(-process.pid, 'SIGKILL'));
