import { sqlClient } from '@/db';
import { abrirConteo } from '@/lib/inventario/abrir-conteo';
import { anularDocumento } from '@/lib/inventario/anular-documento';
import { aplicarConteo } from '@/lib/inventario/aplicar-conteo';
import { contarProducto } from '@/lib/inventario/contar';
import { enviarTransferencia } from '@/lib/inventario/enviar-transferencia';
import { recibirTransferencia } from '@/lib/inventario/recibir-transferencia';
import { registrarEntrada } from '@/lib/inventario/registrar-entrada';
import { registrarSalida } from '@/lib/inventario/registrar-salida';
import { solicitarTransferencia } from '@/lib/inventario/solicitar-transferencia';
import { ctxSistema, nuevaSucursal, nuevoProducto } from '../harness/factories';

/** The goods of a branch that came in, were counted, and are half way to another. */
export type MundoInventario = {
  idOtra: number;
  idProducto: number;
  idDocumento: number;
  idAnulacion: number;
  idConteo: number;
  idTransferencia: number;
  idLinea: number;
  idRecepcion: number;
  asiento: { documento: number; recepcion: number };
};

/** Builds it by the verbs: an entry of 10 at 8, a loss that was none and its void, a count one short, a transfer of 6 of which 2 arrived and 1 broke. */
export async function mundoDeInventario(idSucursal: number): Promise<MundoInventario> {
  const ctx = ctxSistema(idSucursal);
  const idOtra = await nuevaSucursal();
  const { id: idProducto } = await nuevoProducto(idSucursal, { costo: 5, stock: 10 });
  const documento = await registrarEntrada(ctx, {
    motivo: 'Compra en la feria',
    lineas: [{ id_producto: idProducto, cantidad: 10, costo_unitario: 8 }],
  });
  const merma = await registrarSalida(ctx, {
    tipo: 'MERMA',
    motivo: 'Parecía roto',
    lineas: [{ id_producto: idProducto, cantidad: 1 }],
  });
  const anulacion = await anularDocumento(ctx, { id: merma.id, motivo: 'Estaba bien' });
  const { id: idConteo } = await abrirConteo(ctx, { alcance: 'LIBRE' });
  await contarProducto(ctx, { id: idConteo, id_producto: idProducto, cantidad: 19 });
  await aplicarConteo(ctx, { id: idConteo });
  const { id: idTransferencia } = await solicitarTransferencia(ctx, {
    id_destino: idOtra,
    lineas: [{ id_producto: idProducto, cantidad: 6 }],
  });
  await enviarTransferencia(ctx, { id: idTransferencia });
  const linea = { id_producto: idProducto, recibida: 2, perdida: 1, causa: 'DANADO', explicacion: 'Se rompió' };
  const { recepciones } = await recibirTransferencia(ctx, { id: idTransferencia, lineas: [linea] });
  const idRecepcion = recepciones[0]?.id ?? 0;
  return {
    idOtra,
    idProducto,
    idDocumento: documento.id,
    idAnulacion: anulacion.id,
    idConteo,
    idTransferencia,
    idLinea: await uno(`select id from transferencia_linea where id_transferencia = ${idTransferencia}`),
    idRecepcion,
    asiento: {
      documento: await uno(`select id_asiento as id from documento_stock where id = ${documento.id}`),
      recepcion: await uno(`select id_asiento as id from recepcion_transferencia where id = ${idRecepcion}`),
    },
  };
}

async function uno(consulta: string): Promise<number> {
  const [fila] = await sqlClient().unsafe<{ id: number }[]>(consulta);
  if (!fila) throw new Error(`no rows: ${consulta}`);
  return fila.id;
}
