import postgres from 'postgres';
import type { Intento } from '@/lib/jobs/worker';
import { atenderImportacion } from '@/lib/producto/importacion/atender';

/**
 * Reads, applies or undoes an import, telling how far it is on a connection of its own: what the import writes is invisible until it
 * commits, and the person is looking.
 */
export async function importarProductos(url: string, idImportacion: number, intento: Intento): Promise<void> {
  const aparte = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'kantuta-progreso' } });
  const progreso = async (filas: number) => {
    await aparte`
      update importacion set filas_hechas = ${filas},
        situacion = case situacion when 'EN_COLA' then 'APLICANDO' else situacion end
      where id = ${idImportacion} and situacion in ('LEYENDO', 'EN_COLA', 'APLICANDO', 'DESHACIENDO')`;
  };
  try {
    await atenderImportacion(idImportacion, { ahora: new Date(), ultimo: intento.ultimo, progreso });
  } finally {
    await aparte.end({ timeout: 2 });
  }
}
