import { z } from 'zod';
import { BOM, lineaCsv } from '@/lib/action/csv';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { COLUMNAS } from './columnas';

/** Nothing is asked. */
export const PlantillaInput = z.strictObject({});

const EJEMPLOS = [
  ['7771234567898', 'Leche PIL entera 1 L', 'Lácteos', 7.5, 6.2, 48, 12, 'unidad', 'si'],
  [null, 'Queso fresco', 'Lácteos', 45, 36.5, 8.25, 2, 'kg', 'no'],
] as const;

/** A file to fill: the columns that an import reads, and two rows as an example. Throws PermisoError. */
export async function plantillaDeImportacion(ctx: Context, raw: unknown): Promise<Response> {
  requirePermiso(ctx, 'producto:importar');
  PlantillaInput.parse(raw);
  const texto = BOM + [COLUMNAS, ...EJEMPLOS].map((fila) => lineaCsv([...fila])).join('');
  return new Response(texto, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="plantilla-productos.csv"',
    },
  });
}
