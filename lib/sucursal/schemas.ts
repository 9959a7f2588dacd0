import { z } from 'zod';
import { autoria, opcional, texto, textoOpcional } from '@/lib/validation';

/** What a new branch is made of. */
export const CrearSucursalInput = z.strictObject({
  nombre: texto({ min: 3, max: 80 }),
  direccion: textoOpcional({ max: 160 }),
  telefono: textoOpcional({ max: 30 }),
  redondeo_efectivo: opcional(z.boolean()),
  ...autoria,
});

/** A branch as clients see it. */
export type SucursalDto = {
  id: number;
  nombre: string;
  direccion: string | null;
  telefono: string | null;
  redondeo_efectivo: boolean;
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};
