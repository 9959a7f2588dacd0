import { z } from 'zod';
import { idDeFila, listaQuery, opcional, texto } from '@/lib/validation';

/** Pending, or with what came of it. */
export const ESTADOS_TAREA = ['PENDIENTE', 'RESUELTA'] as const;

/** Tasks of the request's branch (of all, for who works in all), newest first. */
export const ListarTareasInput = listaQuery.extend({
  estado: opcional(z.enum(ESTADOS_TAREA, 'El estado debe ser PENDIENTE o RESUELTA.')),
  id_sesion_caja: opcional(idDeFila),
});

/** What came of a task. */
export const ResolverTareaInput = z.strictObject({ id: idDeFila, resolucion: texto({ min: 3, max: 300 }) });

/** Something that is not right, and what came of it. Bolivianos. */
export type TareaDto = {
  id: number;
  id_sucursal: number;
  sucursal: string;
  tipo: string;
  resumen: string;
  detalle: string | null;
  monto: number | null;
  id_sesion_caja: number | null;
  /** The caja of its session, to name it. */
  caja: string | null;
  estado: (typeof ESTADOS_TAREA)[number];
  creada_por: string;
  creada_en: string;
  resuelta_por: string | null;
  resuelta_en: string | null;
  resolucion: string | null;
};
