import { sqlClient } from '@/db';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { leerTicketEn } from '@/lib/venta/steps';
import { anotarCopia } from './anotar-copia';
import { contenidoDeRecibo, type Recibo, urlDeRecibo } from './rules';
import { PorVentaInput } from './schemas';

/**
 * The next copy of a ticket, noted as an A4, with what its sheet says. `direccion` is the shop's public address, for the QR.
 * Throws PermisoError, TicketNoEncontradoError.
 */
export async function copiaA4(ctx: Context, raw: unknown, direccion: string | null): Promise<Recibo> {
  requirePermiso(ctx, 'venta:reimprimir');
  const { id } = PorVentaInput.parse(raw);
  const { numero } = await anotarCopia(ctx, { id_venta: id, formato: 'A4' });
  const venta = await leerTicketEn(ctx.tx?.sql ?? sqlClient(), id);
  return contenidoDeRecibo(venta, { copia: numero, url: urlDeRecibo(direccion, venta.token_recibo) });
}
