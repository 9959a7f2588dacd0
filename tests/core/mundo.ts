import { randomUUID } from 'node:crypto';
import { sqlClient } from '@/db';
import { aprobar } from '@/lib/aprobacion/aprobar';
import { RequiereAprobacionError } from '@/lib/aprobacion/errors';
import { pedirAprobacion } from '@/lib/aprobacion/pedir';
import { abrirCaja } from '@/lib/caja/abrir';
import { anotarPendiente } from '@/lib/caja/anotar';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { recontarCaja } from '@/lib/caja/recontar';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import { ajustarStock } from '@/lib/producto/ajustar-stock';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { editarPagoVenta } from '@/lib/venta/editar-pago';
import {
  AHORA,
  ctxDe,
  ctxSistema,
  linea,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  type Turno,
} from '../harness/factories';
import { type MundoInventario, mundoDeInventario } from './mundo-inventario';
import { type MundoMostrador, mundoDeMostrador } from './mundo-mostrador';

/** A branch with a bit of everything behind it, and the ids of what a test may want to break. */
export type Mundo = {
  idSucursal: number;
  /** Open, with sales, a void, a payment correction and a movement. */
  turno: Turno;
  /** Closed with a shortage, opened again with an opening difference, and closed. */
  primera: Turno;
  idSegundaSesion: number;
  /** Cash, with change, two products; its key. */
  idVenta: number;
  clave: string;
  idVentaQr: number;
  idAnulada: number;
  idEditada: number;
  idMovimiento: number;
  idProducto: number;
  /** A discount that a superior let in the first session. */
  idAprobacion: number;
  /** The first session counted again by the administrator, and a task it left. */
  idRecuento: number;
  idTarea: number;
  /** A second product, counted short after its opening stock. */
  idContado: number;
  /** The document of that count. */
  idAjuste: number;
  /** Stock documents, a count and a transfer half received, of a product of their own. */
  inventario: MundoInventario;
  /** A device and what it told. */
  mostrador: MundoMostrador;
  /** Accounts, entries, lines and movements behind them. */
  idCuentaGaveta: number;
  idCuentaGavetaPrimera: number;
  idsDetalle: number[];
  asiento: {
    venta: number;
    qr: number;
    anulacion: number;
    movimiento: number;
    inicial: number;
    ajuste: number;
    recuento: number;
  };
  partidaEfectivo: number;
  movimientoInicial: number;
};

/** Builds a `Mundo` by the verbs. */
export async function mundoConHistoria(): Promise<Mundo> {
  const idSucursal = await nuevaSucursal();
  const turno = await nuevoTurno(idSucursal, { rol: 'Administrador', saldo: 200 });
  const ctx = ctxDe(turno.cajero);
  const uno = await nuevoProducto(idSucursal, { precio: 12.34, costo: 7, stock: 40 });
  const otro = await nuevoProducto(idSucursal, { precio: 3.5, costo: 2, stock: 25.5, unidad: 'kg' });
  const enCaja = { id_sesion_caja: turno.idSesion };
  const clave = randomUUID();
  const venta = await cobrarVenta(
    { ...ctx, clave },
    { ...enCaja, metodo_pago: 'EFECTIVO', recibido: 100, detalles: [linea(uno, 2, 0.5), linea(otro, 1.25)] },
  );
  const qr = await cobrarVenta(ctx, { ...enCaja, metodo_pago: 'QR', detalles: [linea(uno)] });
  const anulada = await cobrarVenta(ctx, { ...enCaja, metodo_pago: 'EFECTIVO', detalles: [linea(uno), linea(uno, 2)] });
  await anularVenta(ctx, { id: anulada.id, motivo_edicion: 'Se arrepintió' });
  const editada = await cobrarVenta(ctx, { ...enCaja, metodo_pago: 'EFECTIVO', detalles: [linea(uno)] });
  await editarPagoVenta(ctx, { id: editada.id, metodo_pago: 'TRANSFERENCIA', motivo_edicion: 'Pagó por banco' });
  const movimiento = await registrarMovimiento(ctx, { ...enCaja, tipo: 'EGRESO', monto: 15.5, motivo: 'Hielo' });
  await ajustarStock(ctxSistema(idSucursal), { id: otro.id, stock_actual: 20, motivo_ajuste: 'Conteo' });
  const { primera, idSegundaSesion, idAprobacion, idRecuento, idTarea } = await dosSesiones(idSucursal, turno);
  const inventario = await mundoDeInventario(idSucursal);
  const mostrador = await mundoDeMostrador(idSucursal);
  return {
    idSucursal,
    turno,
    primera,
    idSegundaSesion,
    idAprobacion,
    idRecuento,
    idTarea,
    idVenta: venta.id,
    clave,
    idVentaQr: qr.id,
    idAnulada: anulada.id,
    idEditada: editada.id,
    idMovimiento: movimiento.id,
    idProducto: uno.id,
    idContado: otro.id,
    idAjuste: await idDe(
      `select id_documento as id from detalle_documento_stock where id_producto = ${otro.id} and cantidad < 0`,
    ),
    inventario,
    mostrador,
    idCuentaGaveta: await idDe(`select id from cuenta where id_caja = ${turno.idCaja}`),
    idCuentaGavetaPrimera: await idDe(`select id from cuenta where id_caja = ${primera.idCaja}`),
    idsDetalle: venta.detalles.map((d) => d.id),
    asiento: {
      venta: await asientoDe('venta', venta.id),
      qr: await asientoDe('venta', qr.id),
      anulacion: await asientoDe('anulacion_venta', anulada.id),
      movimiento: await asientoDe('movimiento_caja', movimiento.id),
      inicial: await asientoDe('stock_inicial', otro.id),
      ajuste: await idDe(`select d.id_asiento as id from documento_stock d join detalle_documento_stock x
        on x.id_documento = d.id where d.tipo = 'AJUSTE' and x.id_producto = ${otro.id}`),
      recuento: await asientoDe('recuento_caja', idRecuento),
    },
    partidaEfectivo: await idDe(`
      select p.id from partida p join cuenta c on c.id = p.id_cuenta
      where c.id_caja is not null and p.id_asiento = ${await asientoDe('venta', venta.id)}`),
    movimientoInicial: await idDe(
      `select id from movimiento_stock where tipo_documento = 'stock_inicial' and id_producto = ${otro.id}`,
    ),
  };
}

