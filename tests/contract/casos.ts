import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { editarCaja } from '@/lib/caja/editar';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import { crearProducto } from '@/lib/producto/crear';
import { aplicarImportacion } from '@/lib/producto/importacion/aplicar';
import { confirmarImportacion } from '@/lib/producto/importacion/confirmar';
import { deshacerImportacion } from '@/lib/producto/importacion/deshacer';
import { elegirColumnas } from '@/lib/producto/importacion/elegir-columnas';
import { revertirImportacion } from '@/lib/producto/importacion/revertir';
import { revisarImportacion } from '@/lib/producto/importacion/revisar';
import { entrar, tokenDe } from '@/tests/auth/llamar';
import {
  nuevaCaja,
  nuevaCategoria,
  nuevaPersona,
  nuevoProducto,
  nuevoTurno,
  PASSWORD,
} from '@/tests/harness/factories';
import { rolDePrueba } from '../auditoria/fixtures';
import { CASOS_ACCESO } from './casos-acceso';
import { CASOS_APARCADO } from './casos-aparcado';
import { CASOS_APROBACION, SESION_REVISADA } from './casos-aprobacion';
import { CASOS_AUDITORIA } from './casos-auditoria';
import { CASOS_CAJA, SESION_CONTANDO, SESION_EXPLICADA } from './casos-caja';
import { CASOS_CIERRE } from './casos-cierre';
import { CASOS_CLIENTE } from './casos-cliente';
import { CASOS_CORREO } from './casos-correo';
import { CASOS_INVENTARIO } from './casos-inventario';
import { CASOS_MOSTRADOR } from './casos-mostrador';
import { CASOS_PRODUCTO, codigoDePresentacion } from './casos-producto';
import { CASOS_RECIBO } from './casos-recibo';
import { CASOS_USUARIO } from './casos-usuario';
import { CASOS_VENTA } from './casos-venta';
import { CASOS_WHATSAPP } from './casos-whatsapp';
import type { Pedido } from './servidas';
import { ahora, archivoCsv, cajaLibre, subirCsv, type Tienda, unico } from './tienda';

/** A good request, made so that it can be sent again and again: each builds what it uses up. */
export type Caso = (tienda: Tienda) => Pedido | Promise<Pedido>;

const persona = () => ({
  email: `${unico()}@kantuta.bo`,
  password: 'una-clave-larga',
  nombres: 'Rosa',
  p_apellido: 'Mamani',
  fecha_nacimiento: '1994-08-06',
  genero: 'F',
});

const deProducto: Record<string, Caso[]> = {
  'GET ': [(t) => ({ token: t.tokenJefe }), (t) => ({ token: t.tokenCajero, datos: { buscar: t.producto.nombre } })],
  'POST ': [
    async (t) => ({
      token: t.tokenJefe,
      datos: {
        nombre: `Arroz ${unico()}`,
        codigo_barras: unico(),
        sku: unico(),
        dias_cobertura: 10,
        tratamiento: 'EXENTO',
        politica_sobreventa: 'AVISAR',
        unidad: 'kg',
        precio_venta: 8.5,
        costo_compra: 6.05,
        stock_actual: 1.25,
        id_categoria: await nuevaCategoria(),
      },
    }),
    async (t) => ({
      token: t.tokenJefe,
      datos: {
        nombre: 'Sal',
        precio_venta: 2,
        costo_compra: 1,
        stock_actual: 0,
        stock_minimo: 0,
        id_categoria: await nuevaCategoria(),
      },
    }),
  ],
  'GET /{id}': [
    (t) => ({ token: t.tokenJefe, datos: { id: t.producto.id } }),
    (t) => ({ token: t.tokenCajero, datos: { id: t.producto.id } }),
  ],
  'PATCH /{id}': [
    async (t) => ({
      token: t.tokenJefe,
      datos: {
        id: (await nuevoProducto(t.idSucursal)).id,
        precio_venta: 11,
        stock_actual: 7,
        motivo_ajuste: 'Conteo de la mañana',
      },
    }),
  ],
  'DELETE /{id}': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await nuevoProducto(t.idSucursal, { stock: 0 })).id } }),
  ],
  'GET /barcode/{codigo}': [
    async (t) => {
      const codigo = unico();
      await crearProducto(ahora(t.jefe), {
        nombre: 'Con código',
        codigo_barras: codigo,
        precio_venta: 1,
        id_categoria: await nuevaCategoria(),
      });
      return { token: t.tokenJefe, datos: { codigo } };
    },
    async (t) => ({ token: t.tokenJefe, datos: { codigo: await codigoDePresentacion(t, true) } }),
    async (t) => ({
      token: await rolDePrueba(['producto:ver'], t),
      datos: { codigo: await codigoDePresentacion(t, false) },
    }),
  ],
};

