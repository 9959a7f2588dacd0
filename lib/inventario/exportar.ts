import { dinero } from '@/lib/action/csv';
import { archivoDe, enPalabras, exportList, leerPedido, momento } from '@/lib/action/export-list';
import { Page } from '@/lib/action/page';
import type { Context } from '@/lib/context';
import { CONCEPTOS_ENTRADA, TIPOS_DOCUMENTO } from '@/lib/kardex/rules';
import { listarAlertasStock } from './alertas';
import { listarExistencias, listarStockBajo } from './existencias';
import { leerKardex } from './kardex';
import { listarConteos, listarDocumentos, listarTransferencias } from './queries';
import { ESTADO_EN_PALABRAS, NOMBRE_DE_ALERTA } from './rules';
import type { ValoracionDto } from './schemas-respuestas';
import { valorar } from './valoracion';

/** Without it a column of costs is not in the file. */
const COSTO = 'producto:ver_costo';

/** GET /inventario/existencias. */
export const existenciasExportables = exportList(listarExistencias, {
  nombre: 'existencias',
  columnas: [
    ['Producto', (f) => f.nombre],
    ['Código', (f) => f.codigo_barras],
    ['Categoría', (f) => f.categoria],
    ['Existencia', (f) => f.stock_actual],
    ['Unidad', (f) => f.unidad],
    ['Mínimo', (f) => f.stock_minimo],
    ['Vendido en 28 días', (f) => f.vendido_28_dias],
    ['Días de cobertura', (f) => f.dias_cobertura],
    ['Costo promedio', (f) => dinero(f.costo_promedio), COSTO],
    ['Valor', (f) => dinero(f.valor), COSTO],
  ],
});

/** GET /inventario/stock-bajo. */
export const stockBajoExportable = exportList(listarStockBajo, {
  nombre: 'stock bajo',
  columnas: [
    ['Producto', (f) => f.nombre],
    ['Código', (f) => f.codigo_barras],
    ['Categoría', (f) => f.categoria],
    ['Sucursal', (f) => f.sucursal],
    ['Existencia', (f) => f.stock_actual],
    ['Unidad', (f) => f.unidad],
    ['Mínimo', (f) => f.stock_minimo],
    ['Días de cobertura', (f) => f.dias_cobertura],
    ['Días deseados', (f) => f.dias_deseados],
    ['Sugerido', (f) => f.sugerido],
  ],
});

/** GET /inventario/kardex/{id_producto}. */
export const kardexExportable = exportList(leerKardex, {
  nombre: (filtro) => `kardex ${Number(filtro.id_producto) || 0}`,
  columnas: [
    ['Fecha', (f) => momento(f.fecha)],
    ['Tipo', (f) => f.tipo],
    ['Documento', (f) => f.documento],
    ['Motivo', (f) => f.motivo],
    ['Cantidad', (f) => f.cantidad],
    ['Valor al costo', (f) => dinero(f.valor), COSTO],
    ['Saldo', (f) => f.saldo],
    ['Valor del saldo', (f) => dinero(f.saldo_valor), COSTO],
    ['Persona', (f) => f.usuario],
    ['Sucursal', (f) => f.sucursal],
  ],
});

/** GET /inventario/documentos. */
export const documentosExportables = exportList(listarDocumentos, {
  nombre: 'documentos de inventario',
  columnas: [
    ['Número', (f) => f.folio],
    ['Fecha', (f) => momento(f.fecha)],
    ['Tipo', (f) => TIPOS_DOCUMENTO[f.tipo].nombre],
    ['Concepto', (f) => f.concepto && CONCEPTOS_ENTRADA[f.concepto].nombre],
    ['Motivo', (f) => f.motivo],
    ['Proveedor', (f) => f.proveedor],
    ['Productos', (f) => f.productos],
    ['Valor al costo', (f) => dinero(f.valor), COSTO],
    ['Persona', (f) => f.usuario],
    ['Sucursal', (f) => f.sucursal],
    ['Anulado por', (f) => f.anulado_por?.folio ?? null],
  ],
});

