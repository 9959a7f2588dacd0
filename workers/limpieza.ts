import { withTransaction } from '@/db/transaction';
import { limpiarArchivos } from '@/lib/archivo/limpiar';
import { barrerClaves } from '@/lib/kv/postgres';
import { borrarCorreosViejos } from '@/lib/mail/vencer';
import { compactarCambios } from '@/lib/mostrador/compactar-cambios';
import { limpiarImportaciones } from '@/lib/producto/importacion/descartar';

/** Days that an ended sign-in stays readable, for whoever asks who was in. */
const DIAS_DE_ACCESOS = 90;

/** What the nightly cleaning deleted, in rows. */
export type Limpieza = {
  filasDeImportacion: number;
  tokens: number;
  accesos: number;
  claves: number;
  correos: number;
  archivos: number;
  cambiosDeCatalogo: number;
};

/**
 * Deletes what nobody will ask for again: refresh tokens that expired, sign-ins that ended three months ago, the rows of
 * imports that were never confirmed, short-lived keys that died, mails of half a year ago,
 * uploads that nobody used, and what the counters were told of a product before its last change. Nothing of the ledgers, the documents or the trail.
 */
export async function limpiar(ahora: Date): Promise<Limpieza> {
  const limite = new Date(ahora.getTime() - DIAS_DE_ACCESOS * 86_400_000).toISOString();
  const archivos = await limpiarArchivos(ahora);
  return withTransaction({}, async (tx) => {
    const filasDeImportacion = await limpiarImportaciones(tx, ahora);
    const tokens = await tx.sql`delete from token_refresco where expira_en < ${ahora.toISOString()}::timestamptz`;
    const accesos = await tx.sql`
      delete from sesion_acceso s where least(s.expira_en, coalesce(s.revocada_en, s.expira_en)) < ${limite}::timestamptz
        and not exists (select 1 from token_refresco t where t.sid = s.sid)`;
    const claves = await barrerClaves(tx);
    const correos = await borrarCorreosViejos(tx, ahora);
    const cambiosDeCatalogo = await compactarCambios(tx);
    return {
      filasDeImportacion,
      tokens: tokens.count,
      accesos: accesos.count,
      claves,
      correos,
      archivos,
      cambiosDeCatalogo,
    };
  });
}
