import fs from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { closeDb } from '@/db';
import { flushEventos } from '@/lib/realtime/publish';
import { montarTienda, type TiendaDeBench } from '@/scripts/bench/tienda';
import { dataFolder, Launcher } from './launcher';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The data of a product that was started once, filled with a small shop and closed. */
    mistreated: { dir: string; shop: TiendaDeBench };
  }
}

/** As many as the file that needs the most. */
const SHOP = { cajeros: 4, productos: 30 };

/** Starts the product from nothing once, fills it by the verbs and closes it: each file mistreats a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const launcher = await Launcher.open(dataFolder());
  try {
    const { DATABASE_URL = '', AUTH_SECRET = '' } = process.env;
    process.env.DATABASE_URL = await launcher.databaseUrl();
    process.env.AUTH_SECRET = fs.readFileSync(path.join(launcher.dir, 'secreto'), 'utf8').trim();
    const shop = await montarTienda(SHOP).finally(flushEventos).finally(closeDb);
    Object.assign(process.env, { DATABASE_URL, AUTH_SECRET });
    await launcher.stop();
    project.provide('mistreated', { dir: launcher.dir, shop });
  } catch (error) {
    await launcher.destroy();
    throw error;
  }
  return () => launcher.destroy();
}
