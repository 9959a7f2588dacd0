import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { nuevaPersona, nuevaSucursal, nuevoProducto } from '@/tests/harness/factories';
import { limpiar } from '@/workers/limpieza';
import { verificarDeNoche } from '@/workers/verificacion';

/** What the worker does every night. */

const AHORA = new Date('2026-11-20T07:30:00Z');
const dias = (n: number) => new Date(AHORA.getTime() + n * 86_400_000).toISOString();

async function acceso(idUsuario: number, expira: string, tokenExpira: string | null): Promise<string> {
  const sid = randomUUID();
  const sql = sqlClient();
  await sql`
    insert into sesion_acceso (sid, id_usuario, canal, creada_en, expira_en)
    values (${sid}::uuid, ${idUsuario}, 'api', ${dias(-300)}::timestamptz, ${expira}::timestamptz)`;
  if (tokenExpira) {
    await sql`
      insert into token_refresco (jti, sid, creado_en, expira_en)
      values (${randomUUID()}::uuid, ${sid}::uuid, ${dias(-300)}::timestamptz, ${tokenExpira}::timestamptz)`;
  }
  return sid;
}

test('the cleaning takes what expired and leaves what somebody may still use or ask about', async () => {
  const { idUsuario } = await nuevaPersona('Operador', await nuevaSucursal());
  const viva = await acceso(idUsuario, dias(5), dias(5));
  const reciente = await acceso(idUsuario, dias(-10), dias(-10));
  const vieja = await acceso(idUsuario, dias(-200), dias(-200));
  expect(await limpiar(AHORA)).toMatchObject({ filasDeImportacion: 0, tokens: 2, accesos: 1 });
  const quedan = await sqlClient()<{ sid: string }[]>`select sid from sesion_acceso`;
  expect(quedan.map((f) => f.sid).sort()).toEqual([viva, reciente].sort());
  expect(quedan.map((f) => f.sid)).not.toContain(vieja);
  expect(await sqlClient()`select 1 from token_refresco`).toHaveLength(1);
  expect(await limpiar(AHORA)).toMatchObject({ filasDeImportacion: 0, tokens: 0, accesos: 0 });
});

test('books that agree say nothing; one that does not is written in the trail', async () => {
  const idSucursal = await nuevaSucursal();
  const { id } = await nuevoProducto(idSucursal, { stock: 5 });
  expect(await verificarDeNoche(AHORA)).toBe(0);
  await sqlClient().begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`update existencia set cantidad = cantidad + 1000 where id_producto = ${id}`;
  });
  expect(await verificarDeNoche(AHORA)).toBeGreaterThan(0);
  const [linea] = await sqlClient()<{ despues: string }[]>`
    select despues::text as despues from auditoria where accion = 'verificacion.discrepancias'`;
  expect(JSON.parse(linea?.despues ?? '{}')).toMatchObject({ discrepancias: [{ entidad: 'existencia' }] });
});
