import { crearCliente } from '@/lib/cliente/crear';
import { editarCliente } from '@/lib/cliente/editar';
import type { ClienteDto } from '@/lib/cliente/schemas';
import type { Caso } from './casos';
import { ahora, type Tienda, unico, vender } from './tienda';

const ci = () => String(1_000_000 + Math.floor(Math.random() * 8_000_000_000));

/** A customer with all their data, or with the name alone. */
const cliente = (t: Tienda, mas: object = { ci_nit: ci(), telefono: '71234567' }): Promise<ClienteDto> =>
  crearCliente(ahora(t.jefe), { nombre: `Juana ${unico()}`, ...mas });

/** Good requests of customers. */
export const CASOS_CLIENTE: Record<string, Caso[]> = {
  'GET /clientes': [
    async (t) => {
      await cliente(t);
      await cliente(t, {});
      return { token: t.tokenCajero };
    },
    (t) => ({ token: t.tokenJefe, datos: { buscar: 'juana', limite: 1 } }),
  ],
  'POST /clientes': [
    (t) => ({ token: t.tokenCajero, datos: { nombre: `Rosa ${unico()}`, id_user_create: 1 } }),
    (t) => ({ token: t.tokenJefe, datos: { nombre: 'Taller Sur', ci_nit: ci(), telefono: '+591 712-34567' } }),
  ],
  'GET /clientes/{id}': [
    async (t) => ({ token: t.tokenCajero, datos: { id: (await cliente(t, {})).id } }),
    async (t) => {
      const { id } = await cliente(t);
      await vender(t, { id_cliente: id });
      await editarCliente(ahora(t.jefe), { id, telefono: '76543210' });
      return { token: t.tokenJefe, datos: { id } };
    },
  ],
  'PATCH /clientes/{id}': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await cliente(t)).id, nombre: `Otra ${unico()}` } }),
    async (t) => ({
      token: t.tokenJefe,
      datos: { id: (await cliente(t)).id, ci_nit: null, telefono: '', id_user_update: 1 },
    }),
  ],
  'DELETE /clientes/{id}': [async (t) => ({ token: t.tokenJefe, datos: { id: (await cliente(t)).id } })],
  'GET /clientes/{id}/compras': [
    async (t) => {
      const { id } = await cliente(t);
      await vender(t, { id_cliente: id });
      await vender(t, { id_cliente: id });
      return { token: t.tokenCajero, datos: { id, limite: 1 } };
    },
  ],
};
