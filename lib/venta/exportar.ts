import { dinero } from '@/lib/action/csv';
import { enPalabras, exportList, momento } from '@/lib/action/export-list';
import type { Columna } from '@/lib/action/stream-list';
import { centavosDeJson, jsonDeCentavos } from '@/lib/money';
import { comprasDeCliente, listarVentas } from './queries';
import { folioDe, METODOS_PAGO, type MetodoPago, NOMBRE_METODO, nombreVendido } from './rules';
import type { VentaDto } from './schemas';

/** What is added up in bolivianos, through whole centavos. */
const suma = (...montos: number[]) => jsonDeCentavos(montos.reduce((s, m) => s + (centavosDeJson(m) ?? 0), 0));

/** What a method brought; nothing of a ticket that was voided. */
const pagadoCon = (v: VentaDto, metodo: MetodoPago) =>
  v.estado_venta === 'ANULADA' ? 0 : suma(...v.pagos.filter((p) => p.metodo === metodo).map((p) => p.monto));

/** A ticket a row. What was taken is zero in a voided one, so that the columns add up to what there is. */
const COLUMNAS: readonly Columna<VentaDto>[] = [
  ['Ticket', folioDe],
  ['Fecha', (v) => momento(v.fecha)],
  ['Estado', (v) => enPalabras(v.estado_venta)],
  ['Caja', (v) => v.caja],
  ['Cajero', (v) => v.cajero],
  ['Cliente', (v) => v.cliente?.nombre ?? null],
  ['CI o NIT', (v) => v.cliente?.ci_nit ?? null],
  ['Productos', (v) => v.detalles.map((d) => nombreVendido(d.nombre, d.presentacion)).join(', ')],
  ['Descuento', (v) => dinero(v.descuento)],
  ['Total', (v) => dinero(v.total)],
  ['Redondeo', (v) => dinero(v.redondeo)],
  ['Cobrado', (v) => dinero(v.estado_venta === 'ANULADA' ? 0 : suma(v.total, v.redondeo))],
  ...METODOS_PAGO.map((m): Columna<VentaDto> => [NOMBRE_METODO[m] ?? m, (v) => dinero(pagadoCon(v, m))]),
  ['Nota', (v) => v.nota],
  ['Motivo del cambio', (v) => v.motivo_edicion],
  ['Sucursal', (v) => v.sucursal.nombre],
];

/** GET /ventas. */
export const ventasExportables = exportList(listarVentas, {
  nombre: 'ventas',
  columnas: COLUMNAS,
  sinLimite: 'todo',
});

/** GET /clientes/{id}/compras. */
export const comprasExportables = exportList(comprasDeCliente, {
  nombre: (filtro) => `compras del cliente ${Number(filtro.id) || 0}`,
  columnas: COLUMNAS,
});