/** GET /inventario/conteos. */
export const conteosExportables = exportList(listarConteos, {
  nombre: 'conteos',
  columnas: [
    ['Número', (f) => f.folio],
    ['De qué', (f) => f.categoria ?? enPalabras(f.alcance)],
    ['Nota', (f) => f.nota],
    ['Estado', (f) => enPalabras(f.estado)],
    ['Abierto', (f) => momento(f.abierto_en)],
    ['Abierto por', (f) => f.usuario],
    ['Contados', (f) => f.contados],
    ['De cuántos', (f) => f.total],
    ['Cerrado', (f) => momento(f.cerrado_en)],
    ['Cerrado por', (f) => f.cerrado_por],
    ['Ajuste al costo', (f) => dinero(f.valor), COSTO],
    ['Sucursal', (f) => f.sucursal],
  ],
});

/** GET /inventario/transferencia. */
export const transferenciasExportables = exportList(listarTransferencias, {
  nombre: 'transferencias',
  columnas: [
    ['Número', (f) => f.folio],
    ['De', (f) => f.origen],
    ['A', (f) => f.destino],
    ['Estado', (f) => ESTADO_EN_PALABRAS[f.estado]],
    ['Nota', (f) => f.nota],
    ['Productos', (f) => f.productos],
    ['Pedida', (f) => momento(f.solicitada_en)],
    ['Pedida por', (f) => f.solicitante],
    ['Enviada', (f) => momento(f.enviada_en)],
    ['Enviada por', (f) => f.enviada_por],
    ['Recibida', (f) => momento(f.recibida_en)],
    ['Recibida por', (f) => f.recibida_por],
    ['Cancelada', (f) => momento(f.cancelada_en)],
    ['Cancelada por', (f) => f.cancelada_por],
    ['Por qué se canceló', (f) => f.motivo_cancelacion],
    ['Valor enviado', (f) => dinero(f.valor_enviado), COSTO],
    ['Valor en camino', (f) => dinero(f.valor_en_camino), COSTO],
  ],
});

/** GET /inventario/alertas. */
export const alertasExportables = exportList(listarAlertasStock, {
  nombre: 'alertas de inventario',
  columnas: [
    ['Desde', (f) => momento(f.abierta_en)],
    ['Producto', (f) => f.producto],
    ['Qué pasa', (f) => NOMBRE_DE_ALERTA[f.tipo]],
    ['Por qué', (f) => f.frase],
    ['Precio', (f) => dinero(f.precio_venta)],
    ['Precio propuesto', (f) => dinero(f.precio_propuesto)],
    ['Sucursal', (f) => f.sucursal],
    ['Atendida', (f) => momento(f.atendida_en)],
    ['Atendida por', (f) => f.atendida_por],
    ['Nota', (f) => f.nota],
    ['Resuelta', (f) => momento(f.cerrada_en)],
  ],
});

/** GET /inventario/valoracion: as JSON, or with `formato` as a file: a row a branch and category, and then the libro's. */
export async function valoracionExportable(ctx: Context, raw: unknown): Promise<ValoracionDto | Response> {
  const { formato, query } = leerPedido(raw);
  const valoracion = await valorar(ctx, query);
  if (!formato) return valoracion;
  const filas = [
    ...valoracion.filas,
    ...valoracion.sucursales.map(({ sucursal, libro: valor }) => {
      return { sucursal, categoria: 'Cuenta de inventario del libro', productos: null, cantidad: null, valor };
    }),
  ];
  return archivoDe(ctx, formato, query, {
    list: async () => new Page(filas),
    nombre: `valoración al ${valoracion.dia}`,
    columnas: [
      ['Sucursal', (f) => f.sucursal],
      ['Categoría', (f) => f.categoria],
      ['Productos', (f) => f.productos],
      ['Cantidad', (f) => f.cantidad],
      ['Valor al costo promedio', (f) => dinero(f.valor)],
    ],
  });
}
