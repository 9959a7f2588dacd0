import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { crearCaja } from '@/lib/caja/crear';
import { eliminarCaja } from '@/lib/caja/eliminar';
import type { Actor } from '@/lib/context';
import { cancelarTransferencia } from '@/lib/inventario/cancelar-transferencia';
import { registrarSalida } from '@/lib/inventario/registrar-salida';
import { solicitarTransferencia } from '@/lib/inventario/solicitar-transferencia';
import { contenidoDeRecibo } from '@/lib/recibo/rules';
import { crearSucursal } from '@/lib/sucursal/crear';
import { editarSucursal } from '@/lib/sucursal/editar';
import { eliminarSucursal } from '@/lib/sucursal/eliminar';
import { leerSucursal, listarSucursales } from '@/lib/sucursal/queries';
import { traspasar } from '@/lib/traspaso/traspasar';
import { eliminarUsuario } from '@/lib/usuario/eliminar';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { leerVenta } from '@/lib/venta/queries';
import { todoCuadra } from '../concurrency/juntos';
import { ctxDe, ctxSistema, linea, nuevaPersona, nuevaSucursal, nuevoProducto, nuevoTurno } from '../harness/factories';
import { con } from './fixtures';

let casa: number;
let dueno: Actor;
beforeAll(async () => {
  casa = await nuevaSucursal();
  dueno = await nuevaPersona('Superadministrador', casa);
});

