import { closeDb, sqlClient } from '@/db';
import { REGLAS, verificar } from '@/lib/verificacion/verificar';

/**
 * `npm run verificar`: recomputes every balance and invariant of the database of DATABASE_URL, all at one instant, prints
 * each discrepancy and a closing sentence. Exit code 1 when there is any.
 */
async function main(): Promise<number> {
  const desde = performance.now();
  const halladas = await sqlClient().begin('isolation level repeatable read read only', (tx) => verificar(tx));
  for (const d of halladas) console.log(`✗ ${d.detalle}\n  ${d.regla} · ${d.entidad} ${d.id}`);
  const segundos = ((performance.now() - desde) / 1000).toFixed(1).replace('.', ',');
  console.log(
    halladas.length === 0
      ? `Todo cuadra: ${REGLAS.length} controles sin discrepancias (${segundos} s).`
      : `${halladas.length === 1 ? 'Hay 1 discrepancia' : `Hay ${halladas.length} discrepancias`} en ${REGLAS.length} controles (${segundos} s).`,
  );
  return halladas.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} finally {
  await closeDb();
}
