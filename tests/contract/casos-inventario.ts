import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { pedirAprobacion } from '@/lib/aprobacion/pedir';
import { AppError } from '@/lib/errors';
import { abrirConteo } from '@/lib/inventario/abrir-conteo';
import { anularDocumento } from '@/lib/inventario/anular-documento';
import { aplicarConteo } from '@/lib/inventario/aplicar-conteo';
import { cancelarConteo } from '@/lib/inventario/cancelar-conteo';
import { cancelarTransferencia } from '@/lib/inventario/cancelar-transferencia';
import { contarProducto } from '@/lib/inventario/contar';
import { enviarTransferencia } from '@/lib/inventario/enviar-transferencia';
import { recibirTransferencia } from '@/lib/inventario/recibir-transferencia';
import { registrarAjuste } from '@/lib/inventario/registrar-ajuste';
import { registrarEntrada } from '@/lib/inventario/registrar-entrada';
import { registrarSalida } from '@/lib/inventario/registrar-salida';
import { solicitarTransferencia } from '@/lib/inventario/solicitar-transferencia';
import { regularizar } from '@/lib/kardex/regularizar';
import { anotarVencimiento } from '@/lib/reposicion/anotar-vencimiento';
import { crearSucursal } from '@/lib/sucursal/crear';
import { rolDePrueba } from '@/tests/auditoria/fixtures';
import { nuevaPersona, nuevoProducto } from '@/tests/harness/factories';
import type { Caso } from './casos';
import { ahora, type Tienda, unico, vender } from './tienda';

const producto = async (t: Tienda, mas: object = {}) => (await nuevoProducto(t.idSucursal, mas)).id;

const entrada = async (t: Tienda) =>
  registrarEntrada(ahora(t.jefe), {
    motivo: 'Compra en la feria',
    proveedor: 'Doña Julia',
    lineas: [{ id_producto: await producto(t), cantidad: 3, costo_unitario: 6.5 }],
  });

/** Somebody who minds goods and sees no cost. */
const sinCosto = (t: Tienda) => rolDePrueba(['inventario:ver', 'inventario:contar', 'inventario:transferir'], t);

/** What posted itself because a sale took more than there was: the id of its document. */
async function regularizado(t: Tienda): Promise<number> {
  const idProducto = await producto(t, { stock: 0 });
  await withTransaction({}, (tx) =>
    regularizar(tx, ahora(t.jefe), {
      idSucursal: t.idSucursal,
      faltas: [{ idProducto, nombre: 'Leche', unidad: 'unidad', cantidad: 1000, costo: 600 }],
      existencias: new Map(),
      origen: { tipo: 'venta', id: t.venta.id, nombre: 'Venta C1-1' },
    }),
  );
  const [fila] = await sqlClient()<{ id: number }[]>`
    select id_documento as id from detalle_documento_stock where id_producto = ${idProducto}`;
  return fila?.id ?? 0;
}

/** An adjustment over its cap, asked for: the id of its approval. */
async function ajustePedido(t: Tienda): Promise<number> {
  const almacen = await nuevaPersona('Almacenero', t.idSucursal);
  const id_producto = await producto(t, { costo: 100, stock: 10 });
  const raw = { motivo: 'Conteo', lineas: [{ id_producto, stock_actual: 1 }] };
  const rechazo = await registrarAjuste(ahora(almacen), raw).catch((e: unknown) => e);
  if (!(rechazo instanceof AppError) || !rechazo.detalle) throw rechazo;
  const id = Number(rechazo.detalle.id_aprobacion);
  await pedirAprobacion(ahora(almacen), { id, motivo: 'Hay que corregir' });
  return id;
}

const conteo = async (t: Tienda) => (await abrirConteo(ahora(t.jefe), { alcance: 'LIBRE', nota: 'Heladera' })).id;

async function contado(t: Tienda): Promise<number> {
  const id = await conteo(t);
  await contarProducto(ahora(t.jefe), { id, id_producto: await producto(t), cantidad: 99 });
  return id;
}

const pedida = async (t: Tienda) =>
  solicitarTransferencia(ahora(t.jefe), {
    id_destino: t.otraSucursal,
    nota: 'Para el sábado',
    lineas: [{ id_producto: await producto(t), cantidad: 4 }],
  });

