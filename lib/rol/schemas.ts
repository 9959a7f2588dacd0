import { z } from 'zod';
import { PERMISOS, type Permiso } from '@/lib/auth/permisos';
import type { PermisoConTope, Topes } from '@/lib/auth/topes';
import { autoria, idDeFila, listaQuery, monto, opcional, texto, textoOpcional } from '@/lib/validation';

const nombre = texto({ min: 3, max: 60 });
const descripcion = textoOpcional({ max: 200 });
const permiso = z.enum(Object.keys(PERMISOS) as [Permiso, ...Permiso[]], 'Ese derecho no existe.');
const permisos = z.array(permiso, 'Los derechos van en una lista.').transform((lista) => [...new Set(lista)].sort());

const porciento = z
  .number('El límite debe ser un número.')
  .min(0, 'El límite no puede ser negativo.')
  .max(100, 'El límite no pasa de 100 %.')
  .refine((v) => Number.isInteger(Math.round(v * 1e6) / 1e4), 'El límite lleva como máximo 2 decimales.')
  .meta({ description: 'Por ciento.' });

const sinTope = <S extends z.ZodType>(tope: S) => z.union([z.null(), tope]).optional();

/** The cap of each right, as it comes: bolivianos or per cent; `null` or absent, none. */
const topes = z
  .strictObject({
    'venta:descuento': sinTope(porciento),
    'venta:cambiar_precio': sinTope(porciento),
    'venta:anular_ajena': sinTope(monto()),
    'caja:mover': sinTope(monto()),
    'caja:fuerte': sinTope(monto()),
    'caja:diferencia': sinTope(monto()),
    'caja:recontar': sinTope(monto()),
    'producto:ajustar': sinTope(monto()),
    'inventario:salida': sinTope(monto()),
    'aprobacion:resolver': sinTope(monto()),
  } satisfies Record<PermisoConTope, z.ZodType>)
  .transform(
    (v): Topes => Object.fromEntries(Object.entries(v).filter(([, tope]) => tope !== null && tope !== undefined)),
  )
  .meta({ description: 'Hasta cuánto, por derecho: bolivianos o por ciento. Sin él, sin límite.' });

/** A new role: what, where and up to how much. */
export const CrearRolInput = z
  .strictObject({ nombre, descripcion, permisos, solo_propias: opcional(permisos), topes: opcional(topes), ...autoria })
  .transform((v) => ({
    nombre: v.nombre,
    descripcion: v.descripcion ?? null,
    permisos: v.permisos,
    soloPropias: v.solo_propias ?? [],
    topes: v.topes ?? {},
  }));

/** What changes of a role; what is not sent stays. `topes` are all of them, not one by one. */
export const EditarRolInput = z
  .strictObject({
    id: idDeFila,
    nombre: opcional(nombre),
    descripcion,
    permisos: opcional(permisos),
    solo_propias: opcional(permisos),
    topes: opcional(topes),
    ...autoria,
  })
  .transform((v) => ({
    id: v.id,
    nombre: v.nombre,
    descripcion: v.descripcion,
    permisos: v.permisos,
    soloPropias: v.solo_propias,
    topes: v.topes,
  }));

/** One role by its id. */
export const RolInput = z.strictObject({ id: idDeFila, ...autoria });

/** Roles, by id. */
export const ListarRolesInput = listaQuery.pick({ limite: true, cursor: true, buscar: true });

/** A role with what it allows. Caps are bolivianos or per cent. */
export type RolDto = {
  id: number;
  nombre: string;
  descripcion: string | null;
  /** One of the five of the product: only its caps change. */
  de_fabrica: boolean;
  permisos: Permiso[];
  /** Those that end at the person's own branches. */
  solo_propias: Permiso[];
  topes: Partial<Record<PermisoConTope, number>>;
  /** How many people have it and work here, in the branches that the caller sees. */
  personas: number;
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};
