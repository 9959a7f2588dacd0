import { withTransaction } from '@/db/transaction';
import { atenderAlerta } from '@/lib/alerta/atender';
import { emitAudit } from '@/lib/audit';
import { auditFailure } from '@/lib/auth/failed-attempts';
import { systemContext } from '@/lib/auth/system-context';
import { abrirCaja } from '@/lib/caja/abrir';
import { editarCaja } from '@/lib/caja/editar';
import { crearCategoria } from '@/lib/producto/crear-categoria';
import { anularVenta } from '@/lib/venta/anular';
import { nuevaPersona } from '@/tests/harness/factories';
import { nuevaAlerta, rolDePrueba, ultimoActo } from '../auditoria/fixtures';
import type { Caso } from './casos';
import { ahora, cajaLibre, unico, vender } from './tienda';

const NAVEGADOR = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36';

/** Good requests of the trail and its alerts. */
export const CASOS_AUDITORIA: Record<string, Caso[]> = {
  'GET /auditoria': [
    async (t) => {
      await withTransaction({}, (tx) =>
        emitAudit(tx, systemContext({ ahora: new Date(), idSucursal: 0 }), {
          accion: 'tienda.instalar',
          entidad: 'tienda',
          idEntidad: 1,
        }),
      );
      const desde = { ...ahora(t.jefe), ip: '192.168.1.20', dispositivo: NAVEGADOR };
      await crearCategoria(desde, { nombre: `Con rastro ${unico()}` });
      return { token: t.tokenJefe };
    },
    (t) => ({ token: t.tokenJefe, datos: { accion: 'venta.', limite: 2, buscar: t.venta.serie, ip: '' } }),
  ],
  'GET /auditoria/{id}': [
    async (t) => {
      const desde = { ...ahora(t.jefe), ip: '192.168.1.20', dispositivo: NAVEGADOR };
      await editarCaja(desde, { id: await cajaLibre(t), nombre: `Caja ${unico()}` });
      return { token: t.tokenJefe, datos: { id: await ultimoActo('caja.editar') } };
    },
    async (t) => {
      await abrirCaja(ahora(await nuevaPersona('Operador', t.idSucursal)), { id_caja: await cajaLibre(t) });
      return { token: t.tokenJefe, datos: { id: await ultimoActo('caja.abrir') } };
    },
    async (t) => {
      await withTransaction({}, (tx) =>
        emitAudit(tx, systemContext({ ahora: new Date(), idSucursal: 0 }), {
          accion: 'tienda.instalar',
          entidad: 'tienda',
          idEntidad: 1,
        }),
      );
      return { token: t.tokenJefe, datos: { id: await ultimoActo('tienda.instalar') } };
    },
  ],
  'GET /auditoria/inventario': [
    (t) => ({ token: t.tokenJefe, datos: { id_producto: t.producto.id } }),
    async (t) => {
      const miron = await rolDePrueba(['auditoria:ver'], t);
      return { token: miron, datos: { limite: 3 } };
    },
  ],
  'GET /auditoria/alertas': [
    async (t) => {
      await nuevaAlerta(t);
      await nuevaAlerta({ ...t, idSucursal: 0 }, { idUsuario: null });
      const atendida = await nuevaAlerta(t);
      await atenderAlerta(ahora(t.jefe), { id: atendida, nota: 'Se revisó con la cajera' });
      return { token: t.tokenJefe };
    },
  ],
  'GET /auditoria/alertas/{id}': [
    async (t) => {
      await anularVenta(ahora(t.turno.cajero), { id: (await vender(t)).id, motivo_edicion: 'Se equivocó' });
      return { token: t.tokenJefe, datos: { id: await nuevaAlerta(t) } };
    },
    async (t) => {
      const id = await nuevaAlerta(t, { tipo: 'ingresos_fallidos' });
      await atenderAlerta(ahora(t.jefe), { id, nota: 'Se olvidó su contraseña' });
      await auditFailure({ ...ahora(t.jefe), bearer: null }, t.turno.cajero.email, {
        id: t.turno.cajero.idUsuario,
        idSucursal: t.idSucursal,
      });
      return { token: t.tokenJefe, datos: { id } };
    },
    async (t) => ({
      token: t.tokenJefe,
      datos: { id: await nuevaAlerta({ ...t, idSucursal: 0 }, { idUsuario: null }) },
    }),
  ],
  'POST /auditoria/alertas/{id}/atender': [
    async (t) => ({ token: t.tokenJefe, datos: { id: await nuevaAlerta(t), nota: 'Hubo un precio mal puesto' } }),
    async (t) => ({
      token: t.tokenJefe,
      datos: { id: await nuevaAlerta({ ...t, idSucursal: 0 }, { idUsuario: null }), nota: 'De nadie' },
    }),
  ],
};
