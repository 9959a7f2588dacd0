import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { systemContext } from '@/lib/auth/system-context';
import { log } from '@/lib/log';
import { verificar } from '@/lib/verificacion/verificar';

/** How many discrepancies the trail keeps of one night; the log has them all. */
const EN_AUDITORIA = 50;

/**
 * The nightly look at the books: recomputes every balance at one instant and, if something does not agree, says it in the
 * log and in the trail. Returns how many discrepancies there are.
 */
export async function verificarDeNoche(ahora: Date): Promise<number> {
  const halladas = await sqlClient().begin('isolation level repeatable read read only', (sql) => verificar(sql));
  if (halladas.length === 0) return 0;
  for (const discrepancia of halladas) log().error({ discrepancia }, 'books do not agree');
  await withTransaction({}, async (tx) => {
    const [sucursal] = await tx.sql<{ id: number }[]>`select id from sucursal order by id limit 1`;
    const ctx = systemContext({ ahora, idSucursal: sucursal?.id ?? 0 });
    await emitAudit(tx, ctx, {
      accion: 'verificacion.discrepancias',
      entidad: 'verificacion',
      idEntidad: ahora.toISOString(),
      despues: { total: halladas.length, discrepancias: halladas.slice(0, EN_AUDITORIA) },
    });
  });
  return halladas.length;
}