async function enviada(t: Tienda) {
  const { id } = await pedida(t);
  return enviarTransferencia(ahora(t.jefe), { id });
}

async function alerta(t: Tienda, mas: { cerrada?: boolean; costo?: boolean } = {}): Promise<number> {
  const datos = mas.costo ? { antes: 500, costo: 900, precio: 1000 } : { stock: 1000, minimo: 5000, unidad: 'unidad' };
  const [fila] = await sqlClient()<{ id: number }[]>`
    insert into alerta_stock (id_sucursal, id_producto, tipo, datos, abierta_en, cerrada_en)
    values (${t.idSucursal}, ${await producto(t)}, ${mas.costo ? 'COSTO' : 'STOCK_BAJO'},
      ${JSON.stringify(datos)}::text::jsonb, now(), ${mas.cerrada ? new Date().toISOString() : null}::timestamptz)
    returning id`;
  return fila?.id ?? 0;
}

const merma = async (t: Tienda) =>
  registrarSalida(ahora(t.jefe), {
    tipo: 'MERMA',
    motivo: 'Se cayó',
    lineas: [{ id_producto: await producto(t), cantidad: 2 }],
  });

/** An exit that was voided: the document that voids it. */
const anulada = async (t: Tienda) =>
  anularDocumento(ahora(t.jefe), { id: (await merma(t)).id, motivo: 'No se rompió' });

const dePaso = (paso: string, alias: string, caso: Caso): Record<string, Caso[]> => ({
  [`POST /inventario/transferencia/{id}/${paso}`]: [caso],
  [`POST /inventario/transferencia/{id}/${alias}`]: [caso],
});

const deAjuste = (paso: string, alias: string, caso: Caso): Record<string, Caso[]> => ({
  [`POST /inventario/ajuste/{id}/${paso}`]: [caso],
  [`POST /inventario/ajuste/{id}/${alias}`]: [caso],
});

