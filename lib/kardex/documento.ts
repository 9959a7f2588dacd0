import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { asentar, type Partida } from '@/lib/libro/asentar';
import { type CuentaDeSucursal, cuentaDe } from '@/lib/libro/cuentas';
import { moverStock } from './mover-stock';
import { CONCEPTOS_ENTRADA, type ConceptoEntrada, folioDe, TIPOS_DOCUMENTO, type TipoDocumento } from './rules';

/** What a stock document moves of a product: thousandths and centavos, signed as in the kardex. */
export type LineaDocumento = { idProducto: number; nombre: string; unidad: string; cantidad: number; valor: number };

/** A stock document to be written. One line a product; their existencias must be locked. */
export type NuevoDocumento = {
  /** Given when it was taken ahead (`idDeDocumento`), as an approval needs it. */
  id?: number;
  tipo: TipoDocumento;
  /** Only of an ENTRADA, and always. */
  concepto?: ConceptoEntrada;
  idSucursal: number;
  fecha?: Date;
  motivo: string;
  proveedor?: string | null;
  /** The document that made it necessary, or that it voids. */
  origen?: { tipo: string; id: number };
  lineas: readonly LineaDocumento[];
  /** Instead of all of it against the account of its kind. Only, and always, of an ANULACION. */
  contra?: { partidas: readonly Partida[]; corrigeA: number | null };
};

/** A document as it was written. */
export type DocumentoEscrito = { id: number; folio: string; idAsiento: number | null; valor: number };

/** Takes the id of a stock document ahead of writing it. */
export async function idDeDocumento(tx: Tx): Promise<number> {
  const [fila] = await tx.sql<{ id: number }[]>`select nextval('documento_stock_id_seq') as id`;
  if (!fila) throw new Error('documento_stock: the sequence gave no id');
  return fila.id;
}

/** The next number of a series of stock documents of a branch: locked until the commit, without gaps. Take it last. */
export async function siguienteDeSerie(tx: Tx, idSucursal: number, serie: string): Promise<number> {
  const [fila] = await tx.sql<{ ultimo: number }[]>`
    insert into serie_stock (id_sucursal, serie, ultimo) values (${idSucursal}, ${serie}, 1)
    on conflict (id_sucursal, serie) do update set ultimo = serie_stock.ultimo + 1 returning ultimo`;
  if (!fila) throw new Error(`serie_stock ${serie}: gave no number`);
  return fila.ultimo;
}

/**
 * Writes a stock document whole: its number, its entry in the libro against the account of its kind, its lines and its
 * movements of the kardex. What it is worth is the sum of its lines; goods worth nothing have no entry. Throws ConflictoError
 * `stock_insuficiente` when more would leave than there is.
 */
export async function escribirDocumento(tx: Tx, ctx: Context, d: NuevoDocumento): Promise<DocumentoEscrito> {
  const { serie, nombre, movimiento } = TIPOS_DOCUMENTO[d.tipo];
  const id = d.id ?? (await idDeDocumento(tx));
  // What posts itself is written inside sales: no row that two tills would wait for.
  const numero = serie === 'R' ? id : await siguienteDeSerie(tx, d.idSucursal, serie);
  const valor = d.lineas.reduce((suma, l) => suma + l.valor, 0);
  const folio = folioDe({ serie, numero });
  const documento = { tipoDocumento: 'documento_stock', idDocumento: id, idSucursal: d.idSucursal, fecha: d.fecha };
  const partidas = d.contra?.partidas ?? partidasDeDiferencias(d.idSucursal, d.lineas, contraDe(d));
  const idAsiento =
    partidas.length === 0
      ? null
      : await asentar(tx, ctx, {
          ...documento,
          idSesionCaja: null,
          bolsillo: 'mercaderia',
          glosa: `${nombre} ${folio}: ${d.motivo}`.slice(0, 300),
          corrigeA: d.contra?.corrigeA ?? null,
          partidas,
        });
  await Promise.all([
    insertDocumento(tx, ctx, d, { id, serie, numero, valor, idAsiento }),
    moverStock(tx, ctx, { ...documento, tipo: movimiento, idAsiento, filas: d.lineas }),
  ]);
  return { id, folio, idAsiento, valor };
}

/**
 * The legs of what came in and of what went out, each against the account: two pairs, because what compensates is still two
 * facts, and goods that are worth something never move without an entry. Empty when nothing is worth anything.
 */
export function partidasDeDiferencias(
  idSucursal: number,
  lineas: readonly { valor: number }[],
  contra: CuentaDeSucursal = 'diferencia_inventario',
): Partida[] {
  const mas = lineas.reduce((suma, l) => suma + Math.max(0, l.valor), 0);
  const menos = lineas.reduce((suma, l) => suma + Math.min(0, l.valor), 0);
  return [mas, menos]
    .filter((importe) => importe !== 0)
    .flatMap((importe) => [
      { cuenta: cuentaDe('inventario', idSucursal), importe },
      { cuenta: cuentaDe(contra, idSucursal), importe: -importe },
    ]);
}

/** The account against which a kind of document posts; of an entry, its concepto's. Throws for a void, which has none. */
export function contraDe({ tipo, concepto }: { tipo: TipoDocumento; concepto?: ConceptoEntrada | null }) {
  const { cuenta } = TIPOS_DOCUMENTO[tipo];
  if (cuenta) return cuenta;
  if (!concepto) throw new Error(`${tipo} without a concepto has no account`);
  return CONCEPTOS_ENTRADA[concepto].cuenta;
}

async function insertDocumento(
  tx: Tx,
  ctx: Context,
  d: NuevoDocumento,
  f: { id: number; serie: string; numero: number; valor: number; idAsiento: number | null },
): Promise<void> {
  const lineas = d.lineas.map((l, i) => ({ ...l, linea: i + 1 }));
  await tx.sql`
    with cabecera as (
      insert into documento_stock (id, tipo, serie, numero, id_sucursal, fecha, concepto, motivo, proveedor, valor, id_asiento,
        id_usuario, tipo_origen, id_origen)
      values (${f.id}, ${d.tipo}, ${f.serie}, ${f.numero}, ${d.idSucursal}, ${(d.fecha ?? ctx.ahora).toISOString()}::timestamptz,
        ${d.concepto ?? null}, ${d.motivo}, ${d.proveedor ?? null}, ${f.valor}, ${f.idAsiento}, ${ctx.actor.idUsuario},
        ${d.origen?.tipo ?? null}, ${d.origen?.id ?? null})
    )
    insert into detalle_documento_stock (id_documento, linea, id_producto, nombre, unidad, cantidad, valor)
    select ${f.id}::int, x.linea, x."idProducto", x.nombre, x.unidad, x.cantidad, x.valor
    from jsonb_to_recordset(${JSON.stringify(lineas)}::text::jsonb)
      as x(linea int, "idProducto" int, nombre text, unidad text, cantidad bigint, valor bigint)`;
}
