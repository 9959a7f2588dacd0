import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Almacen } from './almacen';

/** The names we make: a month and a UUID. Nothing else reaches the disk. */
const CLAVE = /^\d{4}-\d{2}\/[0-9a-f-]{36}\.webp$/;

/**
 * A folder as a store. A file appears whole or not at all: it is written beside its name, forced to the disk, and renamed. The
 * build is told to ignore what is opened and read: not knowing where it is, it would trace the whole checkout for each route.
 */
export function almacenEnDisco(carpeta: string): Almacen {
  const rutaDe = (clave: string) => {
    if (!CLAVE.test(clave)) throw new Error(`archivo: ${clave} is not a name of ours`);
    return path.join(/* turbopackIgnore: true */ carpeta, clave);
  };
  return {
    async guardar(clave, bytes) {
      const ruta = rutaDe(clave);
      const aMedias = `${ruta}.${process.pid}`;
      await mkdir(path.dirname(ruta), { recursive: true, mode: 0o750 });
      const mano = await open(/* turbopackIgnore: true */ aMedias, 'w', 0o640);
      try {
        await mano.writeFile(bytes);
        await mano.sync();
      } finally {
        await mano.close();
      }
      await rename(aMedias, ruta);
    },
    async leer(clave) {
      return readFile(/* turbopackIgnore: true */ rutaDe(clave)).catch(siNoEsta);
    },
    async borrar(clave) {
      await rm(rutaDe(clave), { force: true });
    },
  };
}

function siNoEsta(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
