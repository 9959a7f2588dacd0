import { notFound } from 'next/navigation';
import { ZodError } from 'zod';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { leerVenta } from '@/lib/venta/queries';
import type { VentaDto } from '@/lib/venta/schemas';

/** The ticket of a page's address; an id that is none, or another branch's, is the not-found page. */
export async function leerVentaOr404(ctx: Context, id: string): Promise<VentaDto> {
  try {
    return await leerVenta(ctx, { id });
  } catch (error) {
    if (error instanceof NoEncontradoError || error instanceof ZodError) notFound();
    throw error;
  }
}
