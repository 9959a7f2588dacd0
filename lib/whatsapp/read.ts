import type { SqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import type { EstadoWhatsapp } from './rules';
import type { GrupoDto } from './schemas';

/** The connection as the worker last wrote it. */
export type FilaEstado = {
  estado: EstadoWhatsapp;
  qr: string | null;
  qr_vence_en: Date | null;
  numero: string | null;
  nombre: string | null;
  ultimo_error: string | null;
  conectado_desde: Date | null;
  latido: Date | null;
  pedido: 'CONECTAR' | 'DESCONECTAR' | null;
  grupos: GrupoDto[];
};

type Fila = Omit<FilaEstado, 'qr_vence_en' | 'conectado_desde' | 'latido' | 'grupos'> & {
  qr_vence_en: string | null;
  conectado_desde: string | null;
  latido: string | null;
  grupos: string;
};

const NUNCA: FilaEstado = {
  estado: 'DESCONECTADO',
  qr: null,
  qr_vence_en: null,
  numero: null,
  nombre: null,
  ultimo_error: null,
  conectado_desde: null,
  latido: null,
  pedido: null,
  grupos: [],
};

/** How the connection is; before any worker ran, disconnected. */
export async function leerEstado(sql: SqlClient | Tx['sql']): Promise<FilaEstado> {
  const [fila] = await sql<Fila[]>`
    select estado, qr, qr_vence_en, numero, nombre, ultimo_error, conectado_desde, latido, pedido, grupos::text as grupos
    from whatsapp_estado where id = 1`;
  if (!fila) return NUNCA;
  const fecha = (texto: string | null) => (texto === null ? null : new Date(texto));
  return {
    ...fila,
    qr_vence_en: fecha(fila.qr_vence_en),
    conectado_desde: fecha(fila.conectado_desde),
    latido: fecha(fila.latido),
    grupos: JSON.parse(fila.grupos) as GrupoDto[],
  };
}
