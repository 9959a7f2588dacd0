import { z } from 'zod';
import type { GavetaAbiertaDto } from '@/lib/caja/schemas-respuestas';
import { FORMATOS } from '@/lib/recibo/rules';
import type { CopiaDto, QuitadasDto } from '@/lib/recibo/schemas';
import { dtoDe, id, instante } from './comunes';

/** A copy of a receipt. */
export const CopiaRecibo = dtoDe<CopiaDto>()(
  z.strictObject({
    id,
    id_venta: id,
    numero: id.meta({ description: 'El que dice el papel: COPIA 2.' }),
    formato: z.enum(FORMATOS),
    fecha: instante,
    id_usuario: id,
    usuario: z.string(),
  }),
).meta({ id: 'CopiaRecibo' });

/** What was noted of lines taken off a ticket. */
export const LineasQuitadas = dtoDe<QuitadasDto>()(
  z.strictObject({ id_sesion_caja: id, lineas: z.int().positive(), fecha: instante }),
).meta({ id: 'LineasQuitadas' });

/** The drawer opened without a sale. */
export const GavetaAbierta = dtoDe<GavetaAbiertaDto>()(
  z.strictObject({ id_sesion_caja: id, caja: z.string(), motivo: z.string(), fecha: instante }),
).meta({ id: 'GavetaAbierta' });
