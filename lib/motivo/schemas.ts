import { z } from 'zod';
import { autoria, idDeFila, opcional, texto } from '@/lib/validation';

const TIPOS = ['INGRESO', 'EGRESO'] as const;
const nombre = texto({ min: 3, max: 60 });
const pideDetalle = opcional(z.boolean('Debe ser true o false.')).meta({
  description: 'Quien lo usa escribe además para qué fue.',
});

/** A new reason. What is the owner's (`del_dueno`) is neither earned nor spent. */
export const CrearMotivoInput = z
  .strictObject({
    tipo: z.enum(TIPOS, 'El tipo debe ser INGRESO o EGRESO.'),
    nombre,
    del_dueno: opcional(z.boolean('Debe ser true o false.')).meta({
      description: 'Aporte o retiro del dueño: no cuenta como ingreso ni como gasto. No cambia después.',
    }),
    pide_detalle: pideDetalle,
    ...autoria,
  })
  .transform((v) => ({
    tipo: v.tipo,
    nombre: v.nombre,
    delDueno: v.del_dueno ?? false,
    pideDetalle: v.pide_detalle ?? false,
  }));

/** What changes of a reason; what is not sent stays. */
export const EditarMotivoInput = z
  .strictObject({ id: idDeFila, nombre: opcional(nombre), pide_detalle: pideDetalle, ...autoria })
  .transform((v) => ({ id: v.id, nombre: v.nombre, pideDetalle: v.pide_detalle }));

/** One reason by its id. */
export const IdMotivoInput = z.strictObject({ id: idDeFila, ...autoria }).transform(({ id }) => ({ id }));

/** All of them, or those of one kind. */
export const ListarMotivosInput = z.strictObject({
  tipo: opcional(z.enum(TIPOS, 'El tipo debe ser INGRESO o EGRESO.')),
});

/** A reason for cash in or out by hand. */
export type MotivoDto = {
  id: number;
  tipo: (typeof TIPOS)[number];
  nombre: string;
  del_dueno: boolean;
  /** Takes what names no other reason, and never leaves. */
  general: boolean;
  pide_detalle: boolean;
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};