describe('a branch', () => {
  it('is made with its accounts, edited in part, and its name is its own', async () => {
    const nueva = await crearSucursal(ctxDe(dueno), { nombre: 'Villa Fátima', telefono: '2 221 100' });
    expect(nueva).toMatchObject({ redondeo_efectivo: true, dias_devolucion: 7, texto_pie: null });
    const cuentas = await sqlClient()`select codigo from cuenta where id_sucursal = ${nueva.id}`;
    expect(cuentas.map((c) => c.codigo)).toEqual(
      expect.arrayContaining(
        ['inventario', 'transito', 'merma', 'ventas', 'caja_fuerte'].map((c) => `${c}.S${nueva.id}`),
      ),
    );
    const editada = await editarSucursal(ctxDe(dueno), { id: nueva.id, texto_pie: 'Vuelva pronto', telefono: null });
    expect(editada).toMatchObject({
      nombre: 'Villa Fátima',
      telefono: null,
      texto_pie: 'Vuelva pronto',
      dias_devolucion: 7,
    });
    await expect(crearSucursal(ctxDe(dueno), { nombre: 'Villa Fátima' })).rejects.toMatchObject({
      code: 'nombre_repetido',
    });
    const otra = await crearSucursal(ctxDe(dueno), { nombre: 'Sopocachi' });
    await expect(editarSucursal(ctxDe(dueno), { id: otra.id, nombre: 'Villa Fátima' })).rejects.toMatchObject({
      code: 'nombre_repetido',
    });
    expect(await leerSucursal(ctxDe(dueno), { id: otra.id })).toMatchObject({ nombre: 'Sopocachi' });
  });

  it('is not for who may not: an administrator runs theirs and makes none', async () => {
    const jefe = await nuevaPersona('Administrador', casa);
    for (const acto of [
      () => crearSucursal(ctxDe(jefe), { nombre: 'Propia' }),
      () => editarSucursal(ctxDe(jefe), { id: casa, nombre: 'Otra' }),
      () => eliminarSucursal(ctxDe(jefe), { id: casa }),
    ])
      await expect(acto()).rejects.toMatchObject({ code: 'sin_permiso' });
    expect((await listarSucursales(ctxDe(jefe))).map((s) => s.id)).toEqual([casa]);
  });

  it('goes only when nothing is left in it, and says what is', async () => {
    const id = await nuevaSucursal();
    const eliminar = () => eliminarSucursal(ctxDe(dueno), { id });
    const caja = await crearCaja(ctxSistema(id), { nombre: 'Caja 1', especialidad: 'SOLO_VENTAS' });
    await expect(eliminar()).rejects.toThrow('Todavía tiene cajas');
    await eliminarCaja(ctxSistema(id), { id: caja.id });
    const enLaSucursal = () => con(dueno, { idSucursal: id });
    await traspasar(enLaSucursal(), { origen: 'BANCO', destino: 'CAJA_FUERTE', monto: 50 });
    await expect(eliminar()).rejects.toThrow('caja fuerte');
    await traspasar(enLaSucursal(), { origen: 'CAJA_FUERTE', destino: 'BANCO', monto: 50 });
    const p = await nuevoProducto(id, { stock: 3 });
    await expect(eliminar()).rejects.toThrow('Todavía tiene mercadería');
    const almacen = await nuevaPersona('Almacenero', id);
    const lineas = [{ id_producto: p.id, cantidad: 3 }];
    await registrarSalida(con(almacen), { tipo: 'CONSUMO', motivo: 'Se cierra el local', lineas });
    const t = await solicitarTransferencia(con(almacen), { id_origen: casa, lineas });
    await expect(eliminar()).rejects.toThrow('transferencias sin terminar');
    await cancelarTransferencia(con(almacen), { id: t.id, motivo: 'Se cierra el local' });
    await expect(eliminar()).rejects.toThrow('Todavía tiene personas');
    await eliminarUsuario(ctxDe(dueno), { id: almacen.idUsuario });
    expect(await eliminar()).toMatchObject({ id, estado: false });
    await expect(eliminar()).rejects.toMatchObject({ code: 'no_encontrado' });
    await expect(solicitarTransferencia(con(dueno), { id_destino: id, lineas })).rejects.toThrow(
      'La sucursal no existe',
    );
    expect((await listarSucursales(ctxDe(dueno))).map((s) => s.id)).not.toContain(id);
    await todoCuadra();
  });

  it('speaks on its own receipts: its heading, address, telephone, foot and how long it takes goods back', async () => {
    const texto_encabezado = 'El almacén de la esquina';
    const suya = { direccion: 'Calle 3 esq. 5', telefono: '2 700 700', texto_encabezado, texto_pie: 'Gracias, casera' };
    const { id } = await crearSucursal(ctxDe(dueno), { nombre: 'Achumani', dias_devolucion: 15, ...suya });
    const turno = await nuevoTurno(id, { saldo: 50 });
    const p = await nuevoProducto(id);
    const raw = { id_sesion_caja: turno.idSesion, metodo_pago: 'EFECTIVO', detalles: [linea(p)] };
    const venta = await cobrarVenta(con(turno.cajero), raw);
    const papel = (v: typeof venta) => contenidoDeRecibo(v, { copia: null, url: null });
    expect(papel(venta)).toMatchObject({
      negocio: 'Achumani',
      contacto: [texto_encabezado, 'Calle 3 esq. 5', 'Tel. 2 700 700'],
      pie: ['Gracias, casera', 'Devoluciones hasta 15 días después, con este recibo', 'Comprobante sin valor fiscal'],
    });
    expect(papel(await leerVenta(ctxDe(turno.cajero), { id: venta.id }))).toEqual(papel(venta));
    await editarSucursal(ctxDe(dueno), { id, texto_pie: null, dias_devolucion: 0 });
    expect(papel(await leerVenta(ctxDe(turno.cajero), { id: venta.id })).pie).toEqual([
      '¡Gracias por su compra!',
      'Comprobante sin valor fiscal',
    ]);
  });
});

it('the only branch there is stays', async () => {
  const ids = (await listarSucursales(ctxDe(dueno))).map((s) => s.id).filter((id) => id !== casa);
  await sqlClient()`update sucursal set estado = false where id = any(${ids}::int[])`;
  await expect(eliminarSucursal(ctxDe(dueno), { id: casa })).rejects.toThrow('única sucursal');
  await sqlClient()`update sucursal set estado = true where id = any(${ids}::int[])`;
});
