import { sqlClient } from '@/db';
import { conceder } from '@/lib/mostrador/conceder';
import { resolverIncidencia } from '@/lib/mostrador/resolver-incidencia';
import { AHORA, ctxDe, nuevoProducto, nuevoTurno } from '../harness/factories';
import { Equipo } from '../mostrador/equipo';

/** A device that told a sale, its void, one beyond its stock, one that waits, a copy and a drawer opened. */
export type MundoMostrador = {
  idDispositivo: string;
  serie: string;
  /** The fact of a sale, the sale, and who made it. */
  clave: string;
  idVenta: number;
  idCopia: number;
  /** The facts that told the copy and a drawer opened without a sale, and who signed them. */
  claveCopia: string;
  claveGaveta: string;
  idCajero: number;
  /** Of a sale whose sums are not those of its paper. */
  claveRetenida: string;
  idIncidencia: number;
  idResuelta: number;
};

/** Builds it by the verbs. */
export async function mundoDeMostrador(idSucursal: number): Promise<MundoMostrador> {
  const jefe = await nuevoTurno(idSucursal, { rol: 'Administrador' });
  const turno = await nuevoTurno(idSucursal, { saldo: 50 });
  const producto = await nuevoProducto(idSucursal, { precio: 4, costo: 1, stock: 3 });
  const equipo = await Equipo.de(turno.cajero, { idCaja: turno.idCaja });
  const venta = equipo.venta(turno.idSesion, producto, 2);
  const sinStock = equipo.venta(turno.idSesion, producto, 2);
  const anulacion = equipo.firmar({
    tipo: 'anulacion',
    sesion: { id: turno.idSesion },
    cuerpo: { venta: sinStock.clave, motivo_edicion: 'Se arrepintió' },
  });
  const mal = equipo.venta(turno.idSesion, producto, 1, { cuerpo: { total: 99 } });
  const [r] = await equipo.enviar([venta, sinStock, anulacion, mal]);
  const idVenta = r?.documento?.id ?? 0;
  const copia = equipo.firmar({
    tipo: 'registro',
    cuerpo: { acto: 'venta.reimprimir', nota: { id_venta: idVenta, numero: 1, formato: 'TERMICA' } },
  });
  const gaveta = equipo.firmar({
    tipo: 'registro',
    sesion: { id: turno.idSesion },
    cuerpo: { acto: 'caja.abrir_gaveta', nota: { motivo: 'Dar cambio' } },
  });
  await equipo.enviar([copia, gaveta]);
  const [impresa] = await sqlClient()<{ id: number }[]>`
    select id from copia_recibo where clave = ${copia.clave}::uuid`;
  // Nothing of it is left to chance: the device asks again, and is told the same.
  await conceder(ctxDe(turno.cajero, { ahora: AHORA }), { id_dispositivo: equipo.id });
  const de = async (clave: string) => {
    const [fila] = await sqlClient()<{ id: number }[]>`select id from incidencia where clave_hecho = ${clave}::uuid`;
    return fila?.id ?? 0;
  };
  const idResuelta = await de(sinStock.clave);
  await resolverIncidencia(ctxDe(jefe.cajero), { id: idResuelta, motivo: 'Contado: había más' });
  return {
    idDispositivo: equipo.id,
    serie: equipo.grant.dispositivo.serie,
    clave: venta.clave,
    idVenta,
    idCopia: impresa?.id ?? 0,
    claveCopia: copia.clave,
    claveGaveta: gaveta.clave,
    idCajero: turno.cajero.idUsuario,
    claveRetenida: mal.clave,
    idIncidencia: await de(mal.clave),
    idResuelta,
  };
}
