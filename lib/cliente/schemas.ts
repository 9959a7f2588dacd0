import { z } from 'zod';
import { autoria, idDeFila, listaQuery, opcional, texto } from '@/lib/validation';
import { esCiNit, esTelefono, MAXIMO_NOMBRE_CLIENTE, normalizarCiNit, normalizarTelefono } from './rules';

const nombre = texto({ min: 2, max: MAXIMO_NOMBRE_CLIENTE });

const ciNit = texto({ max: 30 })
  .transform(normalizarCiNit)
  .refine(esCiNit, 'El CI o NIT no es válido: por ejemplo 4567890, 4567890-1A o 1023456027.')
  .meta({ description: 'CI o NIT; se guarda sin puntos ni espacios.' });

const telefono = texto({ max: 30 })
  .transform(normalizarTelefono)
  .refine(esTelefono, 'El teléfono lleva de 7 a 15 dígitos.')
  .meta({ description: 'Teléfono; se guarda sin espacios.' });

/** Absent leaves it as it is; `null` and `""` take it away. */
const borrable = <S extends z.ZodType>(schema: S) =>
  z.preprocess((v) => (v === '' ? null : v), schema.nullable().optional()).optional();

/** A new customer: the name is enough. */
export const CrearClienteInput = z
  .strictObject({ nombre, ci_nit: borrable(ciNit), telefono: borrable(telefono), ...autoria })
  .transform((v) => ({ nombre: v.nombre, ciNit: v.ci_nit ?? null, telefono: v.telefono ?? null }));

/** What changes of a customer; what is absent stays. */
export const EditarClienteInput = z
  .strictObject({
    id: idDeFila,
    nombre: opcional(nombre),
    ci_nit: borrable(ciNit),
    telefono: borrable(telefono),
    ...autoria,
  })
  .transform((v) => ({ id: v.id, nombre: v.nombre, ciNit: v.ci_nit, telefono: v.telefono }));

/** One customer by id. */
export const PorIdInput = z.strictObject({ id: idDeFila });

/** DELETE also takes what old clients send. */
export const EliminarClienteInput = z.strictObject({ id: idDeFila, ...autoria });

/** Filters of the list: `buscar` takes words of the name, the CI/NIT or the phone. */
export const ListarClientesQuery = listaQuery;

/** A customer of the contract. */
export type ClienteDto = {
  id: number;
  nombre: string;
  ci_nit: string | null;
  telefono: string | null;
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};

/** A customer with what they bought where the reader may see; voided tickets do not count. */
export type ClienteConComprasDto = ClienteDto & {
  compras: { tickets: number; total: number; ultima: string | null };
};