/** The single id that a query finds. */
async function idDe(consulta: string): Promise<number> {
  const filas = await sqlClient().unsafe<{ id: number }[]>(consulta);
  const [fila, otra] = filas;
  if (!fila || otra) throw new Error(`${filas.length} rows: ${consulta}`);
  return fila.id;
}

const asientoDe = (documento: string, id: number) =>
  idDe(`select id from asiento where tipo_documento = '${documento}' and id_documento = ${id}`);

/** Charges a discount over the cashier's cap with an administrator's word; the id of the approval. */
async function venderConAprobacion(idSucursal: number, caja: Turno, superior: Turno): Promise<number> {
  const producto = await nuevoProducto(idSucursal, { precio: 10, costo: 1, stock: 5 });
  const raw = { id_sesion_caja: caja.idSesion, metodo_pago: 'QR', detalles: [linea(producto, 1, 3)] };
  const cobrar = () => cobrarVenta(ctxDe(caja.cajero), raw);
  const id = await cobrar().then(
    () => 0,
    (e: unknown) => (e instanceof RequiereAprobacionError ? (e.detalle?.id_aprobacion ?? 0) : 0),
  );
  await pedirAprobacion(ctxDe(caja.cajero), { id, motivo: 'Cliente de siempre' });
  await aprobar(ctxDe(superior.cajero), { id });
  await cobrar();
  return id;
}

type DosSesiones = {
  primera: Turno;
  idSegundaSesion: number;
  idAprobacion: number;
  idRecuento: number;
  idTarea: number;
};

async function dosSesiones(idSucursal: number, superior: Turno): Promise<DosSesiones> {
  const primera = await nuevoTurno(idSucursal, { saldo: 80 });
  const ctx = ctxDe(primera.cajero);
  const idAprobacion = await venderConAprobacion(idSucursal, primera, superior);
  await cerrarCaja(ctx, { id: primera.idSesion, monto_final_real: 75 });
  const manana = { ...ctx, ahora: new Date(AHORA.getTime() + 86_400_000) };
  const segunda = await abrirCaja(manana, { id_caja: primera.idCaja, monto_inicial: 70.5 });
  await cerrarCaja(manana, { id: segunda.id, monto_final_real: 71 });
  const jefe = { ...ctxDe(superior.cajero), ahora: manana.ahora };
  const recuento = { id: primera.idSesion, monto: 77, motivo: 'Dos monedas bajo la bandeja' };
  const { id: idRecuento } = await recontarCaja(jefe, recuento);
  const { id: idTarea } = await anotarPendiente(jefe, { id: segunda.id, detalle: 'Revisar la apertura' });
  return { primera, idSegundaSesion: segunda.id, idAprobacion, idRecuento, idTarea };
}
