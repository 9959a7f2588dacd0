import { sqlClient } from '@/db';
import { crearRol } from '@/lib/rol/crear';
import { editarRol } from '@/lib/rol/editar';
import { crearPersona } from '@/lib/usuario/crear-persona';
import { editarUsuario } from '@/lib/usuario/editar';
import { editarPersona } from '@/lib/usuario/editar-persona';
import { entrar } from '@/tests/auth/llamar';
import { nuevaPersona, PASSWORD } from '@/tests/harness/factories';
import type { Caso } from './casos';
import { ahora, type Tienda, unico } from './tienda';

const ficha = { nombres: 'Rosa', p_apellido: 'Mamani', fecha_nacimiento: '1994-08-06', genero: 'F' };

const deJefe =
  (datos: (t: Tienda) => Record<string, unknown> | Promise<Record<string, unknown>>): Caso =>
  async (t) => ({ token: t.tokenJefe, datos: await datos(t) });

const otro = async (t: Tienda) => (await nuevaPersona('Operador', t.idSucursal)).idUsuario;

/** Somebody who was edited once, so that the answer says by whom. */
async function editado(t: Tienda): Promise<number> {
  const id = await otro(t);
  const dto = await editarUsuario(ahora(t.jefe), { id, sucursales: [t.otraSucursal] });
  await editarPersona(ahora(t.jefe), { id: dto.persona.id, s_apellido: 'Choque' });
  return id;
}

const anotada = async (t: Tienda) => (await crearPersona(ahora(t.jefe), ficha)).id;

const hechura = () => ({
  nombre: `Rol ${unico()}`,
  permisos: ['venta:cobrar', 'venta:descuento', 'caja:mover'],
  solo_propias: ['venta:descuento'],
  topes: { 'venta:descuento': 12.5, 'caja:mover': 99.9 },
});

const TOPES = {
  'venta:descuento': 5,
  'venta:cambiar_precio': 5,
  'venta:anular_ajena': 100,
  'caja:mover': 50.5,
  'caja:diferencia': 10,
  'producto:ajustar': 70,
  'inventario:salida': 60,
  'aprobacion:resolver': 500,
};

const rol = async (t: Tienda, mas: object = {}) => (await crearRol(ahora(t.jefe), { ...hechura(), ...mas })).id;

/** A sign-in of somebody as a browser leaves it: seen, from somewhere. */
async function conIngreso(t: Tienda): Promise<{ id: number; sid: string }> {
  const id = await otro(t);
  const [fila] = await sqlClient()<{ sid: string }[]>`
    insert into sesion_acceso (sid, id_usuario, canal, ip, dispositivo, creada_en, expira_en, vista_en)
    values (gen_random_uuid(), ${id}, 'navegador', '10.0.0.7', 'Chrome', now(), now() + interval '1 day', now())
    returning sid`;
  if (!fila) throw new Error('no sign-in was written');
  return { id, sid: fila.sid };
}

/** Good requests of people and roles. */
export const CASOS_USUARIO: Record<string, Caso[]> = {
  'POST /auth/change-password': [
    async (t) => {
      const persona = await nuevaPersona('Operador', t.idSucursal);
      const { access_token } = await entrar(persona.email);
      return { token: access_token, datos: { currentPassword: PASSWORD, newPassword: `nueva ${unico()}` } };
    },
    deJefe(async (t) => ({
      email: (await nuevaPersona('Operador', t.idSucursal)).email,
      newPassword: `otra ${unico()}`,
    })),
  ],
  'GET /usuario': [
    deJefe(() => ({})),
    deJefe(async (t) => ({ buscar: 'quispe', id_sucursal: t.idSucursal, limite: 2 })),
  ],
  'GET /usuario/{id}': [deJefe(async (t) => ({ id: await otro(t) })), deJefe(async (t) => ({ id: await editado(t) }))],
  'PATCH /usuario/{id}': [
    deJefe(async (t) => ({
      id: await otro(t),
      name: 'Otro nombre',
      email: `${unico()}@kantuta.bo`,
      password: `dada ${unico()}`,
      id_role: 1,
      id_sucursal: t.otraSucursal,
      sucursales: [t.idSucursal],
    })),
  ],
  'DELETE /usuario/{id}': [deJefe(async (t) => ({ id: await otro(t) }))],
  'GET /usuario/{id}/sesiones': [
    deJefe(async (t) => ({ id: (await conIngreso(t)).id })),
    async (t) => ({ token: t.tokenCajero, datos: { id: t.turno.cajero.idUsuario } }),
  ],
  'DELETE /usuario/{id}/sesiones': [deJefe(async (t) => ({ id: (await conIngreso(t)).id }))],
  'DELETE /usuario/{id}/sesiones/{sid}': [deJefe(conIngreso)],
  'POST /persona': [deJefe(() => ficha), deJefe(() => ({ ...ficha, s_apellido: 'Choque', genero: 'M' }))],
  'GET /persona': [deJefe(() => ({})), deJefe(() => ({ buscar: 'mamani', limite: 1 }))],
  'PUT /persona': [deJefe(async (t) => ({ id: await anotada(t), nombres: 'María', s_apellido: null }))],
  'GET /persona/{id}': [deJefe(async (t) => ({ id: await anotada(t) }))],
  'DELETE /persona/{id}': [deJefe(async (t) => ({ id: await anotada(t) }))],
  'GET /roles': [deJefe(() => ({})), deJefe(() => ({ buscar: 'admin', limite: 1 }))],
  'POST /roles': [
    deJefe(hechura),
    deJefe(() => ({
      ...hechura(),
      descripcion: 'De prueba',
      permisos: Object.keys(TOPES),
      solo_propias: [],
      topes: TOPES,
    })),
  ],
  'GET /roles/{id}': [
    deJefe(async (t) => {
      const id = await rol(t, { descripcion: 'De prueba' });
      await editarRol(ahora(t.jefe), { id, topes: {} });
      return { id };
    }),
  ],
  'PATCH /roles/{id}': [
    deJefe(async (t) => ({ id: await rol(t), nombre: `Otro ${unico()}`, topes: { 'caja:mover': 10 } })),
  ],
  'DELETE /roles/{id}': [deJefe(async (t) => ({ id: await rol(t) }))],
};
