import type { Tx } from '@/db/transaction';
import type { DocumentoAprobado } from '@/lib/aprobacion/schemas';
import { autorizar } from '@/lib/aprobacion/steps';
import { alcanza, fraseDeLimite } from '@/lib/auth/topes';
import type { Context } from '@/lib/context';
import { formatBs } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';

const A_LA_VISTA = 8;

/**
 * Lets differences go on, or refuses them: what appears and what is missing count alike, added up at cost, against the cap of
 * `producto:ajustar`. Throws RequiereAprobacionError.
 */
export async function autorizarDiferencias(
  tx: Tx,
  ctx: Context,
  acto: { verbo: string; input: unknown; que: string; motivo: string },
  lineas: readonly { nombre: string; cantidad: number; valor: number }[],
  documento: DocumentoAprobado,
): Promise<void> {
  const monto = lineas.reduce((suma, l) => suma + Math.abs(l.valor), 0);
  if (alcanza(ctx, 'producto:ajustar', monto)) return;
  const mayores = [...lineas].sort((a, b) => Math.abs(b.valor) - Math.abs(a.valor));
  const describir = () => ({
    verbo: acto.verbo,
    input: acto.input,
    resumen: `${acto.que}, ${lineas.length === 1 ? '1 producto' : `${lineas.length} productos`}`,
    detalle: [...filasALaVista(mayores), { etiqueta: 'Motivo', valor: acto.motivo }],
  });
  const frase = `Diferencias de ${formatBs(monto)} al costo; ${fraseDeLimite(ctx, 'producto:ajustar')}`;
  const exceso = { permiso: 'producto:ajustar', cuanto: monto, monto, frase, reserva: 'producto:ver_costo' } as const;
  await autorizar(tx, ctx, describir, [exceso], documento);
}

/** The first lines of a document, as whoever approves it reads them: `+3`, `−2`, each with its product. */
export function filasALaVista(lineas: readonly { nombre: string; cantidad: number }[]) {
  return lineas.slice(0, A_LA_VISTA).map(({ nombre, cantidad }) => ({
    etiqueta: `${cantidad > 0 ? '+' : ''}${formatCantidad(cantidad)}`,
    valor: nombre,
  }));
}
