import { spawnSync } from 'node:child_process';
import { inject } from 'vitest';
import { dataFolder, Launcher } from './launcher';

/** Starts the product over a copy of the template's data, owners included: PostgreSQL has an account of its own. */
export async function openCopy(env: Record<string, string> = {}, dir = dataFolder()): Promise<Launcher> {
  const { status, stderr } = spawnSync('cp', ['-a', `${inject('mistreated').dir}/.`, dir]);
  if (status !== 0) throw new Error(`The data were not copied: ${stderr}`);
  return Launcher.open(dir, env);
}
