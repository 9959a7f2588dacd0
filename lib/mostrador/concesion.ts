import { sqlClient } from '@/db';
import { actorDeFila, columnasDeActor, type FilaActor } from '@/lib/auth/principal';
import { TtlCache } from '@/lib/auth/ttl-cache';
import type { Actor } from '@/lib/context';
import { processWide } from '@/lib/process-wide';

/** A grant as a fact needs it: its key, its life, and its person with the rights of today. */
export type Concesion = {
  id: string;
  idDispositivo: string;
  equipo: string;
  /** Of the tickets that the device numbers. */
  serie: string;
  idSucursal: number;
  claveMac: string;
  emitidaEn: Date;
  venceEn: Date;
  /** Since when it is good no more: its own revocation or its device's. */
  revocadaEn: Date | null;
  autor: Actor;
  /** Whether its person still works here. */
  activo: boolean;
};

const cache = () => processWide('concesiones', () => new TtlCache<Promise<Concesion | null>>(2_000, 10_000));

/** A grant, or `null`. Remembered 10 s per process, so that a sale costs no round trip more. */
export function concesionDe(id: string): Promise<Concesion | null> {
  const conocida = cache().get(id);
  if (conocida) return conocida;
  const leida = leer(id);
  cache().set(id, leida);
  leida.then(
    (concesion) => concesion ?? cache().delete(id),
    () => cache().delete(id),
  );
  return leida;
}

/** Forgets every grant: one was just revoked. */
export function olvidarConcesiones(): void {
  cache().clear();
}

type Fila = FilaActor & {
  concesion: string;
  id_dispositivo: string;
  equipo: string;
  serie: string;
  de_sucursal: number;
  clave_mac: string;
  emitida_en: string;
  vence_en: string;
  revocada_en: string | null;
  activo: boolean;
};

async function leer(id: string): Promise<Concesion | null> {
  const sql = sqlClient();
  const [fila] = await sql<Fila[]>`
    select g.id as concesion, g.id_dispositivo, d.nombre || ' (' || d.serie || ')' as equipo, d.serie, g.id_sucursal as de_sucursal,
      g.clave_mac, g.emitida_en, g.vence_en, least(g.revocada_en, d.revocado_en) as revocada_en, u.estado and r.estado as activo,
      ${columnasDeActor(sql)}
    from concesion g join dispositivo d on d.id = g.id_dispositivo join usuario u on u.id = g.id_usuario
      join rol r on r.id = u.id_rol
    where g.id = ${id}::uuid`;
  if (!fila) return null;
  return {
    id: fila.concesion,
    idDispositivo: fila.id_dispositivo,
    equipo: fila.equipo,
    serie: fila.serie,
    idSucursal: fila.de_sucursal,
    claveMac: fila.clave_mac,
    emitidaEn: new Date(fila.emitida_en),
    venceEn: new Date(fila.vence_en),
    revocadaEn: fila.revocada_en === null ? null : new Date(fila.revocada_en),
    autor: actorDeFila(fila),
    activo: fila.activo,
  };
}
