import { z } from 'zod';
import { CONCEPTOS_ENTRADA, TIPOS_DOCUMENTO } from '@/lib/kardex/rules';
import { autoria, cantidad, dia, idDeFila, listaQuery, monto, opcional, texto, textoOpcional } from '@/lib/validation';
import { ALCANCES, CAUSAS, ESTADOS_TRANSFERENCIA, NO_CONTADOS, TIPOS_SALIDA } from './rules';

/** Lines that a document may have: a delivery van, not a catalogue. */
const MAXIMO_LINEAS = 500;
const motivo = texto({ min: 3, max: 200 });
const siONo = z.enum(['true', 'false'], 'Debe ser true o false.').transform((v) => v === 'true');
const de = <K extends string>(tabla: Readonly<Record<K, unknown>>) => Object.keys(tabla) as [K, ...K[]];
const lineasDe = <S extends z.ZodType>(linea: S) =>
  z
    .array(linea, 'Faltan los productos.')
    .min(1, 'Faltan los productos.')
    .max(MAXIMO_LINEAS, `Hasta ${MAXIMO_LINEAS} líneas.`);

/** One row by its id. */
export const PorIdInput = z.strictObject({ id: idDeFila, ...autoria });

/** Goods that come in. What was paid in all (`subtotal`) wins over the cost of each; without either, the last cost. */
export const EntradaInput = z
  .strictObject({
    concepto: opcional(z.enum(de(CONCEPTOS_ENTRADA), 'El concepto no existe.')),
    motivo,
    proveedor: textoOpcional({ max: 120 }),
    lineas: lineasDe(
      z.strictObject({
        id_producto: idDeFila,
        cantidad: cantidad(),
        costo_unitario: opcional(monto()),
        subtotal: opcional(monto()),
        vence: opcional(dia),
        lote: textoOpcional({ max: 40 }),
      }),
    ),
    ...autoria,
  })
  .transform((v) => ({
    concepto: v.concepto ?? ('COMPRA' as const),
    motivo: v.motivo,
    proveedor: v.proveedor ?? null,
    lineas: v.lineas.map((l) => ({
      idProducto: l.id_producto,
      cantidad: l.cantidad,
      costo: l.costo_unitario ?? null,
      subtotal: l.subtotal ?? null,
      vence: l.vence ?? null,
      lote: l.lote ?? null,
    })),
  }));
export type Entrada = z.output<typeof EntradaInput>;

const lineasSimples = lineasDe(z.strictObject({ id_producto: idDeFila, cantidad: cantidad() }));

/** Goods that go out without a sale. */
export const SalidaInput = z
  .strictObject({
    tipo: z.enum(TIPOS_SALIDA, 'El tipo debe ser MERMA, CONSUMO o VENCIDO.'),
    motivo,
    lineas: lineasSimples,
    ...autoria,
  })
  .transform((v) => ({ tipo: v.tipo, motivo: v.motivo, lineas: lineasDeSalida(v.lineas) }));
export type Salida = z.output<typeof SalidaInput>;

function lineasDeSalida(lineas: readonly { id_producto: number; cantidad: number }[]) {
  return lineas.map((l) => ({ idProducto: l.id_producto, cantidad: l.cantidad }));
}

/** What there is of some products, as somebody found it. */
export const AjusteInput = z
  .strictObject({
    motivo,
    lineas: lineasDe(z.strictObject({ id_producto: idDeFila, stock_actual: cantidad({ cero: true }) })),
    ...autoria,
  })
  .transform((v) => ({
    motivo: v.motivo,
    lineas: v.lineas.map((l) => ({ idProducto: l.id_producto, cantidad: l.stock_actual })),
  }));

/** A stock document to void. */
export const AnularDocumentoInput = z.strictObject({ id: idDeFila, motivo, ...autoria });

export const ListarDocumentosQuery = listaQuery.extend({
  tipo: opcional(z.enum(de(TIPOS_DOCUMENTO), 'El tipo no existe.')),
  id_sucursal: opcional(idDeFila),
});

/** A count to begin. */
export const AbrirConteoInput = z
  .strictObject({
    alcance: z.enum(ALCANCES, 'El alcance debe ser SUCURSAL, CATEGORIA o LIBRE.'),
    id_categoria: opcional(idDeFila),
    nota: textoOpcional({ max: 200 }),
    ...autoria,
  })
  .refine((v) => (v.alcance === 'CATEGORIA') === (v.id_categoria !== undefined), {
    path: ['id_categoria'],
    message: 'La categoría va solo, y siempre, con un conteo por categoría.',
  })
  .transform((v) => ({ alcance: v.alcance, idCategoria: v.id_categoria ?? null, nota: v.nota ?? null }));

/** What was counted of a product. `sumar` adds to what was counted before: another shelf, another scan. */
export const ContarInput = z
  .strictObject({
    id: idDeFila,
    id_producto: idDeFila,
    cantidad: cantidad({ cero: true }),
    sumar: opcional(z.boolean()),
    ...autoria,
  })
  .transform((v) => ({ id: v.id, idProducto: v.id_producto, cantidad: v.cantidad, sumar: v.sumar ?? false }));

