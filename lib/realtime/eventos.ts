import type { Permiso } from '@/lib/auth/permisos';

/** What can change, and the rights that let one hear of it (any of them). */
export const TEMAS = {
  venta: ['venta:ver'],
  aparcado: ['venta:cobrar'],
  caja: ['caja:abrir', 'caja:ver'],
  producto: ['producto:ver'],
  cliente: ['cliente:ver'],
  inventario: ['inventario:ver', 'inventario:contar', 'inventario:transferir'],
  // Who answers, and who may wait for an answer.
  aprobacion: ['aprobacion:resolver', 'venta:cobrar', 'caja:abrir', 'producto:ajustar', 'inventario:salida'],
  tarea: ['tarea:ver'],
  alerta: ['auditoria:ver'],
  alerta_stock: ['inventario:ver'],
  incidencia: ['incidencia:ver'],
  dispositivo: ['dispositivo:ver'],
  whatsapp: ['whatsapp:enviar', 'whatsapp:conectar'],
} as const satisfies Record<string, readonly Permiso[]>;

/** The name of something that changes. */
export type Tema = keyof typeof TEMAS;

/** All of them. */
export const NOMBRES_DE_TEMAS = Object.keys(TEMAS) as Tema[];

/** A change as a verb tells it. A hint to look again, never the data: whoever missed it looks again anyway. */
export type Cambio = {
  tema: Tema;
  /** The branch it happened in; `null` when every branch shares it (the catalogue). */
  idSucursal: number | null;
  /** The rows that changed; none given means "several". */
  ids?: readonly number[];
};

/** Changes of one tema and branch, put together. `ids` is null when there are too many to name; `n` says how many changes. */
export type Evento = { tema: Tema; idSucursal: number | null; ids: readonly number[] | null; n: number };

/** An event as it was told to every process: `id` is the same in all of them. */
export type EventoNumerado = Evento & { id: string };

/** An event on the wire. */
export type EventoDto = { tema: Tema; id_sucursal: number | null; ids: readonly number[] | null; n: number };

/** The wire's form of an event. */
export function eventoDto({ tema, idSucursal, ids, n }: Evento): EventoDto {
  return { tema, id_sucursal: idSucursal, ids, n };
}

/** Who listens: the rights of today and the branch. */
export type Oidor = { permisos: ReadonlySet<Permiso>; idSucursal: number };

/** Whether somebody may hear of a tema at all. */
export function puedeOirTema({ permisos }: Pick<Oidor, 'permisos'>, tema: Tema): boolean {
  return TEMAS[tema].some((permiso) => permisos.has(permiso));
}

/** Whether somebody may hear an event: by right, and by branch unless they work in all of them. */
export function puedeOir(oidor: Oidor, { tema, idSucursal }: Pick<Evento, 'tema' | 'idSucursal'>): boolean {
  if (!puedeOirTema(oidor, tema)) return false;
  return idSucursal === null || idSucursal === oidor.idSucursal || oidor.permisos.has('sucursal:todas');
}
