import { z } from 'zod';
import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import { autoria, idDeFila, listaQuery, monto, opcional, textoOpcional } from '@/lib/validation';
import { LUGARES, type Lugar } from './rules';

const lugar = z.enum(LUGARES, 'Debe ser GAVETA, CAJA_FUERTE o BANCO.');

/** Cash that changes place. `id_sesion_caja` is the session whose drawer gives or receives it. */
export const TraspasarInput = z
  .strictObject({
    origen: lugar,
    destino: lugar,
    monto: monto({ min: 10 }),
    nota: textoOpcional({ min: 3 }).meta({ description: 'Número de la boleta, quién lo llevó, para qué.' }),
    id_sesion_caja: opcional(idDeFila),
    id_archivo: opcional(idDeFila).meta({
      description: 'La foto de la boleta, subida antes en `/cajas/movimiento/foto`.',
    }),
    ...autoria,
  })
  .transform((v) => ({
    origen: v.origen,
    destino: v.destino,
    monto: v.monto,
    nota: v.nota ?? null,
    idSesionCaja: v.id_sesion_caja ?? null,
    ...(v.id_archivo !== undefined && { idArchivo: v.id_archivo }),
  }));
export type Traspaso = z.output<typeof TraspasarInput>;

/** The transfers of the request's branch, newest first. */
export const ListarTraspasosInput = listaQuery.extend({ id_sesion_caja: opcional(idDeFila) });

/** One by its id. */
export const IdTraspasoInput = z.strictObject({ id: idDeFila });

/** Cash that changed place. Bolivianos. */
export type TraspasoDto = {
  id: number;
  origen: Lugar;
  destino: Lugar;
  monto: number;
  nota: string | null;
  fecha: string;
  id_sucursal: number;
  id_sesion_caja: number | null;
  /** The caja of its session. */
  caja: string | null;
  usuario: string;
  con_foto: boolean;
  aprobaciones: AprobacionDeDocumento[];
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};

/** What the safe of a branch holds. Bolivianos. */
export type CajaFuerteDto = { id_sucursal: number; sucursal: string; saldo: number };