/** The end of a count. */
export const AplicarConteoInput = z
  .strictObject({ id: idDeFila, no_contados: opcional(z.enum(NO_CONTADOS, 'Debe ser DEJAR o CERO.')), ...autoria })
  .transform((v) => ({ id: v.id, noContados: v.no_contados ?? ('DEJAR' as const) }));

export const ListarConteosQuery = listaQuery.extend({
  estado: opcional(z.enum(['ABIERTO', 'APLICADO', 'CANCELADO'], 'El estado no existe.')),
});

/** Goods that a branch asks of another, or is going to send. Without `id_origen`, one's own sends; without `id_destino`, one's own receives. */
export const SolicitarInput = z
  .strictObject({
    id_origen: opcional(idDeFila),
    id_destino: opcional(idDeFila),
    nota: textoOpcional({ max: 200 }),
    lineas: lineasSimples,
    ...autoria,
  })
  .transform((v) => ({
    idOrigen: v.id_origen ?? null,
    idDestino: v.id_destino ?? null,
    nota: v.nota ?? null,
    lineas: lineasDeSalida(v.lineas),
  }));

/** What leaves of what was asked; without lines, all of it. */
export const EnviarInput = z
  .strictObject({
    id: idDeFila,
    lineas: opcional(
      z.array(z.strictObject({ id_producto: idDeFila, cantidad: cantidad({ cero: true }) })).max(MAXIMO_LINEAS),
    ),
    ...autoria,
  })
  .transform((v) => ({ id: v.id, lineas: v.lineas ? lineasDeSalida(v.lineas) : null }));

/** What arrived, and what never will, with its reason; without lines, everything on the way arrived. */
export const RecibirInput = z
  .strictObject({
    id: idDeFila,
    nota: textoOpcional({ max: 200 }),
    lineas: opcional(
      z
        .array(
          z
            .strictObject({
              id_producto: idDeFila,
              recibida: cantidad({ cero: true }),
              perdida: opcional(cantidad({ cero: true })),
              causa: opcional(z.enum(de(CAUSAS), 'La causa debe ser FALTANTE o DANADO.')),
              explicacion: textoOpcional({ min: 3, max: 200 }),
            })
            .refine((l) => (l.perdida ?? 0) === 0 || (l.causa !== undefined && (l.explicacion ?? null) !== null), {
              path: ['explicacion'],
              message: 'Lo que no llega lleva su causa y su explicación.',
            }),
        )
        .min(1, 'Faltan los productos.')
        .max(MAXIMO_LINEAS),
    ),
    ...autoria,
  })
  .transform((v) => ({
    id: v.id,
    nota: v.nota ?? null,
    lineas:
      v.lineas?.map((l) => ({
        idProducto: l.id_producto,
        recibida: l.recibida,
        perdida: l.perdida ?? 0,
        causa: (l.perdida ?? 0) > 0 ? (l.causa ?? null) : null,
        explicacion: (l.perdida ?? 0) > 0 ? (l.explicacion ?? null) : null,
      })) ?? null,
  }));
export type Recibir = z.output<typeof RecibirInput>;

export const CancelarTransferenciaInput = z.strictObject({ id: idDeFila, motivo, ...autoria });

export const ListarTransferenciasQuery = listaQuery.extend({
  estado: opcional(z.enum(ESTADOS_TRANSFERENCIA, 'El estado no existe.')),
  pendientes: opcional(siONo).meta({ description: 'Solo las que esperan algo.' }),
});

export const KardexQuery = listaQuery.extend({
  id_producto: idDeFila,
  id_sucursal: opcional(idDeFila),
  tipo: opcional(
    z.enum(['INICIAL', 'ENTRADA', 'SALIDA', 'VENTA', 'ANULACION', 'AJUSTE', 'REGULARIZACION'], 'El tipo no existe.'),
  ),
});

/** What there is now: without days. */
export const ListarExistenciasQuery = listaQuery.omit({ desde: true, hasta: true }).extend({
  id_categoria: opcional(idDeFila),
  id_sucursal: opcional(idDeFila),
  nivel: opcional(z.enum(['agotado', 'bajo', 'con_stock'], 'El nivel no existe.')),
});

/** What runs short now: without days. */
export const StockBajoQuery = listaQuery.omit({ desde: true, hasta: true }).extend({ id_sucursal: opcional(idDeFila) });

export const ValoracionQuery = z.strictObject({ dia: opcional(dia), id_sucursal: opcional(idDeFila) });

export const ListarAlertasStockQuery = listaQuery.extend({
  tipo: opcional(z.enum(['STOCK_BAJO', 'COBERTURA', 'POR_VENCER', 'SIN_MOVIMIENTO', 'COSTO'], 'El tipo no existe.')),
  situacion: opcional(z.enum(['abierta', 'cerrada'], 'Debe ser abierta o cerrada.')),
});
export const AtenderAlertaStockInput = z.strictObject({ id: idDeFila, nota: texto({ min: 3, max: 300 }), ...autoria });