const productos = (base: string) =>
  Object.fromEntries(
    Object.entries(deProducto).map(([nombre, casos]) => {
      const [metodo, resto] = nombre.split(' ');
      return [`${metodo} ${base}${resto}`, casos];
    }),
  );

/** Good requests of every route, by name: those that should show each side of the answer. */
export const CASOS: Record<string, Caso[]> = {
  'POST /auth/login': [async (t) => ({ datos: { email: t.jefe.email, password: PASSWORD } })],
  'POST /auth/refresh_token': [async (t) => ({ token: (await entrar(t.turno.cajero.email)).refresh_token })],
  'POST /auth/logout': [async (t) => ({ token: await tokenDe(t.turno.cajero) })],
  'GET /auth/profile': [(t) => ({ token: t.tokenJefe })],
  'GET /auth/roles/list': [(t) => ({ token: t.tokenCajero })],
  'POST /usuario/register': [
    (t) => ({ token: t.tokenJefe, datos: persona() }),
    (t) => ({
      token: t.tokenJefe,
      datos: {
        ...persona(),
        s_apellido: 'Choque',
        name: 'Rosita',
        genero: 'M',
        id_role: 1,
        id_sucursal: t.otraSucursal,
      },
    }),
  ],
  'GET /inventario/categorias': [
    (t) => ({ token: t.tokenCajero }),
    (t) => ({ token: t.tokenJefe, datos: { buscar: 'cat', limite: 1 } }),
  ],
  'POST /inventario/categorias': [
    (t) => ({ token: t.tokenJefe, datos: { nombre: `Lácteos ${unico()}` } }),
    (t) => ({ token: t.tokenJefe, datos: { nombre: `Yogures ${unico()}`, id_padre: t.producto.categoria.id } }),
  ],
  'GET /inventario/categorias/{id}': [(t) => ({ token: t.tokenJefe, datos: { id: t.producto.categoria.id } })],
  'PATCH /inventario/categorias/{id}': [
    async (t) => ({ token: t.tokenJefe, datos: { id: await nuevaCategoria(), nombre: `Otra ${unico()}` } }),
  ],
  'DELETE /inventario/categorias/{id}': [async (t) => ({ token: t.tokenJefe, datos: { id: await nuevaCategoria() } })],
  ...CASOS_PRODUCTO,
  ...productos('/inventario/producto'),
  ...productos('/productos'),
  'GET /inventario/importaciones': [
    async (t) => {
      await subirCsv(t);
      return { token: t.tokenJefe };
    },
  ],
  'POST /inventario/importaciones': [
    (t) => ({
      token: t.tokenJefe,
      datos: { archivo: archivoCsv(`nombre,categoria,precio\nLeche ${unico()},Lácteos,7.5\n`), nombre: 'lista.csv' },
    }),
    (t) => ({
      token: t.tokenJefe,
      cuerpo: `nombre;categoria;precio;costo;stock;otra\nLeche ${unico()};Lácteos;7,5;6,10;3;x\n`,
      headers: { 'content-type': 'text/csv' },
      query: 'nombre=lista.csv',
    }),
  ],
  'GET /inventario/importaciones/{id}': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await subirCsv(t)).id } }),
    async (t) => {
      const id = await importado(t);
      await deshacerImportacion(ahora(t.jefe), { id, motivo: 'Era otra lista' });
      await revertirImportacion(ahora(t.jefe), { id }, async () => {});
      return { token: t.tokenJefe, datos: { id } };
    },
  ],
  'DELETE /inventario/importaciones/{id}': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await subirCsv(t)).id } }),
  ],
  'POST /inventario/importaciones/{id}/confirmar': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await subirCsv(t)).id, existentes: 'omitir' } }),
  ],
  'POST /inventario/importaciones/{id}/columnas': [
    async (t) => ({
      token: t.tokenJefe,
      datos: {
        id: (await subirCsv(t)).id,
        columnas: { nombre: 1, categoria: 2, precio_venta: 3 },
        aceptar_digitos: true,
      },
    }),
  ],
  'GET /inventario/importaciones/{id}/deshacer': [
    async (t) => ({ token: t.tokenJefe, datos: { id: await importado(t) } }),
  ],
  'POST /inventario/importaciones/{id}/deshacer': [
    async (t) => ({ token: t.tokenJefe, datos: { id: await importado(t), motivo: 'Era otra lista' } }),
  ],
  'GET /inventario/importaciones/{id}/filas': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await subirCsv(t)).id } }),
    async (t) => ({ token: t.tokenJefe, datos: { id: (await subirCsv(t)).id, malas: 'true' } }),
    async (t) => {
      const { id } = await subirCsv(t);
      const columnas = { codigo_barras: 0, nombre: 1, categoria: 2, precio_venta: 3 };
      await elegirColumnas(ahora(t.jefe), { id, columnas, aceptar_digitos: true });
      await revisarImportacion(ahora(t.jefe), { id }, async () => {});
      return { token: t.tokenJefe, datos: { id } };
    },
  ],
  'GET /cajas': [
    (t) => ({ token: t.tokenJefe }),
    (t) => ({ token: t.tokenCajero }),
    (t) => ({ token: t.tokenJefe, datos: { id_sucursal: 'todas' } }),
  ],
  'POST /cajas': [
    (t) => ({ token: t.tokenJefe, datos: { nombre: `Caja ${unico()}`, especialidad: 'MIXTA', saldo: 20.5 } }),
  ],
  'GET /cajas/{id}': [
    async (t) => {
      const limites = { egreso_maximo: 5000, diferencia_maxima: 20, personas: [t.turno.cajero.idUsuario] };
      await editarCaja(ahora(t.jefe), { id: t.turno.idCaja, nombre: `Caja ${unico()}`, ...limites });
      return { token: t.tokenJefe, datos: { id: t.turno.idCaja } };
    },
    async (t) => ({ token: t.tokenJefe, datos: { id: await cajaLibre(t) } }),
    (t) => ({ token: t.tokenJefe, datos: { id: t.turno.idCaja } }),
    (t) => ({ token: t.tokenCajero, datos: { id: t.turno.idCaja } }),
  ],
  'PATCH /cajas/{id}': [
    async (t) => ({
      token: t.tokenJefe,
      datos: {
        id: await cajaLibre(t),
        nombre: `Caja ${unico()}`,
        especialidad: 'SOLO_AGENTES',
        egreso_maximo: 50,
        diferencia_maxima: null,
        denominaciones: [200, 100, 0.5],
        personas: [t.turno.cajero.idUsuario],
      },
    }),
  ],
  'DELETE /cajas/{id}': [async (t) => ({ token: t.tokenJefe, datos: { id: await cajaLibre(t), id_user_update: 1 } })],
  'POST /cajas/abrir': [
    async (t) => ({
      token: await tokenDe(await nuevaPersona('Operador', t.idSucursal)),
      datos: { id_caja: await cajaLibre(t) },
    }),
    async (t) => {
      const otro = await nuevaPersona('Administrador', t.idSucursal);
      return {
        token: t.tokenJefe,
        datos: {
          id_caja: await cajaLibre(t),
          monto_inicial: 120.5,
          motivo: 'Cambio que dejó el dueño',
          id_usuario: otro.idUsuario,
          id_user_create: t.jefe.idUsuario,
        },
      };
    },
  ],
  'POST /cajas/movimiento': [
    (t) => ({
      token: t.tokenCajero,
      datos: { tipo: 'INGRESO', monto: 20, motivo: 'Cambio del banco', id_sesion_caja: t.turno.idSesion },
    }),
    (t) => ({
      token: t.tokenCajero,
      datos: { tipo: 'EGRESO', monto: 0.1, motivo: 'Una bolsa', id_sesion_caja: t.turno.idSesion },
    }),
  ],
  'GET /cajas/sesion-activa/{id_usuario}': [
    (t) => ({ token: t.tokenCajero, datos: { id_usuario: t.turno.cajero.idUsuario } }),
    (t) => ({ token: t.tokenJefe, datos: { id_usuario: t.turno.cajero.idUsuario } }),
  ],
  'GET /cajas/sesion/{id}': [
    SESION_REVISADA,
    SESION_CONTANDO,
    SESION_EXPLICADA,
    (t) => ({ token: t.tokenCajero, datos: { id: t.turno.idSesion } }),
    async (t) => {
      await registrarMovimiento(ahora(t.turno.cajero), {
        tipo: 'INGRESO',
        monto: 5,
        motivo: 'Sencillo',
        id_sesion_caja: t.turno.idSesion,
      });
      return { token: t.tokenJefe, datos: { id: t.turno.idSesion } };
    },
    async (t) => ({ token: t.tokenJefe, datos: { id: await sesionCerrada(t) } }),
  ],
  'GET /cajas/sesion/{id}/balance': [
    (t) => ({ token: t.tokenJefe, datos: { id: t.turno.idSesion } }),
    (t) => ({ token: t.tokenCajero, datos: { id: t.turno.idSesion } }),
    async (t) => ({ token: t.tokenJefe, datos: { id: await sesionCerrada(t) } }),
  ],
  'PATCH /cajas/sesion/{id}/cerrar': [
    async (t) => {
      const { cajero, idSesion } = await nuevoTurno(t.idSucursal, { saldo: 100, ahora: new Date() });
      return {
        token: await tokenDe(cajero),
        datos: {
          id: idSesion,
          monto_final_real: 99.5,
          denominaciones: { '50': 1, '10': 4, '5': 1, '2': 2, '0.5': 1 },
          id_user_update: 1,
        },
      };
    },
    async (t) => {
      const { cajero, idSesion } = await nuevoTurno(t.idSucursal, { ahora: new Date() });
      return { token: await tokenDe(cajero), datos: { id: idSesion, monto_final_real: 0 } };
    },
  ],
  ...CASOS_VENTA,
  ...CASOS_AUDITORIA,
  ...CASOS_ACCESO,
  ...CASOS_APARCADO,
  ...CASOS_APROBACION,
  ...CASOS_CAJA,
  ...CASOS_CLIENTE,
  ...CASOS_CORREO,
  ...CASOS_RECIBO,
  ...CASOS_INVENTARIO,
  ...CASOS_USUARIO,
  ...CASOS_MOSTRADOR,
  ...CASOS_CIERRE,
  ...CASOS_WHATSAPP,
  'GET /salud': [() => ({})],
  'GET /openapi.json': [(t) => ({ token: t.tokenCajero })],
  'GET /docs': [(t) => ({ token: t.tokenCajero })],
  'GET /eventos': [(t) => ({ token: t.tokenCajero })],
};

async function sesionCerrada(t: Tienda): Promise<number> {
  const cajero = await nuevaPersona('Operador', t.idSucursal);
  const { id } = await abrirCaja(ahora(cajero), { id_caja: await nuevaCaja(t.idSucursal), monto_inicial: 10 });
  await cerrarCaja(ahora(cajero), { id, monto_final_real: 9.5, denominaciones: { '5': 1, '2': 2, '0.5': 1 } });
  return id;
}

/** A file that entered the catalogue. */
async function importado(t: Tienda): Promise<number> {
  const { id } = await subirCsv(t);
  await confirmarImportacion(ahora(t.jefe), { id, existentes: 'actualizar' });
  await aplicarImportacion(ahora(t.jefe), { id }, async () => {});
  return id;
}