/** Good requests of stock, counts, transfers and branches. */
export const CASOS_INVENTARIO: Record<string, Caso[]> = {
  'POST /inventario/entrada': [
    async (t) => ({
      token: t.tokenJefe,
      datos: {
        concepto: 'COMPRA',
        motivo: 'Compra en la feria',
        proveedor: 'Doña Julia',
        lineas: [{ id_producto: await producto(t), cantidad: 3, subtotal: 20.5, vence: '2027-01-31', lote: 'L7' }],
      },
    }),
    async (t) => ({
      token: t.tokenJefe,
      datos: { motivo: 'Apareció', lineas: [{ id_producto: await producto(t), cantidad: 1, costo_unitario: 5 }] },
    }),
  ],
  'POST /inventario/salida': [
    async (t) => ({
      token: t.tokenJefe,
      datos: { tipo: 'MERMA', motivo: 'Se cayó', lineas: [{ id_producto: await producto(t), cantidad: 2 }] },
    }),
  ],
  'POST /inventario/ajuste': [
    async (t) => ({
      token: t.tokenJefe,
      datos: { motivo: 'Conteo', lineas: [{ id_producto: await producto(t), stock_actual: 7 }] },
    }),
  ],
  'POST /inventario/documentos/{id}/anular': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await merma(t)).id, motivo: 'No se rompió' } }),
  ],
  ...deAjuste('aprobar', 'approve', async (t) => ({
    token: t.tokenJefe,
    datos: { id: await ajustePedido(t), respuesta: 'Está bien' },
  })),
  ...deAjuste('rechazar', 'reject', async (t) => ({
    token: t.tokenJefe,
    datos: { id: await ajustePedido(t), respuesta: 'Cuente otra vez' },
  })),
  'GET /inventario/documentos': [
    async (t) => {
      await anulada(t);
      await registrarSalida(ahora(t.jefe), {
        tipo: 'CONSUMO',
        motivo: 'Desayuno',
        lineas: [{ id_producto: await producto(t), cantidad: 1 }],
      });
      return { token: t.tokenJefe };
    },
    async (t) => {
      await regularizado(t);
      return { token: await sinCosto(t) };
    },
  ],
  'GET /inventario/documentos/{id}': [
    async (t) => ({ token: await sinCosto(t), datos: { id: await regularizado(t) } }),
    async (t) => ({ token: t.tokenJefe, datos: { id: (await entrada(t)).id } }),
    async (t) => ({ token: t.tokenJefe, datos: { id: (await anulada(t)).id_origen ?? 0 } }),
    async (t) => ({ token: t.tokenJefe, datos: { id: (await anulada(t)).id } }),
  ],
  'GET /inventario/existencias': [
    async (t) => ({ token: await sinCosto(t), datos: { limite: 5 } }),
    (t) => ({ token: t.tokenJefe, datos: { id_categoria: t.producto.categoria.id, nivel: 'con_stock' } }),
  ],
  'GET /inventario/stock-bajo': [
    async (t) => {
      const id = await producto(t, { stock: 2 });
      await sqlClient()`update producto set stock_minimo = 5000 where id = ${id}`;
      const otro = await nuevoProducto(t.idSucursal, { stock: 3 });
      await sqlClient()`update producto set dias_cobertura = 60, codigo_barras = ${unico()} where id = ${otro.id}`;
      await vender({ ...t, producto: otro });
      return { token: t.tokenJefe };
    },
  ],
  'GET /inventario/vencimientos': [
    async (t) => {
      const id_producto = await producto(t, { stock: 5 });
      await anotarVencimiento(ahora(t.jefe), { id_producto, vence: '2027-01-05', lote: 'L-1', cantidad: 12 });
      await anotarVencimiento(ahora(t.jefe), { id_producto, vence: '2027-01-05' });
      return { token: t.tokenCajero };
    },
    (t) => ({ token: t.tokenJefe, datos: { dias: 3650, limite: 5 } }),
  ],
  'GET /inventario/kardex/{id_producto}': [
    async (t) => {
      await vender(t);
      return { token: await sinCosto(t), datos: { id_producto: t.producto.id, limite: 20 } };
    },
    async (t) => {
      const { lineas } = await entrada(t);
      return { token: t.tokenJefe, datos: { id_producto: lineas[0]?.id_producto ?? 0, tipo: 'ENTRADA' } };
    },
  ],
  'GET /inventario/valoracion': [
    (t) => ({ token: t.tokenJefe, datos: { id_sucursal: t.idSucursal } }),
    (t) => ({ token: t.tokenJefe, datos: { dia: '2026-11-20' } }),
  ],
  'GET /inventario/alertas': [
    async (t) => {
      await alerta(t);
      await alerta(t, { costo: true });
      await alerta(t, { cerrada: true });
      return { token: t.tokenJefe };
    },
    (t) => ({ token: t.tokenJefe, datos: { situacion: 'abierta', tipo: 'STOCK_BAJO' } }),
  ],
  'POST /inventario/alertas/{id}/atender': [
    async (t) => ({ token: t.tokenJefe, datos: { id: await alerta(t), nota: 'Se pidió al proveedor' } }),
  ],
  'GET /inventario/conteos': [
    async (t) => {
      await aplicarConteo(ahora(t.jefe), { id: await contado(t) });
      await cancelarConteo(ahora(t.jefe), { id: await conteo(t) });
      const { categoria } = await nuevoProducto(t.idSucursal);
      await abrirConteo(ahora(t.jefe), { alcance: 'CATEGORIA', id_categoria: categoria.id });
      return { token: t.tokenJefe };
    },
  ],
  'POST /inventario/conteos': [
    (t) => ({ token: t.tokenJefe, datos: { alcance: 'LIBRE', nota: `Heladera ${unico()}` } }),
    async (t) => ({
      token: t.tokenJefe,
      datos: { alcance: 'CATEGORIA', id_categoria: (await nuevoProducto(t.idSucursal)).categoria.id },
    }),
  ],
  'GET /inventario/conteos/{id}': [
    async (t) => ({ token: await sinCosto(t), datos: { id: await contado(t) } }),
    async (t) => {
      const id = await contado(t);
      await sqlClient()`update producto p set codigo_barras = ${unico()} from conteo_linea l
        where l.id_producto = p.id and l.id_conteo = ${id}`;
      await aplicarConteo(ahora(t.jefe), { id });
      return { token: t.tokenJefe, datos: { id } };
    },
  ],
  'POST /inventario/conteos/{id}/contar': [
    async (t) => ({
      token: t.tokenJefe,
      datos: { id: await conteo(t), id_producto: await producto(t), cantidad: 12, sumar: true },
    }),
  ],
  'POST /inventario/conteos/{id}/aplicar': [
    async (t) => ({ token: t.tokenJefe, datos: { id: await contado(t), no_contados: 'DEJAR' } }),
  ],
  'POST /inventario/conteos/{id}/cancelar': [async (t) => ({ token: t.tokenJefe, datos: { id: await conteo(t) } })],
  'GET /inventario/transferencia': [
    async (t) => {
      await enviada(t);
      const { id } = await enviada(t);
      await recibirTransferencia(ahora(t.jefe), { id });
      const cancelada = await pedida(t);
      await cancelarTransferencia(ahora(t.jefe), { id: cancelada.id, motivo: 'Ya no hace falta' });
      return { token: t.tokenJefe };
    },
    async (t) => {
      await solicitarTransferencia(ahora(t.jefe), {
        id_destino: t.otraSucursal,
        lineas: [{ id_producto: await producto(t), cantidad: 1 }],
      });
      return { token: await sinCosto(t) };
    },
  ],
  'POST /inventario/transferencia': [
    async (t) => ({
      token: t.tokenJefe,
      datos: {
        id_destino: t.otraSucursal,
        nota: 'Para el sábado',
        lineas: [{ id_producto: await producto(t), cantidad: 2 }],
      },
    }),
  ],
  'GET /inventario/transferencia/{id}': [
    async (t) => {
      const { id } = await solicitarTransferencia(ahora(t.jefe), {
        id_destino: t.otraSucursal,
        lineas: [{ id_producto: await producto(t), cantidad: 1 }],
      });
      return { token: await sinCosto(t), datos: { id } };
    },
    async (t) => {
      const { id, lineas } = await enviada(t);
      const id_producto = lineas[0]?.id_producto ?? 0;
      await recibirTransferencia(ahora(t.jefe), {
        id,
        nota: 'Llegó mojado',
        lineas: [{ id_producto, recibida: 1, perdida: 1, causa: 'FALTANTE', explicacion: 'No estaba en la caja' }],
      });
      await recibirTransferencia(ahora(t.jefe), { id });
      return { token: t.tokenJefe, datos: { id } };
    },
  ],
  ...dePaso('enviar', 'send', async (t) => ({ token: t.tokenJefe, datos: { id: (await pedida(t)).id } })),
  ...dePaso('recibir', 'receive', async (t) => ({ token: t.tokenJefe, datos: { id: (await enviada(t)).id } })),
  ...dePaso('cancelar', 'cancel', async (t) => ({
    token: t.tokenJefe,
    datos: { id: (await pedida(t)).id, motivo: 'Ya no hace falta' },
  })),
  'GET /sucursales': [(t) => ({ token: t.tokenJefe }), (t) => ({ token: t.tokenCajero, datos: { limite: 1 } })],
  'POST /sucursales': [
    (t) => ({
      token: t.tokenJefe,
      datos: {
        nombre: `Sucursal ${unico()}`,
        direccion: 'Av. Saavedra 1245',
        telefono: '2224455',
        redondeo_efectivo: false,
        texto_encabezado: 'De 7:30 a 21:00',
        texto_pie: 'Gracias',
        dias_devolucion: 10,
      },
    }),
  ],
  'GET /sucursales/{id}': [(t) => ({ token: t.tokenJefe, datos: { id: t.idSucursal } })],
  'PATCH /sucursales/{id}': [(t) => ({ token: t.tokenJefe, datos: { id: t.otraSucursal, dias_devolucion: 15 } })],
  'DELETE /sucursales/{id}': [
    async (t) => ({
      token: t.tokenJefe,
      datos: { id: (await crearSucursal(ahora(t.jefe), { nombre: `Sucursal ${unico()}` })).id },
    }),
  ],
};
