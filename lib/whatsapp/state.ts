import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { publish } from '@/lib/realtime/publish';
import type { EstadoWhatsapp } from './rules';
import type { Group } from './transport';

/** What the worker writes of the connection; what is not given stays as it was. */
export type StateChange = {
  estado: EstadoWhatsapp;
  qr?: { texto: string; venceEn: Date };
  /** `null` when no phone is linked any more. */
  numero?: string | null;
  nombre?: string | null;
  error?: string | null;
  conectadoDesde?: Date | null;
};

/** Writes the state of the connection and hints to the screens that show it. A code lasts only as long as its state. */
export async function writeState(cambio: StateChange): Promise<void> {
  const { estado, qr, numero, nombre, error, conectadoDesde } = cambio;
  const pone = (valor: unknown) => valor !== undefined;
  await withTransaction({}, async (tx) => {
    await tx.sql`
      insert into whatsapp_estado (id) values (1) on conflict (id) do nothing`;
    await tx.sql`
      update whatsapp_estado set estado = ${estado}, qr = ${qr?.texto ?? null},
        qr_vence_en = ${qr?.venceEn.toISOString() ?? null}::timestamptz,
        numero = case when ${pone(numero)} then ${numero ?? null} else numero end,
        nombre = case when ${pone(nombre)} then ${nombre ?? null} else nombre end,
        ultimo_error = case when ${pone(error)} then ${error ?? null} else ultimo_error end,
        conectado_desde = case when ${pone(conectadoDesde)} then ${conectadoDesde?.toISOString() ?? null}::timestamptz
          else conectado_desde end
      where id = 1`;
    publish(tx, { tema: 'whatsapp', idSucursal: null });
  });
}

/** Remembers the groups that the account is in, for whoever chooses one. */
export async function writeGroups(grupos: readonly Group[], ahora: Date): Promise<void> {
  await sqlClient()`
    update whatsapp_estado set grupos = ${JSON.stringify(grupos)}::text::jsonb, grupos_en = ${ahora.toISOString()}::timestamptz
    where id = 1`;
}

/** Takes what a person asked for, so that it is done once. */
export async function takeRequest(): Promise<'CONECTAR' | 'DESCONECTAR' | null> {
  const [fila] = await sqlClient()<{ pedido: 'CONECTAR' | 'DESCONECTAR' }[]>`
    with antes as (select pedido from whatsapp_estado where id = 1 and pedido is not null for update)
    update whatsapp_estado e set pedido = null from antes where e.id = 1 returning antes.pedido`;
  return fila?.pedido ?? null;
}
